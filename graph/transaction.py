"""One open transaction and the generated statements in it, with a tally of what they wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction, Transaction

from graph.changes import Changes, counted
from graph.difference import Change, FactChanges, Standing, Stored
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

    def nodes(self, label: str, ids: Iterable[str]) -> dict[str, Standing]:
        rows = self.read(generated.read_nodes(self.schema.labels[label]), ids=list(ids))
        return {row["id"]: Standing(frozenset(row["labels"]), row["properties"]) for row in rows}

    def facts(self, source: str, from_char: int, to_char: int) -> dict[Kind, list[Stored]]:
        """All that a source says in a stretch of its text."""
        statement = generated.read_relationships(self.schema)
        found: dict[Kind, list[Stored]] = defaultdict(list)
        for row in self.read(statement, source=source, from_char=from_char, to_char=to_char):
            kind = Kind(row["type"], row["start_label"], row["end_label"])
            found[kind].append({"start": row["start"], "end": row["end"], **row["properties"]})
        return found

    def hold(self, label: str, ids: Iterable[str]) -> None:
        """Make the nodes that are not there, and keep other writers from all of them until the transaction ends.

        Setting nothing takes the lock and counts as no change. Without it two writers would each weigh or join
        what stands without seeing what the other adds.
        """
        self.write_nodes(label, [{"id": id_, "set": {}} for id_ in sorted(ids)])

    def write_nodes(self, label: str, rows: list[Change]) -> None:
        self._run(generated.write_nodes(self.schema.labels[label]), rows=rows)

    def write_facts(self, changes: FactChanges) -> None:
        for kind, rows in changes.write.items():
            self.write_relationships(kind, rows)
        for kind, rows in changes.delete.items():
            self._run(generated.delete_relationships(self.schema.relationships[kind.type], kind), rows=rows)

    def write_relationships(self, kind: Kind, rows: list[Change]) -> None:
        self._run(generated.write_relationships(self.schema.relationships[kind.type], kind), rows=rows)

    def delete_lonely(self, ends: Mapping[str, set[str]]) -> None:
        """Delete those nodes, given by label, about which no source says anything any more."""
        for label, ids in ends.items():
            self._run(generated.delete_lonely_nodes(self.schema.labels[label]), ids=sorted(ids))

    def _run(self, statement: str, **parameters: Any) -> None:
        if any(parameters.values()):
            self.changes += counted(self.transaction.run(statement, parameters).consume())
