"""One paper's words as the grammars of citations see them: as they stand, and in flat letters of the same length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.vocabulary.fold import flat
from ingest.mentions import UnitMention


@dataclass(frozen=True, slots=True)
class Flow:
    """`words` are a shadow, `flat` its flat letters; `units` the organisations that it names, by where they begin,
    `unit_ends` by where they end."""

    words: str
    flat: str
    units: Mapping[int, UnitMention]
    unit_ends: Mapping[int, UnitMention]


def flow_of(words: str, units: Mapping[int, UnitMention]) -> Flow:
    """The flow of a shadow."""
    return Flow(words, flat(words), units, {unit.end: unit for unit in units.values()})
