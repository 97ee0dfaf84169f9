"""The catalogue of questions: one file each under `cypher/questions/`, checked when it is loaded.

The same file is the endpoint, the command, the Browser's favourite, the assistant's tool and the notebook's cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graph.cypher_files import FOLDER, statement
from graph.cypher_tokens import Token, tokens
from graph.failures import UnknownQuestion
from graph.question_file import Head, Param, QuestionError, parse_head
from graph.vocabulary.tables import rows

# Every answer is as of a day and as known at a time, and ends somewhere.
_ALWAYS: Final = ("as_of", "known_at", "limit")
_WRITING: Final = frozenset(
    {
        *("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "FOREACH", "INSERT", "LOAD"),
        *("ALTER", "RENAME", "GRANT", "DENY", "REVOKE", "START", "STOP", "TERMINATE", "USE", "SHOW"),
    }
)
_MACRO: Final = re.compile(r"\b(in_view|day_of|line_at|proof_of)\((\w+(?:, \w+)*)\)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file declares it; `cypher` has its macros expanded. `route` is below `/api/v1`, `headings`
    are what people read above the `columns`."""

    id: str
    route: str
    group: str
    title: str
    title_en: str
    audience: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    cypher: str


@lru_cache(maxsize=1)
def headings() -> Mapping[str, str]:
    """Every column of the catalogue with its Vietnamese heading, from `cypher/columns.tsv`."""
    return MappingProxyType({row[0]: row[1] for row in rows("columns", FOLDER)})


@lru_cache(maxsize=1)
def questions() -> Mapping[str, Question]:
    """Every question by its id, in the order of the ids.

    Raises:
        QuestionError: a file is wrong.
    """
    files = sorted((FOLDER / "questions").glob("*.cypher"))
    return MappingProxyType({file.stem: load(file) for file in files})


def question(id_: str) -> Question:
    """One question.

    Raises:
        UnknownQuestion: none has this id; the message names similar ones.
    """
    if id_ not in questions():
        near = get_close_matches(id_, questions(), n=3, cutoff=0.4) or list(questions())[:3]
        raise UnknownQuestion(question=id_, near=", ".join(near))
    return questions()[id_]


def load(file: Path) -> Question:
    """The question in a file.

    Raises:
        QuestionError: its head and its Cypher do not agree, or it does more than read.
    """
    text = file.read_text(encoding="utf-8")
    head = parse_head(file.name, text)
    cypher = _MACRO.sub(_expanded, "\n".join(text.splitlines()[head.ends :]))
    columns = tuple(column.strip() for column in head.words["returns"].split(","))
    words = list(tokens(text))
    head_problems = (*_head_problems(file.stem, head, cypher), *_unheaded(columns))
    for line, problem in (*head_problems, *_writing(words), *_returning(columns, words)):
        raise QuestionError(file.name, line, problem)
    return Question(
        id=head.words["id"],
        route=head.words["route"],
        group=head.words["group"],
        title=head.words["title"],
        title_en=head.words["title-en"],
        audience=head.words["for"],
        params=head.params,
        columns=columns,
        headings=tuple(headings()[column] for column in columns),
        cypher=cypher,
    )


def _expanded(match: re.Match[str]) -> str:
    """The macro's text about the variables, in it called x, y and z; the macros in it are expanded too."""
    body = "".join(
        line for line in statement(f"macros/{match[1]}").splitlines(keepends=True) if not line.startswith("//")
    )
    given = dict(zip("xyz", match[2].split(", "), strict=False))
    return _MACRO.sub(_expanded, re.sub(r"\b[xyz]\b", lambda name: given.get(name[0], name[0]), body.strip()))


def _head_problems(stem: str, head: Head, cypher: str) -> Iterator[tuple[int, str]]:
    """Where the head does not agree with the file's name and the Cypher's parameters."""
    if head.words["id"] != stem:
        yield 1, f"id {head.words['id']} is not the file's name"
    declared = {param.name for param in head.params}
    used = {token.text[1:] for token in tokens(cypher) if token.kind == "parameter"}
    for name in sorted(declared ^ used | (set(_ALWAYS) - declared)):
        yield 1, f"parameter {name} is not {'used' if name in declared else 'declared'}"
    for name in re.findall(r"\{(\w+)\}", head.words["route"]):
        if name not in declared:
            yield 1, f"route names {name}, which is no parameter"


def _unheaded(columns: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for column in columns:
        if column not in headings():
            yield 1, f"column {column} has no heading in columns.tsv"


def _writing(words: list[Token]) -> Iterator[tuple[int, str]]:
    """Clauses that write, load or administrate, and calls of procedures."""
    signs = {"(", "{"}
    for before, token in pairwise([Token("sign", "", 0, 0), *words]):
        if token.kind == "word" and token.text.upper() in _WRITING and before.text != ".":
            yield token.line, f"{token.text} does not belong into a question"
        if before.is_word("CALL") and token.text not in signs:
            yield token.line, f"procedure {token.text} does not belong into a question"


def _returning(columns: tuple[str, ...], words: list[Token]) -> Iterator[tuple[int, str]]:
    """Where the last RETURN does not give the declared columns, in some order, up to the limit."""
    outer = [token for token in words if token.depth == 0]
    at = max((number for number, token in enumerate(outer) if token.is_word("RETURN")), default=None)
    if at is None:
        yield 1, "no RETURN"
        return
    after = outer[at + 1 :]
    order = next((number for number, token in enumerate(after) if token.is_word("ORDER")), None)
    if order is None:
        yield outer[at].line, "no ORDER BY after RETURN"
    if [token.text.upper() for token in after[-2:]] != ["LIMIT", "$LIMIT"]:
        yield outer[at].line, "no LIMIT $limit at the end"
    if (found := tuple(_names(after[:order]))) != columns:
        yield outer[at].line, f"returns {', '.join(found)}, declared are {', '.join(columns)}"


def _names(returned: list[Token]) -> Iterator[str]:
    """The names of returned columns: the word before each comma and before the end."""
    for token, after in pairwise([*returned, Token("sign", ",", 0, 0)]):
        if after.text == ",":
            yield token.text
