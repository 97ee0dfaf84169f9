"""Asking, on the reference notice: names to ids, the two clocks, limits, and no way to write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph import Answer, Graph, Question, apply, ask, connect, local, prepare, question, resolve_document
from graph.failures import (
    AmbiguousDirective,
    AmbiguousDocument,
    AmbiguousUnit,
    DatabaseFailed,
    TimedOut,
    UnknownDirective,
    UnknownDocument,
    UnknownOfficial,
    UnknownUnit,
)
from ingest import read, read_bytes

SAMPLE = Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt"
PLAN = "urn:lex:vn;bac.giang:uy.ban.nhan.dan:ke.hoach:2021;488-kh-ubnd"
SO = "bac.giang:so.khoa.hoc.cong.nghe"


@pytest.fixture(scope="module")
def notice(running: local.Running, driver: neo4j.Driver) -> Iterator[Graph]:
    """The graph of the reference notice."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with connect(running.bolt_uri, running.user, running.password) as graph:
        prepare(graph)
        apply(graph, read(SAMPLE))
        yield graph


def asked(graph: Graph, id_: str, **values: object) -> Answer:
    return ask(graph, question(id_), values)


@pytest.mark.parametrize(
    "typed",
    [PLAN, "488/KH-UBND", "488/kh-ubnd", " 488 / KH - UBND ", "Kế hoạch số 488/KH-UBND", "488/KH–UBND"],
)
def test_a_document_by_id_and_by_number_however_written(notice: Graph, typed: str) -> None:
    assert resolve_document(notice, typed) == PLAN


def test_numbers_without_marks_and_the_name_of_the_file(notice: Graph) -> None:
    assert resolve_document(notice, "84-nq/du").endswith("nghi.quyet:2024;84-nq-du")
    assert resolve_document(notice, "29/2023/qđ-ttg").endswith("2023;29-2023-qd-ttg")
    assert resolve_document(notice, "thong-bao-giao-ban-2024-05.txt").startswith("urn:lex:vn:lex-")


def test_an_unknown_document_names_its_neighbours(notice: Graph) -> None:
    with pytest.raises(UnknownDocument, match="488/KH-UBND"):
        resolve_document(notice, "488/KH-KHCN")
    with pytest.raises(UnknownDocument, match="không có"):
        resolve_document(notice, "không phải số")


def test_units_officials_and_directives_by_name(notice: Graph) -> None:
    unit = asked(notice, "directives-of-unit", unit="thanh tra  sở").parameters["unit"]
    assert unit == f"{SO}:thanh.tra.so"
    short = asked(notice, "directives-of-unit", unit="UBND tỉnh").parameters["unit"]
    assert short == "bac.giang:uy.ban.nhan.dan"
    person = asked(notice, "directives-of-official", official="TRIỆU NGỌC TRUNG").parameters["official"]
    assert person == f"{SO}~trieu.ngoc.trung"
    document = resolve_document(notice, SAMPLE.name)
    for typed in ("4.1", f"{document}~4.1", f"{SAMPLE.name}~4.1"):
        answer = asked(notice, "responsibility-of-directive", directive=typed)
        assert answer.parameters["directive"] == f"{document}~4.1"


def test_unknown_names_are_told_with_similar_ones(notice: Graph) -> None:
    with pytest.raises(UnknownUnit, match="Phòng Quản lý khoa học"):
        asked(notice, "directives-of-unit", unit="Quản lý khoa học")
    with pytest.raises(UnknownOfficial, match="Triệu Ngọc Trung"):
        asked(notice, "directives-of-official", official="Ngọc Trung")
    with pytest.raises(UnknownDirective, match=r"1\.1"):
        asked(notice, "responsibility-of-directive", directive=f"{SAMPLE.name}~99")


def test_as_of_counts_the_meeting_within_the_month(notice: Graph) -> None:
    for day, rows in (("2024-05-03", 0), ("2024-05-04", 1), ("2030-01-01", 1)):
        assert len(asked(notice, "units-implementing-document", document=PLAN, as_of=day).rows) == rows


