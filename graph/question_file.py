"""One question file: a head of comments that declares it, then Cypher.

// id: tasks
// route: /tasks
// group: Nhiệm vụ
// title: Các nhiệm vụ KH&CN được nêu
// title-en: S&T tasks that papers name
// for: inspector
// param level: choice quốc gia|bộ|tỉnh|cơ sở, e.g. tỉnh
// param as_of: date = today
// returns: task, level
MATCH …
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from graph.vocabulary.codes import type_names

ParamType = Literal[
    "document", "unit", "official", "directive", "date", "datetime", "text", "int", "choice", "document_type"
]

_HEAD: Final = re.compile(r"// (?P<word>[a-z-]+)(?: (?P<name>\w+))?: (?P<value>.+)")
_PARAM: Final = re.compile(
    r"(?P<type>\w+)(?: (?P<choices>[^,=]+?))?(?P<required>, required)?"
    r"(?: = (?P<default>[^,]+))?(?:, e\.g\. (?P<example>.+))?"
)
_WORDS: Final = ("id", "route", "group", "title", "title-en", "for", "returns")


class QuestionError(Exception):
    """A question file is wrong; for the people who write it, in terms of file and line."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a question. `default` is written as in the file (`today`, `now`, `200`), none without one.
    `choices` are the only values that there are, of a choice or a document type."""

    name: str
    type: ParamType
    required: bool
    default: str | None
    example: str | None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says: the words by name, the parameters in order, and the line on which Cypher begins."""

    words: dict[str, str]
    params: tuple[Param, ...]
    ends: int


def parse_head(file: str, text: str) -> Head:
    """The head of a question file.

    Raises:
        QuestionError: a line that is no declaration, an unknown or missing word, a malformed parameter.
    """
    words: dict[str, str] = {}
    params: list[Param] = []
    lines = text.splitlines()
    ends = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    for number, line in enumerate(lines[:ends], start=1):
        match = _HEAD.fullmatch(line)
        if match is None or not (match["word"] in _WORDS or (match["word"] == "param" and match["name"])):
            raise QuestionError(file, number, f"not a declaration: {line}")
        if match["word"] == "param":
            params.append(_param(file, number, match["name"], match["value"]))
        else:
            words[match["word"]] = match["value"].strip()
    if missing := [word for word in _WORDS if word not in words]:
        raise QuestionError(file, 1, f"the head lacks {', '.join(missing)}")
    return Head(words, tuple(params), ends)


def _param(file: str, line: int, name: str, value: str) -> Param:
    match = _PARAM.fullmatch(value)
    if (
        match is None
        or match["type"] not in get_args(ParamType)
        or (match["type"] == "choice") != bool(match["choices"])
    ):
        raise QuestionError(file, line, f"not a parameter: {value}")
    type_ = cast(ParamType, match["type"])
    choices = tuple(match["choices"].split("|")) if type_ == "choice" else ()
    if type_ == "document_type":
        choices = tuple(sorted(type_names().values()))
    return Param(name, type_, bool(match["required"]), match["default"], match["example"], choices)
