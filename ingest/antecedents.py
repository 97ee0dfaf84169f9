"""short mentions → what they point back at inside the paper: "Nghị quyết số 29", "Luật Đất đai", "Kế hoạch nêu trên".

The antecedent of a short form is the nearest document before it of that type and serial, else the first behind it
("sau đây gọi tắt là" may come late); of a law by name, a mention that prints its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.vocabulary.fold import fold, key
from ingest.mentions import CitationMention


def point_back(mentions: Sequence[CitationMention]) -> list[CitationMention]:
    """The mentions with their antecedents; a short form without "số" and without antecedent is no citation."""
    numbered = [mention for mention in mentions if mention.number]
    found = [replace(m, antecedent=_antecedent(m, numbered)) if m.number is None else m for m in mentions]
    return [mention for mention in found if mention.rule != "bare-short-form" or mention.antecedent]


def _antecedent(mention: CitationMention, numbered: Sequence[CitationMention]) -> CitationMention | None:
    fits = _same_law if mention.rule == "named-law" else _same_serial
    matching = [other for other in numbered if fits(mention, other)]
    if len({other.number.text for other in matching if other.number}) > 1 and mention.rule == "named-law":
        return None
    before = [other for other in matching if other.start < mention.start]
    return before[-1] if before else matching[0] if matching else None


def _same_law(mention: CitationMention, other: CitationMention) -> bool:
    if not (mention.name and other.name and key(mention.name) == key(other.name)):
        return False
    year = other.number.year if other.number else None
    return mention.date is None or year is None or mention.date[:4] == str(year)


def _same_serial(mention: CitationMention, other: CitationMention) -> bool:
    if mention.name is None or other.number is None or mention.type is None:
        return False
    serial, _, year = mention.name.rsplit(" ", 1)[-1].partition("/")
    number = other.number
    same_type = fold(mention.type) in (fold(other.type or ""), fold(number.type or ""))
    same_year = not year or number.year == int(year) or (number.year is None and (other.date or "").startswith(year))
    return number.serial.lstrip("0") == serial.lstrip("0") and same_type and same_year
