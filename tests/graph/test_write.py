"""Writing on the real database: nothing twice, all or nothing, in any order."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from graph import Changes, Graph, Written, apply, local, prepare
from graph.records import Assignment, Citation, Directive, Reading, Unit
from graph.vocabulary.identity import stub_id
from ingest import read

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "thong-bao-giao-ban-2024-05.txt"
NOTHING = Changes()


def rows(graph: Graph, cypher: str, **parameters: Any) -> list[list[Any]]:
    result = graph.driver.execute_query(cypher, parameters, database_=graph.database)
    return [list(record.values()) for record in result.records]


def dump(graph: Graph) -> tuple[list[Any], list[Any]]:
    """The whole graph, clocks aside."""
    nodes = rows(graph, "MATCH (n) RETURN labels(n), properties(n)")
    edges = rows(graph, "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)")
    for _, properties in nodes:
        properties.pop("ingested_at", None)
    return sorted(nodes, key=repr), sorted(edges, key=repr)


def empty(graph: Graph) -> None:
    graph.driver.execute_query("MATCH (n) DETACH DELETE n", database_=graph.database)


def watch(graph: Graph, readings: list[Reading]) -> list[Written]:
    heard: list[Written] = []
    apply(graph, readings, heard.append)
    return heard


def cites(number: str, id_: str | None, text: str, date: str | None = None) -> Citation:
    fields = dict.fromkeys(("name", "issuer", "issuer_text"))
    fields |= {"type": "Kế hoạch", "territory": "Bắc Giang", "raw": number, "number": number, "date": date, "id": id_}
    start = text.index(number)
    place = {"start": start, "end": start + len(number)}
    rest = {"family": "hanh_chinh", "function": "basis", "directive": None, "rule": "r", "pins": ()}
    return Citation(**fields, **place, **rest)  # type: ignore[arg-type]


def leading(make: Any, text: str, lead: str, name: str = "a.txt", **document: Any) -> Reading:
    part = Assignment(lead, "unit", "leads", "explicit", None, "r", 0, len(lead))
    directive = Directive("1", None, text, "order", (part,), (), (), 0, len(text))
    units = (Unit(lead, None, (), "unit", None, "Bắc Giang", ()),)
    result: Reading = make(text, name=name, document=document, directives=(directive,), units=units)
    return result


def test_preparing_twice_is_silent(graph: Graph) -> None:
    before = rows(graph, "SHOW INDEXES YIELD name RETURN name ORDER BY name")
    prepare(graph)
    assert rows(graph, "SHOW INDEXES YIELD name RETURN name ORDER BY name") == before
    assert ["document_number"] in before


def test_ingesting_again_writes_nothing(graph: Graph) -> None:
    first = apply(graph, read(SAMPLE))
    assert (first.nodes_deleted, first.relationships_deleted) == (0, 0)
    assert [first.nodes_created, first.relationships_created] == rows(
        graph, "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r)"
    )[0]
    [again] = watch(graph, read(SAMPLE))
    assert (again.outcome, again.changes) == ("same", NOTHING)


def test_the_notice_is_in_the_graph_within_a_second(graph: Graph) -> None:
    times = []
    for _ in range(3):  # the first finds the database without its plans, and the machine may have other work
        empty(graph)
        start = perf_counter()
        apply(graph, read(SAMPLE))
        times.append(perf_counter() - start)
    assert min(times) < 1


def test_a_changed_reading_replaces_what_its_source_said(graph: Graph, make: Any) -> None:
    text = "Giao Sở A và Sở B"
    apply(graph, [leading(make, text, "Sở A")])
    [written] = watch(graph, [leading(make, text, "Sở B")])
    assert written.outcome == "changed"
    assert rows(graph, "MATCH (a:Agent)-[:LEADS]->() RETURN a.name") == [["Sở B"]]
    assert rows(graph, "MATCH (u:Unit) RETURN u.name") == [["Sở B"]], "nobody speaks of Sở A any more"
    [again] = watch(graph, [leading(make, text, "Sở B")])
    assert again.changes == NOTHING


def test_a_name_that_is_read_otherwise_now_is_forgotten(graph: Graph, make: Any) -> None:
    text = "Giao Sở KH&CN"
    apply(graph, [leading(make, text, "Sở Khoa học và Công nghệ")])
    apply(graph, [leading(make, text, "Sở KH&CN")])
    assert rows(graph, "MATCH (u:Unit) RETURN u.name") == [["Sở KH&CN"]]


def test_a_paper_is_a_notice_only_while_it_is_read_as_one(graph: Graph, make: Any) -> None:
    for subject, labels in (("Kết luận giao ban", {"Document", "Notice"}), ("Tuyển dụng", {"Document"})):
        apply(graph, [make("x", document={"type": "Thông báo", "subject": subject})])
        assert set(rows(graph, "MATCH (d:Document) RETURN labels(d)")[0][0]) == labels


def test_a_reading_with_another_identity_leaves_nothing_of_the_former(graph: Graph, make: Any) -> None:
    reading = leading(make, "Giao Sở A", "Sở A")
    apply(graph, [reading])
    apply(graph, [replace(reading, document=replace(reading.document, id="urn:lex:vn:lex-2"))])
    assert rows(graph, "MATCH (d:Document) RETURN d.id") == [["urn:lex:vn:lex-2"]]
    assert rows(graph, "MATCH (d:Directive) RETURN d.id") == [["urn:lex:vn:lex-2~1"]]


def test_the_first_ingestion_stays_the_first(graph: Graph, make: Any) -> None:
    apply(graph, [leading(make, "Giao Sở A", "Sở A")])
    before = rows(graph, "MATCH (s:Source) RETURN s.ingested_at")
    apply(graph, [leading(make, "Giao Sở A", "Sở")])
    assert rows(graph, "MATCH (s:Source) RETURN s.ingested_at") == before


def test_one_paper_in_two_files_is_one_document_whose_facts_count_once(graph: Graph, make: Any) -> None:
    papers = [leading(make, "Giao Sở A", "Sở A", name) for name in ("a.txt", "b.txt", "c.txt")]
    graphs = []
    for order in permutations(papers):
        empty(graph)
        for paper in order:
            apply(graph, [paper])
        graphs.append(dump(graph))
        assert apply(graph, order) == NOTHING
    assert all(one == graphs[0] for one in graphs)
    assert rows(graph, "MATCH ()-[r:LEADS]->() RETURN count(r)") == [[1]]
    assert sorted(rows(graph, "MATCH ()-[r:READ_FROM]->() RETURN r.role")) == [
        ["current"],
        ["duplicate"],
        ["duplicate"],
    ]


def test_text_is_believed_over_ocr_whichever_came_first(graph: Graph, make: Any) -> None:
    scan = leading(make, "Giao Sở Á", "Sở Á", "scan.pdf", subject="Về việc Á")
    scan = replace(scan, source=replace(scan.source, reader="ocr"))
    text = leading(make, "Giao Sở A", "Sở A", "text.txt", subject="Về việc A")
    graphs = []
    for order in ([scan, text], [text, scan]):
        empty(graph)
        outcomes = [watch(graph, [paper])[0].outcome for paper in order]
        graphs.append(dump(graph))
        assert rows(graph, "MATCH (a)-[:LEADS]->() RETURN a.name") == [["Sở A"]]
        assert rows(graph, "MATCH (d:Document) RETURN d.subject") == [["Về việc A"]]
    assert graphs[0] == graphs[1]
    assert outcomes == ["new", "duplicate"]


def test_a_source_may_hold_several_documents(graph: Graph, make: Any) -> None:
    one = leading(make, "Giao Sở A. Giao Sở B.", "Sở A", end=11)
    two = leading(make, "Giao Sở A. Giao Sở B.", "Sở B", id="urn:lex:vn:lex-2", start=11)
    two = replace(two, directives=(replace(two.directives[0], start=11, end=21),))
    assert [written.outcome for written in watch(graph, [one, two])] == ["new", "new"]
    assert apply(graph, [one, two]) == NOTHING
    assert rows(graph, "MATCH (s:Source)<-[:READ_FROM]-(d) RETURN count(DISTINCT s), count(d)") == [[1, 2]]
    apply(graph, [one])
    assert rows(graph, "MATCH (d:Document) RETURN d.id") == [["urn:lex:vn:lex-1"]], "the second is read there no more"


def test_a_cited_document_becomes_full_and_keeps_what_only_citations_know(graph: Graph, make: Any) -> None:
    plan, number = "urn:lex:vn;bac.giang:x:ke.hoach:2024;65-kh-khcn", "65/KH-KHCN"
    citing = make(f"Theo {number}", citations=(cites(number, plan, f"Theo {number}", "2024-04-22"),))
    full = leading(make, "Giao Sở A", "Sở A", "plan.txt", id=plan, subject="Kế hoạch tuyên truyền")
    graphs = []
    for order in ([citing, full], [full, citing]):
        empty(graph)
        apply(graph, order)
        graphs.append(dump(graph))
        assert rows(
            graph, "MATCH (d:Document {id: $id}) RETURN d.coverage, d.subject, d.issue_date, d.number", id=plan
        ) == [["full", "Kế hoạch tuyên truyền", "2024-04-22", number]]
    assert graphs[0] == graphs[1]


def test_citing_texts_that_disagree_leave_one_date_in_any_order(graph: Graph, make: Any) -> None:
    plan, number = "urn:lex:vn;bac.giang:x:ke.hoach:2021;409-kh-ubnd", "409/KH-UBND"
    papers = [
        make(
            f"Theo {number} {day}",
            document={"id": f"urn:{day}"},
            citations=(cites(number, plan, f"Theo {number}", day),),
        )
        for day in ("2021-08-29", "2021-08-30", "2021-08-31")
    ]
    dates = set()
    for order in permutations(papers):
        empty(graph)
        apply(graph, order)
        dates.add(rows(graph, "MATCH (d:Document {id: $id}) RETURN d.issue_date", id=plan)[0][0])
    assert len(dates) == 1


def test_candidates_of_a_stub_hang_on_it_in_any_order(graph: Graph, make: Any) -> None:
    number, plan = "65/KH-KHCN", "urn:lex:vn;bac.giang:x:ke.hoach:2024;65-kh-khcn"
    unsettled = make(f"Theo {number}", citations=(cites(number, None, f"Theo {number}"),))
    settled = make(
        f"Căn cứ {number}", document={"id": "urn:b"}, citations=(cites(number, plan, f"Căn cứ {number}", "2024-04-22"),)
    )
    for order in ([unsettled, settled], [settled, unsettled]):
        empty(graph)
        apply(graph, order)
        assert rows(graph, "MATCH (s)-[m:MAY_BE]->(d) RETURN s.id, d.id, m.score, m.reason") == [
            [stub_id(unsettled.document.id, number), plan, 0.6, "cùng số, cùng địa bàn"]
        ]
        assert rows(graph, "MATCH (d) WHERE d.id STARTS WITH 'stub:' RETURN d.coverage") == [["cited"]]
    apply(graph, [replace(unsettled, citations=())])
    assert rows(graph, "MATCH (d) WHERE d.id STARTS WITH 'stub:' RETURN d") == [], "a stub goes with its citation"


def test_writers_at_once_leave_what_one_after_the_other_leaves(graph: Graph, make: Any) -> None:
    number, plan = "409/KH-UBND", "urn:lex:vn;bac.giang:x:ke.hoach:2021;409-kh-ubnd"
    papers = []
    for day in range(1, 17):
        text = f"Sở KH&CN{' ' * day}Theo {number}"
        paper = leading(make, text, "Sở KH&CN" if day % 2 else "Sở Khoa học và Công nghệ", id=f"urn:{day}")
        papers.append(replace(paper, citations=(cites(number, plan, text, f"2021-08-{day:02}"),)))
    apply(graph, papers)
    expected = dump(graph)
    empty(graph)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda paper: apply(graph, [paper]), papers))
    assert dump(graph) == expected


KILLED = """
import os, sys
from pathlib import Path
from graph import apply, connect
from graph.transaction import Work
from graph.vocabulary.identity import stub_id
from ingest import read
writes = Work.write_facts
def die(work, changes):
    writes(work, changes)
    os._exit(9)
