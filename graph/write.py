"""Readings into the graph: one transaction for each document, and nothing written that already stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from graph.connect import Graph
from graph.records import Reading

Outcome = Literal["new", "changed", "same", "duplicate"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What the database's own counters say was written."""

    documents: int = 0
    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.documents + other.documents,
            self.nodes_created + other.nodes_created,
            self.nodes_deleted + other.nodes_deleted,
            self.relationships_created + other.relationships_created,
            self.relationships_deleted + other.relationships_deleted,
            self.properties_set + other.properties_set,
        )


@dataclass(frozen=True, slots=True)
class Written:
    """One document done: its id, the name of its file, how it went and what it changed."""

    document: str
    source: str
    outcome: Outcome
    changes: Changes


def _silent(_: Written) -> None:
    """Nobody watches."""


def prepare(graph: Graph) -> None:
    """Make the constraints and indexes that are missing."""
    raise NotImplementedError


def apply(graph: Graph, readings: Iterable[Reading], report: Callable[[Written], None] = _silent) -> Changes:
    """Write what the readings say; `report` hears of each document once it is committed. Returns the sum."""
    raise NotImplementedError
