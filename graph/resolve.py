"""From what a person types to one node's id. Lookups are the files in `cypher/lookups/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from neo4j import READ_ACCESS, ManagedTransaction, Session

from graph.connect import Graph, failures_told
from graph.cypher_files import statement
from graph.failures import (
    Ambiguous,
    AmbiguousDirective,
    AmbiguousDocument,
    AmbiguousOfficial,
    AmbiguousUnit,
    Candidate,
    Unknown,
    UnknownDirective,
    UnknownDocument,
    UnknownOfficial,
    UnknownUnit,
)
from graph.identity.ids import number_key
from graph.vocabulary.fold import key
from graph.vocabulary.numbers import parse_number


@dataclass(frozen=True, slots=True)
class _Lookup:
    """How one type of node is sought. `keys`: the folded forms of what was typed, the most telling first."""

    name: str
    keys: Callable[[str], list[str]]
    unknown: type[Unknown]
    ambiguous: type[Ambiguous]


def _number_keys(text: str) -> list[str]:
    """With and without words around the number: "Kế hoạch số 65/kh-khcn" and "84-nq/du", which is no number to the
    grammar."""
    number = parse_number(text)
    return [number_key(number.text), number_key(text)] if number else [number_key(text)]


_LOOKUPS: Final[Mapping[str, _Lookup]] = {
    "document": _Lookup("document", _number_keys, UnknownDocument, AmbiguousDocument),
    "unit": _Lookup("unit", lambda text: [key(text)], UnknownUnit, AmbiguousUnit),
    "official": _Lookup("official", lambda text: [key(text)], UnknownOfficial, AmbiguousOfficial),
    "directive": _Lookup("directive", lambda text: [text], UnknownDirective, AmbiguousDirective),
}
RESOLVED: Final = frozenset(_LOOKUPS)


def resolve_document(graph: Graph, text: str) -> str:
    """The id of the document that `text` means: an id, a printed number however spaced and cased, or the name of
    the file from which it was read.

    Raises:
        UnknownDocument: nothing bears it; the message names similar numbers.
        AmbiguousDocument: several bear it.
        GraphFailure: the database failed.
    """
    with (
        failures_told(graph),
        graph.session(READ_ACCESS) as session,
    ):
        return resolve(session, "document", text)


def resolve(session: Session, type_: str, text: str) -> str:
    """The id of the node of this parameter type that `text` means.

    Raises:
        Unknown, Ambiguous: of the class for this type.
    """
    return session.execute_read(_resolved, _LOOKUPS[type_], " ".join(text.split()))


def _resolved(transaction: ManagedTransaction, lookup: _Lookup, text: str) -> str:
    if lookup.name == "directive" and "~" in text:  # the document before the mark may be given by its number
        document, address = text.rsplit("~", 1)
        text = f"{_resolved(transaction, _LOOKUPS['document'], document)}~{address}"
    keys = lookup.keys(text)
    rows = transaction.run(statement(f"lookups/{lookup.name}"), text=text, keys=keys).data()
    best = [row for row in rows if row["way"] == rows[0]["way"]]
    if len(best) > 1:
        raise lookup.ambiguous(text=text, candidates=tuple(_candidates(best)))
    if not best:
        near = transaction.run(statement(f"lookups/{lookup.name}-near"), text=keys[0]).value("name")
        raise lookup.unknown(text=text, near=", ".join(near) or "không có")
    return str(best[0]["id"])


def _candidates(rows: Iterable[Mapping[str, str]]) -> Iterable[Candidate]:
    for row in rows:
        yield Candidate(row["id"], row["name"], row["detail"], row["number"], row["date"])
