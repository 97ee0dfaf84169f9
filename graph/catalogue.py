"""The catalogue of questions: one file each under `cypher/questions/`, checked when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ParamType = Literal["document", "unit", "official", "directive", "date", "datetime", "text", "int"]


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a question. `default` is written as in the file (`today`, `now`, `200`), none without one."""

    name: str
    type: ParamType
    required: bool
    default: str | None
    example: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file declares it; `cypher` has its macros expanded. `route` is below `/api/v1`."""

    id: str
    route: str
    group: str
    title: str
    title_en: str
    audience: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    cypher: str


def questions() -> Mapping[str, Question]:
    """Every question by its id, in the order of the ids."""
    raise NotImplementedError


def question(id_: str) -> Question:
    """One question.

    Raises:
        UnknownQuestion: none has this id; the message names similar ones.
    """
    raise NotImplementedError
