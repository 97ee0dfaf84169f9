"""What identity yields: nodes and facts, gathered into rows by label and by kind of relationship."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.schema import Kind, schema
from graph.schema.keep import joined

Value: TypeAlias = str | int | float | bool | Sequence[str] | Sequence[int] | Sequence[bool]
Row: TypeAlias = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """`values` are its properties beside the id."""

    label: str
    id: str
    values: Row


@dataclass(frozen=True, slots=True)
class Fact:
    """A relationship that a source says. `values` hold its evidence, `mention` among them."""

    kind: Kind
    start: str
    end: str
    values: Row


@dataclass(frozen=True, slots=True)
class Rows:
    """What one reading says, ready for a table each: `nodes` by label, every row with `id`; `facts` by kind, every
    row with `start`, `end` and `mention`, which together tell it from all others of its kind."""

    nodes: Mapping[str, tuple[Row, ...]]
    facts: Mapping[Kind, tuple[Row, ...]]


def gather(values: Iterable[Node | Fact]) -> Rows:
    """Nodes and facts as rows; what is said twice of one node or fact is joined."""
    nodes: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    facts: dict[Kind, dict[tuple[str, str, Value], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for value in values:
        if isinstance(value, Node):
            nodes[value.label][value.id].append(value.values)
        else:
            facts[value.kind][value.start, value.end, value.values["mention"]].append(value.values)
    labels, relationships = schema().labels, schema().relationships
    return Rows(
        {
            label: tuple({"id": id_, **joined(labels[label].properties.values(), said)} for id_, said in found.items())
            for label, found in nodes.items()
        },
        {
            kind: tuple(
                {"start": start, "end": end, **joined(relationships[kind.type].properties.values(), said)}
                for (start, end, _), said in found.items()
            )
            for kind, found in facts.items()
        },
    )


def signed(rows: Rows, kind: Kind) -> Rows:
    """The rows, each of `kind` bearing in `said` a hash of them all: equal hashes, equal rows."""
    plain = [sorted(rows.nodes.items()), sorted(rows.facts.items())]
    said = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    return Rows(rows.nodes, {**rows.facts, kind: tuple({**row, "said": said} for row in rows.facts[kind])})


def present(**values: Value | None) -> Row:
    """The values that are there: the graph holds no nulls."""
    return {name: value for name, value in values.items() if value is not None}
