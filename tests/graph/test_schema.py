from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.schema import Kind, SchemaError, schema
from graph.schema.dictionary import render
from graph.schema.load import parse
from graph.schema.statements import (
    definitions,
    delete_lonely_nodes,
    delete_relationships,
    write_nodes,
    write_relationships,
)

ROOT = Path(__file__).parents[2]
STRING = {"type": "string", "vi": "a", "en": "a"}
EVIDENCE = {"mention": STRING, "source": STRING}


def node(**words: Any) -> dict[str, Any]:
    return {"vi": "a", "en": "a", "properties": {"id": STRING}} | words


def edge(**words: Any) -> dict[str, Any]:
    return {"vi": "a", "en": "a", "from": ["A"], "to": ["A"]} | words


def test_every_label_and_relationship_of_the_design_is_declared() -> None:
    assert set(schema().labels) == {
        *("Document", "Notice", "Source", "Directive", "Agent", "Unit", "Official"),
        *("Task", "Reorganization", "Judgement"),
    }
    design = (
        "READ_FROM REGISTERED_IN DRAFT_OF CONTAINS ORDERS LEADS SUPPORTS DIRECTS CITES MAY_BE BASED_ON DETAILS GUIDES "
        "AMENDS REPLACES REPEALS CORRECTS CONSOLIDATES IMPLEMENTS SUSPENDS PROMULGATES CONCERNS MENTIONS DELIVERS_TO "
        "ISSUED_BY SIGNED_BY SENT_TO HOLDS PART_OF MEMBER_OF INPUT_TO RESULTED_IN CONTINUES"
    )
    assert set(schema().relationships) == set(design.split())


def test_units_and_officials_are_agents_and_notices_are_documents() -> None:
    labels = schema().labels
    assert labels["Unit"].also == labels["Official"].also == ("Agent",)
    assert labels["Notice"].also == ("Document",)
    assert "name_keys" in labels["Unit"].properties


def test_what_comes_from_text_carries_its_evidence() -> None:
    evidence = {"mention", "source", "from_char", "to_char", "quote", "rule"}
    for relationship in schema().relationships.values():
        assert relationship.computed != (evidence <= set(relationship.properties)), relationship.type


def test_the_dictionary_in_docs_is_the_one_of_the_schema() -> None:
    """If this fails: python -m graph.schema.dictionary > docs/graph.md"""
    assert (ROOT / "docs" / "graph.md").read_text(encoding="utf-8") == render(schema())


def test_nodes_are_sought_under_their_most_general_label() -> None:
    assert write_nodes(schema().labels["Notice"]) == (
        "UNWIND $rows AS row MERGE (n:Document {id: row.id}) SET n:Notice SET n += row.set "
        "RETURN row.id AS id, properties(n) AS properties"
    )


def test_facts_are_told_apart_by_their_mention_and_computed_ones_by_their_ends() -> None:
    leads, may_be = schema().relationships["LEADS"], schema().relationships["MAY_BE"]
    assert "MERGE (a)-[r:LEADS {mention: row.mention}]->(b)" in write_relationships(leads, leads.kinds[0])
    assert "MERGE (a)-[r:MAY_BE]->(b)" in write_relationships(may_be, may_be.kinds[0])
    assert "MATCH (a)-[r:LEADS {mention: row.mention}]->(b) DELETE r" in delete_relationships(leads, leads.kinds[0])
    assert "said.source IS NOT NULL" in delete_lonely_nodes(schema().labels["Unit"])


def test_numbers_symbols_and_names_are_indexed() -> None:
    made = definitions(schema())
    for name in ("document_id", "agent_id", "document_number", "document_symbol", "unit_name", "leads_source"):
        assert name in made
    assert "notice_number" not in made, "notices are documents and in their indexes already"


def test_cites_has_two_forms() -> None:
    assert schema().relationships["CITES"].kinds == (
        Kind("CITES", "Directive", "Document"),
        Kind("CITES", "Document", "Document"),
    )


@pytest.mark.parametrize(
    ("nodes", "edges", "problem"),
    [
        ({"A": node(colour="red")}, {}, "A: unknown words colour"),
        ({"A": {"vi": "a"}}, {}, "A: en missing"),
        ({"A": node(extends="B")}, {}, "A: extends B, which does not stand before it"),
        ({"A": node(caption="name")}, {}, "label A: caption name is no property"),
        ({"A": node(properties={"name": STRING})}, {}, "label A: no property id"),
        ({"a b": node()}, {}, "label a b: not a capitalised name"),
        ({"A": node(properties={"id": STRING | {"type": "text"}})}, {}, "property id: unknown type text"),
        ({"A": node(properties={"id": STRING, "x": STRING | {"keep": "first"}})}, {}, "property x: unknown keep first"),
        ({"A": node(properties={"id": STRING, "x`y": STRING})}, {}, "property x`y: not a lower-case name"),
        ({"A": node()}, {"R": edge(to=["B"])}, "relationship R: unknown label B"),
        ({"A": node()}, {"R-S": edge()}, "relationship R-S: not in capitals"),
        ({"A": node()}, {"R": edge(to=[])}, "relationship R: no ends"),
        ({"A": node()}, {"R": edge(properties={"source": STRING})}, "R: source stands in the evidence too"),
    ],
)
def test_a_contradiction_is_told_at_load(nodes: Any, edges: Any, problem: str) -> None:
    with pytest.raises(SchemaError) as told:
        parse(nodes, edges, EVIDENCE)
    assert str(told.value) == problem
