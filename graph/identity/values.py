"""What identity yields: nodes and facts, gathered into rows by label and by kind of relationship."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.schema import Kind

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
    """Nodes and facts as rows; the first of equal ones counts."""
    nodes: dict[str, dict[str, Row]] = defaultdict(dict)
    facts: dict[Kind, dict[tuple[Value, ...], Row]] = defaultdict(dict)
    for value in values:
        if isinstance(value, Node):
            nodes[value.label].setdefault(value.id, {"id": value.id, **value.values})
        else:
            told_apart = (value.start, value.end, value.values["mention"])
            facts[value.kind].setdefault(told_apart, {"start": value.start, "end": value.end, **value.values})
    return Rows(
        {label: tuple(rows.values()) for label, rows in nodes.items()},
        {kind: tuple(rows.values()) for kind, rows in facts.items()},
    )


def signed(rows: Rows, kind: Kind) -> Rows:
    """The rows, each of `kind` bearing in `said` a hash of them all: equal hashes, equal rows."""
    plain = [sorted(rows.nodes.items()), sorted(rows.facts.items())]
    said = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    return Rows(rows.nodes, {**rows.facts, kind: tuple({**row, "said": said} for row in rows.facts[kind])})


def present(**values: Value | None) -> Row:
    """The values that are there: the graph holds no nulls."""
    return {name: value for name, value in values.items() if value is not None}
