"""short mentions → what they point back at inside the paper: "Nghị quyết số 29", "Luật Đất đai".

The antecedent of a short form is the nearest document before it of that type and serial, else the first behind it
("sau đây gọi tắt là" may come late); of a law by name, a mention that prints its number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.vocabulary.fold import fold, key
from ingest.mentions import CitationMention

# Under these a numbered mention is looked up; a law's by its name, others by type and serial.
_Key = tuple[str, str]
_MOST_LAWS = 50


def point_back(mentions: Sequence[CitationMention]) -> list[CitationMention]:
    """The mentions with their antecedents; a short form without "số" and without antecedent is no citation."""
    known: dict[_Key, list[CitationMention]] = {}
    for mention in mentions:
        for name in dict.fromkeys(_keys(mention)):
            known.setdefault(name, []).append(mention)
    found = [m if m.number else replace(m, antecedent=_antecedent(m, known)) for m in mentions]
    return [mention for mention in found if mention.rule != "bare-short-form" or mention.antecedent]


def _keys(mention: CitationMention) -> Iterable[_Key]:
    """What a numbered mention may be called by: with the year of its number or date, and without."""
    number = mention.number
    if number is None:
        return
    year = str(number.year or (mention.date or "")[:4])
    if mention.name:
        yield from (("law", key(mention.name)), ("law", f"{key(mention.name)}/{year}"))
    for type_ in filter(None, (mention.type, number.type)):
        serial = number.serial.lstrip("0")
        yield from ((fold(type_), serial), (fold(type_), f"{serial}/{year}"))


def _antecedent(mention: CitationMention, known: dict[_Key, list[CitationMention]]) -> CitationMention | None:
    if mention.rule == "named-law":
        year = f"/{mention.date[:4]}" if mention.date else ""
        laws = known.get(("law", key(mention.name or "") + year), [])
        # A law and the one that changes it may bear one name: which of two numbers is meant, the name does not tell.
        several = laws and any(law.number != laws[0].number for law in laws[:_MOST_LAWS])
        return None if several else _nearest(laws, mention.start)
    serial = (mention.name or "").rsplit(" ", 1)[-1].lstrip("0")
    meant = _nearest(known.get((fold(mention.type or ""), serial), []), mention.start)
    other_day = meant and meant.date and mention.date and meant.date != mention.date
    return None if other_day else meant


def _nearest(mentions: Sequence[CitationMention], position: int) -> CitationMention | None:
    """The last one before a position, else the first behind it."""
    before = bisect_left(mentions, position, key=lambda mention: mention.start)
    return mentions[before - 1] if before else mentions[0] if mentions else None
