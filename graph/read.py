"""Asking: a catalogue question with its parameters, answered with rows of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from neo4j import READ_ACCESS, ManagedTransaction, unit_of_work
from neo4j.exceptions import ClientError
from neo4j.time import DateTime

from graph.catalogue import Question
from graph.connect import Graph, failures_told
from graph.failures import TimedOut
from graph.parameters import typed
from graph.resolve import RESOLVED, resolve

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
    parameters = typed(question, values)
    with (
        failures_told(graph),
        graph.session(READ_ACCESS) as session,
    ):
        for param in question.params:
            if param.type in RESOLVED and parameters[param.name] is not None:
                parameters[param.name] = resolve(session, param.type, parameters[param.name])
        try:
            found = session.execute_read(unit_of_work(timeout=timeout)(_rows), question, parameters)
        except ClientError as error:
            if "TransactionTimedOut" in str(error.code):
                raise TimedOut(seconds=timeout, uri=graph.uri) from error
            raise
    return _answer(question, parameters, found)


def _rows(transaction: ManagedTransaction, question: Question, parameters: Mapping[str, Any]) -> list[dict[str, Json]]:
    """The rows, one more than the limit, which tells whether there are more."""
    result = transaction.run(question.cypher, {**parameters, "limit": parameters["limit"] + 1})
    return [{name: _plain(value) for name, value in row.items()} for row in result.data()]


def _answer(question: Question, parameters: Mapping[str, Any], found: list[dict[str, Json]]) -> Answer:
    plain = {name: _plain(value) for name, value in parameters.items()}
    return Answer(
        question=question.id,
        title=question.title,
        columns=question.columns,
        rows=tuple(found[: parameters["limit"]]),
        as_of=str(plain["as_of"]),
        known_at=str(plain["known_at"]),
        truncated=len(found) > parameters["limit"],
        parameters=plain,
    )


def _plain(value: Any) -> Json:
    """A value of Cypher or of Python as JSON has it: times become ISO 8601."""
    if isinstance(value, DateTime):
        return value.iso_format()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    plain: Json = value
    return plain
