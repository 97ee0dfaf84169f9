"""What was written, as the database itself counts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from neo4j import ResultSummary

Outcome = Literal["new", "changed", "same", "duplicate"]


@dataclass(frozen=True, slots=True)
class Changes:
    """Counts of the driver's counters; a property that is removed counts as set."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0
    labels_added: int = 0
    labels_removed: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.nodes_created + other.nodes_created,
            self.nodes_deleted + other.nodes_deleted,
            self.relationships_created + other.relationships_created,
            self.relationships_deleted + other.relationships_deleted,
            self.properties_set + other.properties_set,
            self.labels_added + other.labels_added,
            self.labels_removed + other.labels_removed,
        )

    def __bool__(self) -> bool:
        return self != Changes()


@dataclass(frozen=True, slots=True)
class Written:
    """One document done: its id, the name of its file, how it went and what it changed."""

    document: str
    source: str
    outcome: Outcome
    changes: Changes


def counted(summary: ResultSummary) -> Changes:
    counters = summary.counters
    return Changes(
        counters.nodes_created,
        counters.nodes_deleted,
        counters.relationships_created,
        counters.relationships_deleted,
        counters.properties_set,
        counters.labels_added,
        counters.labels_removed,
    )
