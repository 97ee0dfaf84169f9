"""Which value of a property stays when it is said more than once (`keep` in nodes.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.schema.model import Property


def kept(declared: Property, stands: Any, said: Any) -> Any:
    """The value that stays of the one that stands and the one that is said now."""
    if declared.keep == "replace":
        return said
    if stands is None or said is None:
        return said if stands is None else stands
    if declared.keep == "longest":
        return max(stands, said, key=lambda value: (len(value), value))
    return sorted({*stands, *said}) if declared.keep == "union" else stands


def joined(properties: Iterable[Property], rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One row of several that speak of the same thing at once: none replaces another, the first value counts."""
    one: dict[str, Any] = {}
    declared = tuple(properties)
    for row in rows:
        for p in declared:
            stands, said = one.get(p.name), row.get(p.name)
            one[p.name] = stands if p.keep == "replace" and stands is not None else kept(p, stands, said)
    return {name: value for name, value in one.items() if value is not None}
