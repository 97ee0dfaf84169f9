"""A question file that does not keep its word is told by file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from graph import question, questions, records
from graph.catalogue import headings, load
from graph.cypher_tokens import tokens
from graph.failures import UnknownQuestion
from graph.question_file import Param, QuestionError
from graph.words import words

GOOD = """\
// id: example
// route: /units/{unit}/example
// group: Đơn vị
// title: Ví dụ
// title-en: Example
// for: analyst
// param unit: unit, required, e.g. Thanh tra Sở
// param as_of: date = today
// param known_at: datetime = now
// param collection: text
// param limit: int = 500
// returns: agent, citations
MATCH (unit:Unit {id: $unit})-[:LEADS]->(item:Directive) // SET is only a comment here
WHERE in_view(item) AND unit.name <> 'CREATE; MERGE' AND unit.set IS NULL
RETURN unit.name AS agent, count(DISTINCT coalesce(item.due, 'x')) AS citations
ORDER BY agent
LIMIT $limit
"""


def loading(folder: Path, text: str) -> None:
    file = folder / "example.cypher"
    file.write_text(text, encoding="utf-8")
    load(file)


def test_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "example.cypher").write_text(GOOD, encoding="utf-8")
    loaded = load(tmp_path / "example.cypher")
    assert (loaded.id, loaded.route, loaded.audience) == ("example", "/units/{unit}/example", "analyst")
    assert loaded.columns == ("agent", "citations")
    assert loaded.params[:2] == (
        Param("unit", "unit", True, None, "Thanh tra Sở"),
        Param("as_of", "date", False, "today", None),
    )
    assert loaded.headings == ("ai", "số viện dẫn")
    assert "in_view(" not in loaded.cypher
    assert "$known_at" in loaded.cypher
    assert "[:CONTAINS*0..1]->(item)" in loaded.cypher


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: example", "id: other", "example.cypher:1: id other is not the file's name"),
        ("// for: analyst\n", "", "example.cypher:1: the head lacks for"),
        ("// for: analyst", "// whom: analyst", "example.cypher:6: not a declaration: // whom: analyst"),
        ("// for: analyst", "// just words", "example.cypher:6: not a declaration: // just words"),
        ("unit: unit,", "unit: house,", "example.cypher:7: not a parameter: house, required, e.g. Thanh tra Sở"),
        ("unit: unit,", "unit: unit a|b,", "example.cypher:7: not a parameter: unit a|b, required"),
        ("unit: unit,", "unit: choice,", "example.cypher:7: not a parameter: choice, required"),
        ("// param collection: text\n", "", "example.cypher:1: parameter collection is not declared"),
        ("$unit", "'x'", "example.cypher:1: parameter unit is not used"),
        ("in_view(item)", "true", "example.cypher:1: parameter as_of is not used"),
        ("/units/{unit}", "/units/{who}", "example.cypher:1: route names who, which is no parameter"),
        ("WHERE in_view", "SET unit.x = 1 WITH unit, item WHERE in_view", "example.cypher:14: SET does not belong"),
        ("WHERE in_view", "detach delete unit WITH * WHERE in_view", "example.cypher:14: detach does not belong"),
        ("RETURN unit", "CALL db.labels() YIELD label RETURN unit", "example.cypher:15: procedure db does not belong"),
        ("ORDER BY agent\n", "", "example.cypher:15: no ORDER BY after RETURN"),
        ("LIMIT $limit", "LIMIT 5 + $limit", "example.cypher:15: no LIMIT $limit at the end"),
        ("AS citations", "AS scores", "example.cypher:15: returns agent, scores, declared are agent, citations"),
        ("unit.name AS agent, ", "", "example.cypher:15: returns citations, declared are agent, citations"),
        ("RETURN", "WITH", "example.cypher:1: no RETURN"),
        ("returns: agent", "returns: colour", "example.cypher:1: column colour has no heading in columns.tsv"),
    ],
)
def test_what_is_wrong_is_told_by_file_and_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    with pytest.raises(QuestionError) as error:
        loading(tmp_path, GOOD.replace(old, new, 1))
    assert str(error.value).startswith(told)


def test_strings_comments_and_quoted_names_are_no_words() -> None:
    text = "MATCH (a {x: 'it\\'s SET', `MERGE`: \"DELETE\"}) /* CREATE\n */ RETURN $limit // DROP"
    words = [(token.text, token.line, token.depth) for token in tokens(text) if token.kind in {"word", "parameter"}]
    assert words == [("MATCH", 1, 0), ("a", 1, 1), ("x", 1, 2), ("RETURN", 2, 0), ("$limit", 2, 0)]


def test_every_question_is_loaded_and_its_route_is_its_own() -> None:
    assert len(questions()) >= 15
    routes = [one.route for one in questions().values()]
    assert len(set(routes)) == len(routes)


def test_a_choice_lists_its_values(tmp_path: Path) -> None:
    text = GOOD.replace("unit: unit, required, e.g. Thanh tra Sở", "unit: choice quốc gia|bộ = bộ, e.g. bộ")
    (tmp_path / "example.cypher").write_text(text, encoding="utf-8")
    expected = Param("unit", "choice", False, "bộ", "bộ", ("quốc gia", "bộ"))
    assert load(tmp_path / "example.cypher").params[0] == expected


@pytest.mark.parametrize(
    ("column", "type_"),
    [
        ("role", records.Role),
        ("basis", records.Basis),
        ("kind", records.DirectiveKind),
        ("kind", records.UnitKind),
        ("agent_kind", records.UnitKind),
        ("function", records.Function),
        ("form", records.DeadlineForm),
        ("bound", records.Bound),
    ],
)
def test_every_word_of_the_contract_has_a_vietnamese_one(column: str, type_: Any) -> None:
    assert set(get_args(type_)) <= set(words(column))
    assert column in headings()


def test_an_unknown_question_names_its_neighbours() -> None:
    with pytest.raises(UnknownQuestion) as told:
        question("unit-implementing")
    assert "units-implementing-document" in str(told.value)