Work.write_facts = die
uri, user, password, file = sys.argv[1:]
apply(connect(uri, user, password), read(Path(file)))
"""


def test_a_kill_in_the_middle_leaves_the_graph_as_it_was(graph: Graph, running: local.Running, make: Any) -> None:
    apply(graph, [leading(make, "Giao Sở A", "Sở A")])
    before = dump(graph)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, running.bolt_uri, running.user, running.password, str(SAMPLE)],
        check=False,
        cwd=ROOT,
    )
    assert ended.returncode == 9
    assert dump(graph) == before
    assert apply(graph, read(SAMPLE)).nodes_created > 80


def test_a_failure_keeps_the_documents_before_it(graph: Graph, make: Any) -> None:
    def readings() -> Iterator[Reading]:
        yield leading(make, "Giao Sở A", "Sở A")
        yield leading(make, "Giao Sở B", "Sở B", "b.txt", id="urn:b")
        raise RuntimeError("the third file cannot be read")

    with pytest.raises(RuntimeError):
        apply(graph, readings())
    # a source is written when all its documents are known, which is when the next one begins
    assert rows(graph, "MATCH (d:Document) RETURN d.id") == [["urn:lex:vn:lex-1"]]


def test_real_papers_in_any_order_give_one_graph(graph: Graph) -> None:
    papers = [read(file) for file in sorted([SAMPLE, *(ROOT / "tests" / "golden").rglob("*.txt")])]
    assert len(papers) > 1
    graphs = []
    for order in (papers, papers[::-1]):
        empty(graph)
        for readings in order:
            apply(graph, readings)
        graphs.append(dump(graph))
    assert graphs[0] == graphs[1]


def test_two_papers_of_different_offices_share_a_law(graph: Graph, make: Any) -> None:
    law, number = "urn:lex:vn:quoc.hoi:luat:2025;93-2025-qh15", "93/2025/QH15"
    for office in ("Sở A", "Sở B"):
        text = f"{office} theo {number}"
        apply(graph, [make(text, document={"id": f"urn:{office}"}, citations=(cites(number, law, text),))])
    assert rows(graph, "MATCH (d:Document {id: $id})<-[c:CITES]-() RETURN count(DISTINCT d), count(c)", id=law) == [
        [1, 2]
    ]
