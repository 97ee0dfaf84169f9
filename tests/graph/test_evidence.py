"""What an answer shows as evidence proves the row: the line that names the agent, the line that cites."""

from __future__ import annotations

from typing import Any

import pytest

from graph import Graph, apply, ask, question
from graph.failures import AmbiguousUnit
from graph.records import Assignment, Citation, Deadline, Directive, Unit

# Letters of other planes stand first: offsets are code points, for which Java's strings have two units each.
TEXT = """𝒳😀 Sở A

Căn cứ Kế hoạch số 5/KH-A và
Kế hoạch số 6/KH-A; xét đề nghị.

1. Đối với Phòng B

- Báo cáo hằng tháng 😀 về việc C.
"""
ITEM = "Báo cáo hằng tháng 😀 về việc C."


def place(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def cited(number: str, words: str) -> Citation:
    start, end = place(words)
    fields = dict.fromkeys(("family", "name", "date", "issuer", "issuer_text", "territory", "directive", "id"))
    return Citation(
        raw=words, start=start, end=end, type="Kế hoạch", number=number, pins=(), function="basis", rule="r", **fields
    )


@pytest.fixture
def paper(graph: Graph, make: Any) -> Graph:
    leads = Assignment("Phòng B", "unit", "leads", "heading", None, "heading", *place("Phòng B"))
    monthly = ("hằng tháng", None, None, "recurring", True, "FREQ=MONTHLY", *place("hằng tháng"))
    once = ("sau việc C", None, None, "event", True, None, *place("việc C"))
    item = Directive("1.1", "Phòng B", ITEM, "order", (leads,), (), (Deadline(*monthly), Deadline(*once)), *place(ITEM))
    units = (Unit("Phòng B", None, (), "unit", None, "Bắc Giang", ()),)
    citations = (cited("5/KH-A", "Kế hoạch số 5/KH-A"), cited("6/KH-A", "Kế hoạch số 5/KH-A và\nKế hoạch số 6/KH-A"))
    apply(graph, [make(TEXT, directives=(item,), citations=citations, units=units)])
    return graph


def rows(graph: Graph, name: str, **values: object) -> tuple[dict[str, Any], ...]:
    return ask(graph, question(name), values).rows


def test_a_unit_of_the_heading_is_proved_by_the_heading_and_the_directive(paper: Graph) -> None:
    [row] = rows(paper, "responsibility-of-directive", directive="1.1")
    assert (row["step"], row["evidence"]) == (1, f"1. Đối với Phòng B\n{ITEM}")
    assert TEXT[row["from_char"] : row["to_char"]] == "Phòng B"
    assert rows(paper, "directives-of-unit", unit="Phòng B")[0]["evidence"] == row["evidence"]


def test_a_citation_is_proved_by_its_lines(paper: Graph) -> None:
    one, two = rows(paper, "document-citations", document="a.txt")
    assert one["evidence"] == "Căn cứ Kế hoạch số 5/KH-A và"
    assert two["evidence"] == "Căn cứ Kế hoạch số 5/KH-A và\nKế hoạch số 6/KH-A; xét đề nghị."


def test_recurring_duties_are_without_what_is_done_once(paper: Graph) -> None:
    [row] = rows(paper, "recurring-duties")
    assert (row["wording"], row["rule"], row["leads"], row["evidence"]) == (
        "hằng tháng",
        "FREQ=MONTHLY",
        ["Phòng B"],
        ITEM,
    )


def test_a_collection_shows_what_its_own_papers_cite(paper: Graph) -> None:
    assert len(rows(paper, "documents")) == 3
    assert rows(paper, "documents", collection="mật") == ()
    paper.driver.execute_query("MATCH (d {id: 'urn:lex:vn:lex-1'}) SET d.collection = 'mật'", database_=paper.database)
    assert len(rows(paper, "documents", collection="mật")) == 3


def test_units_that_papers_do_not_settle_are_told_apart_by_the_papers(graph: Graph, make: Any) -> None:
    units = (Unit("UBND tỉnh", None, (), "unit", None, None, (), settled=False),)
    papers = [make(f"{n}", document={"id": f"urn:{n}", "number": f"{n}/TB-A"}, units=units) for n in "12"]
    apply(graph, papers)
    with pytest.raises(AmbiguousUnit) as told:
        rows(graph, "directives-of-unit", unit="UBND tỉnh")
    assert [one.detail for one in told.value.candidates] == ["1/TB-A", "2/TB-A"]
