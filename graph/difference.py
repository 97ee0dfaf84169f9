"""What differs between what stands in the graph and what a reading says: only that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph.identity import Row
from graph.schema import Kind, Label
from graph.schema.keep import joined, kept

Stored: TypeAlias = Mapping[str, Any]
Change: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FactChanges:
    """Rows to write and rows to delete, in the form that the generated statements take."""

    write: Mapping[Kind, list[Change]]
    delete: Mapping[Kind, list[Change]]


def node_changes(label: Label, rows: Iterable[Stored], standing: Mapping[str, Stored]) -> Iterator[Change]:
    """The nodes of `rows` that have other values than those that stand, with what differs."""
    for row in rows:
        values = dict(_values(label, row, standing[row["id"]]))
        if values:
            yield {"id": row["id"], "set": values}


def _values(label: Label, row: Stored, stands: Stored) -> Iterator[tuple[str, Any]]:
    for declared in label.properties.values():
        wanted = kept(declared, stands.get(declared.name), row.get(declared.name))
        if declared.name != "id" and wanted != stands.get(declared.name):
            yield declared.name, wanted


def joined_changes(label: Label, said: Iterable[Stored], stands: Stored) -> Change:
    """The joined values of a node, made anew from all that is still said of it, where they differ."""
    names = [p for p in label.properties.values() if p.keep in {"longest", "union"}]
    anew = joined(names, said)
    return {p.name: anew.get(p.name) for p in names if anew.get(p.name) != stands.get(p.name)}


def fact_changes(wanted: Mapping[Kind, Iterable[Row]], standing: Mapping[Kind, Iterable[Stored]]) -> FactChanges:
    """`standing` holds rows as `wanted` does, with `start`, `end` and the properties."""
    write: dict[Kind, list[Change]] = {}
    delete: dict[Kind, list[Change]] = {}
    for kind in {**wanted, **standing}:
        said = {_apart(row): row for row in wanted.get(kind, ())}
        stands = {_apart(row): row for row in standing.get(kind, ())}
        write[kind] = [
            _row(apart, changed) for apart, row in said.items() if (changed := _changed(row, stands.get(apart)))
        ]
        delete[kind] = [_row(apart, {}) for apart in stands if apart not in said]
    return FactChanges(_filled(write), _filled(delete))


def _apart(row: Stored) -> tuple[str, str, str]:
    return row["start"], row["end"], row["mention"]


def _row(apart: tuple[str, str, str], changed: Change) -> Change:
    start, end, mention = apart
    return {"start": start, "end": end, "mention": mention, "set": changed}


def _changed(said: Row, stands: Stored | None) -> Change:
    """The values that differ, null for one that is said no more."""
    before = stands or {}
    names = (said.keys() | before.keys()) - {"start", "end"}
    return {name: said.get(name) for name in sorted(names) if said.get(name) != before.get(name)}


def _filled(rows: Mapping[Kind, list[Change]]) -> dict[Kind, list[Change]]:
    return {kind: changes for kind, changes in rows.items() if changes}
