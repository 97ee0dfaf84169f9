"""Every question, asked of the reference notice. The expected rows are tables that a lawyer can read and correct:

    # document = 488/KH-UBND
    block    agent                                 role
    direct   Phòng Quản lý khoa học công nghệ …    leads

One file for each question, tab-separated, a block for each case; a block names the columns that it checks. "…" is
the id of the notice, an empty cell no value, several values are joined by "; ", lines by "⏎".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph import Answer, Graph, apply, ask, connect, local, prepare, question, questions
from graph.read import Json
from ingest import read

SAMPLE = Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt"
ANSWERS = Path(__file__).parent / "answers"
READING = read(SAMPLE)[0]


@dataclass(frozen=True, slots=True)
class Case:
    question: str
    values: dict[str, str]
    columns: list[str]
    rows: list[list[str]]

    def __str__(self) -> str:
        return f"{self.question} {' '.join(f'{name}={value}' for name, value in self.values.items())}"


def cases() -> Iterator[Case]:
    for file in sorted(ANSWERS.glob("*.tsv")):
        for block in file.read_text(encoding="utf-8").strip("\n").split("\n\n"):
            head, columns, *rows = block.split("\n")
            pairs = (pair.split(" = ", 1) for pair in head.removeprefix("#").strip().split("; ") if pair)
            yield Case(file.stem, dict(pairs), columns.split("\t"), [row.split("\t") for row in rows])


CASES = list(cases())


@pytest.fixture(scope="module")
def golden(running: local.Running, driver: neo4j.Driver) -> Iterator[Graph]:
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with connect(running.bolt_uri, running.user, running.password) as graph:
        prepare(graph)
        apply(graph, [READING])
        yield graph


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_notice_answers(golden: Graph, case: Case) -> None:
    answer = ask(golden, question(case.question), case.values)
    assert [[_cell(row[column]) for column in case.columns] for row in answer.rows] == case.rows
    _check_evidence(answer)


def test_every_question_has_a_case_with_rows_or_says_why_not() -> None:
    without = set(questions()) - {case.question for case in CASES if case.rows}
    assert without == {"unsettled-citations", "recurring-duties"}, (
        "the notice settles all its citations and orders nothing periodic; tests/graph has papers that do"
    )


@pytest.mark.parametrize("id_", questions())
def test_every_question_is_planned_with_its_examples(golden: Graph, id_: str) -> None:
    """The database reads the text without complaint, and finds each node by an index where an id is given."""
    values = {param.name: None for param in question(id_).params}
    with golden.driver.session(database=golden.database) as session:
        plan = session.run(f"EXPLAIN {question(id_).cypher}", values).consume().plan
    assert plan is not None
    operators = set(_operators(plan))
    assert not {name for name in operators if name.startswith("AllNodesScan")}
    if any(param.required for param in question(id_).params):
        assert any("IndexSeek" in name for name in operators), operators


def _operators(plan: dict[str, Json]) -> Iterator[str]:
    yield str(plan["operatorType"])
    for child in plan.get("children", []):  # type: ignore[union-attr]
        yield from _operators(child)  # type: ignore[arg-type]


def _cell(value: Json) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return "có" if value else "không"
    return "" if value is None else str(value).replace(READING.document.id, "…").replace("\n", " ⏎ ")


def _check_evidence(answer: Answer) -> None:
    """The words are where the row says, and they stand in the sentence that the row shows."""
    for row in answer.rows:
        if "from_char" in row:
            words = READING.text[int(str(row["from_char"])) : int(str(row["to_char"]))]
            assert row["source"] == SAMPLE.name
            assert words == row.get("quote", row.get("evidence", row.get("text")))
            assert words in str(row.get("evidence", words)), "the evidence shows the words that it is evidence for"