def test_known_at_counts_sources_held_then(notice: Graph) -> None:
    assert asked(notice, "tasks", known_at="2020-01-01").rows == ()
    assert len(asked(notice, "tasks").rows) == 7


def test_a_collection_shows_only_its_own(notice: Graph) -> None:
    assert asked(notice, "tasks", collection="mật").rows == ()


def test_a_draft_is_left_out(notice: Graph) -> None:
    def draft(cypher: str) -> None:
        notice.driver.execute_query(cypher, database_=notice.database)

    draft("MATCH (d:Notice), (f:Document {number: '65/KH-KHCN'}) CREATE (d)-[:DRAFT_OF]->(f)")
    assert asked(notice, "tasks").rows == ()
    draft("MATCH ()-[r:DRAFT_OF]->() DELETE r")
    assert len(asked(notice, "tasks").rows) == 7


def test_more_rows_than_the_limit_are_told(notice: Graph) -> None:
    cut, whole = asked(notice, "tasks", limit=3), asked(notice, "tasks", limit=7)
    assert (len(cut.rows), cut.truncated) == (3, True)
    assert (len(whole.rows), whole.truncated) == (7, False)
    assert cut.rows == whole.rows[:3]


def test_an_answer_is_plain_and_in_the_order_of_its_columns(notice: Graph) -> None:
    answer = asked(notice, "document-citations", document=SAMPLE.name, as_of="18/5/2024")
    assert json.loads(json.dumps(asdict(answer), ensure_ascii=False))["as_of"] == "2024-05-18"
    assert all(tuple(row) == answer.columns for row in answer.rows)
    assert answer.title == "Văn bản này dẫn những văn bản nào, làm căn cứ hay để thực hiện?"


def variant(cypher: str) -> Question:
    tasks = question("tasks")
    return replace(tasks, cypher=cypher, columns=("x",))


def test_a_question_cannot_write(notice: Graph) -> None:
    with pytest.raises(DatabaseFailed, match="read access mode"):
        ask(notice, variant("CREATE (n:Task {id: 'x'}) RETURN n.id AS x ORDER BY x LIMIT $limit"), {})


def test_a_long_question_is_stopped(notice: Graph) -> None:
    endless = (
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS x ORDER BY x LIMIT $limit"
    )
    with pytest.raises(TimedOut):
        ask(notice, variant(endless), {}, timeout=0.5)


def other_paper(number_and_issuer: str) -> Any:
    text = (
        SAMPLE.read_text(encoding="utf-8")
        .replace("UBND tỉnh Bắc Giang", "UBND tỉnh Lào Cai")
        .replace("05/10/2021", "05/10/2022")
    )
    return read_bytes(text.encode(), number_and_issuer)


def test_two_documents_of_one_number_and_two_units_of_one_name_are_for_a_person_to_choose(notice: Graph) -> None:
    apply(notice, other_paper("hai.txt"))
    with pytest.raises(AmbiguousDocument) as told:
        resolve_document(notice, "488/KH-UBND")
    assert {candidate.date for candidate in told.value.candidates} == {"2021-10-05", "2022-10-05"}
    assert {candidate.number for candidate in told.value.candidates} == {"488/KH-UBND"}
    assert PLAN in {candidate.id for candidate in told.value.candidates}
    with pytest.raises(AmbiguousDirective) as directives:
        asked(notice, "responsibility-of-directive", directive="4.1")
    for candidate in directives.value.candidates:
        assert candidate.name.startswith("4.1 Giao đồng chí Triệu Ngọc Trung")
        assert candidate.detail == (
            "Kết luận của Giám đốc Sở tại buổi giao ban Sở tháng 5 năm 2024 · Sở Khoa học và Công nghệ Bắc Giang"
        )
        assert candidate.date == "2024-05"
    notice.driver.execute_query(
        "CREATE (:Unit:Agent {id: 'lao.cai:so:thanh.tra.so', name: 'Thanh tra Sở', name_keys: ['thanh tra so']})",
        database_=notice.database,
    )
    with pytest.raises(AmbiguousUnit):
        asked(notice, "directives-of-unit", unit="Thanh tra Sở")
