"""The blocks of "who implements this document" that the reference notice does not show (design §4 rule 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph import Graph, apply, ask, question
from graph.records import Assignment, Citation, Directive, Reading, Relation, Unit

PLAN, NUMBER = "urn:lex:vn;bac.giang:ubnd:ke.hoach:2024;65-kh-ubnd", "65/KH-UBND"


def ordering(make: Any, name: str, *leads: str, **document: Any) -> Reading:
    """A paper with one directive after the other, each led by a unit."""
    text = " ".join(f"{lead} thực hiện {NUMBER}." for lead in leads)
    directives, units = [], []
    for number, lead in enumerate(leads, start=1):
        start = text.index(lead)
        part = Assignment(lead, "unit", "leads", "explicit", None, "r", start, start + len(lead))
        directives.append(Directive(f"1.{number}", None, lead, "order", (part,), (), (), start, start + len(lead)))
        units.append(Unit(lead, None, (), "unit", None, None, ()))
    fields = {"id": f"urn:{name}", "subject": name} | document
    reading: Reading = make(text, name=name, document=fields, directives=tuple(directives), units=tuple(units))
    return reading


def citing(reading: Reading, function: Any, address: str | None) -> Reading:
    start = reading.text.index(NUMBER)
    blank = dict.fromkeys(("type", "family", "name", "date", "issuer", "issuer_text", "territory"))
    place = {"raw": NUMBER, "start": start, "end": start + len(NUMBER), "directive": address}
    citation = Citation(**blank, **place, number=NUMBER, pins=(), function=function, id=PLAN, rule="r")  # type: ignore[arg-type]
    return replace(reading, citations=(citation,))


def blocks(graph: Graph) -> set[tuple[Any, ...]]:
    answer = ask(graph, question("units-implementing-document"), {"document": NUMBER})
    return {(row["block"], row["agent"], row["document"], row["through"]) for row in answer.rows}


def test_each_block_holds_its_own(graph: Graph, make: Any) -> None:
    detailing = citing(ordering(make, "qd", "Sở C"), "mention", None)
    relation = Relation("IMPLEMENTS", NUMBER, 0, "whole", (), None, 0, 4)
    apply(
        graph,
        [
            ordering(make, "plan", "Sở A", id=PLAN, number=NUMBER),
            citing(ordering(make, "tb", "Sở B", "Sở E"), "implements", "1.1"),
            replace(detailing, relations=(relation,)),
            citing(ordering(make, "bc", "Sở D"), "mention", "1.1"),
        ],
    )
    assert blocks(graph) == {
        ("own", "Sở A", NUMBER, None),
        ("direct", "Sở B", "tb", None),
        ("section", "Sở E", "tb", None),
        ("through", "Sở C", "qd", "qd"),
    }, "a mere mention implements nothing"


def test_who_is_charged_directly_is_not_repeated_as_of_the_same_section(graph: Graph, make: Any) -> None:
    apply(graph, [citing(ordering(make, "tb", "Sở B"), "basis", "1.1")])
    assert blocks(graph) == {("direct", "Sở B", "tb", None)}


def test_listed_members_come_before_inferred_ones(graph: Graph, make: Any) -> None:
    reading = citing(ordering(make, "tb", "Các phòng"), "implements", "1.1")
    group = Unit("Các phòng", None, (), "group", "Sở X", None, ())
    rooms = tuple(Unit(name, None, (), "unit", "Sở X", None, ()) for name in ("Sở X", "Phòng 1", "Phòng 2"))
    apply(graph, [replace(reading, units=(group, replace(rooms[0], parent=None), *rooms[1:]))])

    def members() -> tuple[Any, Any]:
        [row] = ask(graph, question("units-implementing-document"), {"document": NUMBER}).rows
        return row["members"], row["members_by"]

    assert members() == (["Phòng 1", "Phòng 2"], "PART_OF")
    listing = "MATCH (g:Unit {name: 'Các phòng'}), (m:Unit {name: 'Phòng 2'}) CREATE (m)-[:MEMBER_OF]->(g)"
    graph.driver.execute_query(listing, database_=graph.database)
    assert members() == (["Phòng 2"], "MEMBER_OF")
