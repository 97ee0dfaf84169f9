"""Bare words that point at a unit named elsewhere: "Sở", "Trung tâm", "Doanh nghiệp" (domain §4)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.vocabulary.fold import fold
from graph.vocabulary.provinces import province_at_end
from ingest.mentions import UnitMention
from ingest.naming import Context, has_parts, lower_place

# An enterprise further back than this is no longer the one that is spoken of.
_NEAR = 600


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the shadow that stands under a heading which names a unit; sections follow one another."""

    start: int
    end: int
    unit: UnitMention


def resolve_pronouns(
    flow: str,
    mentions: Sequence[UnitMention],
    names: Mapping[int, str],
    sections: Sequence[Section],
    context: Context,
) -> dict[int, str]:
    """The name that each pronoun means: the issuer, the enterprise named before it in the same paragraph, the
    section's unit, or the issuer's only unit of that kind. One that could mean several, or anybody, has none."""
    meant: dict[int, str] = {}
    folded = {fold(name): name for name in names.values()}
    enterprise: UnitMention | None = None
    for mention in mentions:
        if not mention.pronoun:
            enterprise = mention if mention.kind == "enterprise" else enterprise
            continue
        word = fold(mention.words)
        if context.issuer and fold(context.issuer).startswith(f"{word} "):
            name: str | None = context.issuer
        elif mention.kind == "enterprise":
            near = enterprise is not None and "\n" not in flow[enterprise.end : mention.start][:_NEAR]
            name = names[enterprise.start] if enterprise and near and mention.start - enterprise.end < _NEAR else None
        else:
            name = _of_section(mention, word, names, sections) or _only(word, folded, context)
        if name:
            meant[mention.start] = name
    return meant


def _of_section(mention: UnitMention, word: str, names: Mapping[int, str], sections: Sequence[Section]) -> str | None:
    before = bisect_right(sections, mention.start, key=lambda section: section.start) - 1
    if before < 0 or mention.start >= sections[before].end:
        return None
    own = names.get(sections[before].unit.start, "")
    return own if fold(own).startswith(f"{word} ") else None


def _only(word: str, folded: Mapping[str, str], context: Context) -> str | None:
    """The one unit that begins so, where it is a part of the issuer and not somebody else's."""
    candidates = [name for fold_name, name in folded.items() if fold_name.startswith(f"{word} ")]
    if len(candidates) != 1 or not has_parts(context.issuer):
        return None
    return None if lower_place(candidates[0]) or province_at_end(candidates[0]) else candidates[0]
