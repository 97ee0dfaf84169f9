"""Bare words that point at a unit named elsewhere: "Sở", "Trung tâm", "Doanh nghiệp" (domain §4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.vocabulary.fold import fold
from ingest.mentions import UnitMention
from ingest.naming import Context


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the shadow that stands under a heading which names a unit; sections follow one another."""

    start: int
    end: int
    unit: UnitMention


def resolve_pronouns(
    mentions: Sequence[UnitMention], names: Mapping[int, str], sections: Sequence[Section], context: Context
) -> dict[int, str]:
    """The name that each pronoun means: the issuer, the last enterprise named, the section's unit, or the only unit
    of that kind. One that could mean several has none: nothing is guessed."""
    meant: dict[int, str] = {}
    folded = {fold(name): name for name in names.values()}
    enterprise: str | None = None
    for mention in mentions:
        if not mention.pronoun:
            enterprise = names[mention.start] if mention.kind == "enterprise" else enterprise
            continue
        word = fold(mention.words)
        if context.issuer and fold(context.issuer).startswith(f"{word} "):
            name: str | None = context.issuer
        elif mention.kind == "enterprise":
            name = enterprise
        else:
            name = _of_section(mention, word, names, sections) or _only(word, folded)
        if name:
            meant[mention.start] = name
    return meant


def _of_section(mention: UnitMention, word: str, names: Mapping[int, str], sections: Sequence[Section]) -> str | None:
    before = bisect_right(sections, mention.start, key=lambda section: section.start) - 1
    if before < 0 or mention.start >= sections[before].end:
        return None
    own = names.get(sections[before].unit.start, "")
    return own if fold(own).startswith(f"{word} ") else None


def _only(word: str, folded: Mapping[str, str]) -> str | None:
    candidates = {name for fold_name, name in folded.items() if fold_name.startswith(f"{word} ")}
    return candidates.pop() if len(candidates) == 1 else None
