"""Asking: a catalogue question with its parameters, answered with rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graph.catalogue import Question
from graph.connect import Graph

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows in the order of the question; each row has the keys of `columns`, in that order.

    `parameters` are the values used, with names and numbers resolved to ids. `truncated`: there were more rows
    than the question's limit.
    """

    question: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Json], ...]
    as_of: str
    known_at: str
    truncated: bool
    parameters: dict[str, Json]


def ask(graph: Graph, question: Question, values: Mapping[str, object], timeout: float = 30.0) -> Answer:
    """Answer a question. `values` may be text as typed; `timeout` is in seconds.

    Raises:
        BadParameter: a name that the question has not, a missing or a malformed value.
        Unknown, Ambiguous: a document, unit, official or directive is not, or is several.
        TimedOut: the database needed longer than `timeout`.
        GraphFailure: the database failed.
    """
    raise NotImplementedError
