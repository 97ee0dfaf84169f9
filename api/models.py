"""The shapes of what HTTP answers, for the specification and for clients generated from it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from graph import Question


class Candidate(BaseModel):
    """One of several things that a number or a name may mean; `href` asks again with its id."""

    id: str
    name: str
    detail: str | None
    number: str | None
    date: str | None
    href: str


class Problem(BaseModel):
    """An error, RFC 9457. `code` is stable; `title` and `detail` are in the language of `Accept-Language`."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["urn:chidao:problem:document-unknown"])
    title: str
    status: int
    detail: str
    instance: str
    code: str
    candidates: list[Candidate] = Field(default=[], description="Chỉ có khi status là 300.")


class Row(BaseModel):
    """A row of any question, keyed by column."""

    model_config = ConfigDict(extra="allow")


class Answer(BaseModel):
    """Rows in the order of the question. `truncated`: there were more than its limit. `parameters`: what was asked,
    with numbers and names resolved to ids."""

    question: str
    title: str
    columns: list[str]
    rows: list[Row]
    as_of: str
    known_at: str
    truncated: bool
    parameters: dict[str, Any]


@lru_cache
def answer_model(asked: Question | None) -> type[Answer]:
    """The answer's shape with the columns of one question; of any question without one."""
    if asked is None:
        return Answer
    name = "".join(part.capitalize() for part in asked.id.split("-"))
    columns: dict[str, Any] = dict.fromkeys(asked.columns, (Any, ...))
    row: Any = create_model(f"{name}Row", __base__=Row, __doc__=asked.title, **columns)
    return create_model(f"{name}Answer", __base__=Answer, __doc__=asked.title_en, rows=(list[row], ...))
