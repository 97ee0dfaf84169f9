"""One open transaction and the generated statements in it, with a tally of what they wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction, Transaction

from graph.changes import Changes, counted
from graph.difference import Change, FactChanges, Stored
from graph.schema import Kind, Schema
from graph.schema import statements as generated


@dataclass(slots=True)
class Work:
    """The graph as one transaction sees and changes it. Not frozen: it counts."""

    transaction: ManagedTransaction | Transaction
    schema: Schema
    changes: Changes = field(default_factory=Changes)

    def read(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        return self.transaction.run(statement, parameters).data()

    def facts(self, source: str, from_char: int, to_char: int) -> dict[Kind, list[Stored]]:
        """All that a source says in a stretch of its text. One statement for each kind: a single one over all of
        them takes the database seconds to plan."""
        found: dict[Kind, list[Stored]] = {}
        for kind in self.schema.kinds():
            statement = generated.read_relationships(kind)
            rows = self.read(statement, source=source, from_char=from_char, to_char=to_char)
            found[kind] = [{"start": row["start"], "end": row["end"], **row["properties"]} for row in rows]
        return found

    def hold(self, label: str, ids: Iterable[str]) -> dict[str, Stored]:
        """The properties of nodes as they stand; those that are not there are made.

        Setting nothing takes the lock and counts as no change. It keeps other writers away until the transaction
        ends: otherwise two would each weigh or join what stands without seeing what the other adds.
        """
        rows = self._run(generated.write_nodes(self.schema.labels[label]), [_nothing(id_) for id_ in sorted(ids)])
        return {row["id"]: row["properties"] for row in rows}

    def write_nodes(self, label: str, rows: list[Change]) -> None:
        self._run(generated.write_nodes(self.schema.labels[label]), rows)

    def remove_label(self, label: str, ids: Iterable[str]) -> None:
        self._run(generated.remove_label(self.schema.labels[label]), [_nothing(id_) for id_ in sorted(ids)])

    def write_facts(self, changes: FactChanges) -> None:
        for kind, rows in changes.write.items():
            self.write_relationships(kind, rows)
        for kind, rows in changes.delete.items():
            self._run(generated.delete_relationships(self.schema.relationships[kind.type], kind), rows)

    def write_relationships(self, kind: Kind, rows: list[Change]) -> None:
        self._run(generated.write_relationships(self.schema.relationships[kind.type], kind), rows)

    def delete_lonely(self, ends: Mapping[str, set[str]]) -> None:
        """Delete those nodes, given by label, about which no source says anything any more."""
        for label, ids in ends.items():
            self._run(generated.delete_lonely_nodes(self.schema.labels[label]), [_nothing(id_) for id_ in sorted(ids)])

    def _run(self, statement: str, rows: list[Change]) -> list[dict[str, Any]]:
        """Run a generated statement over rows; over none it is not worth the way to the database."""
        if not rows:
            return []
        result = self.transaction.run(statement, rows=rows)
        found = result.data()
        self.changes += counted(result.consume())
        return found


def _nothing(id_: str) -> Change:
    return {"id": id_, "set": {}}
