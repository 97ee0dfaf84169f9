"""Cited documents: type word, number, date and issuer as they stand (domain §1, §2).

Kế hoạch số 65/KH-KHCN ngày 22/4/2024 của Sở KH&CN
Quyết định số 29/2023/QĐ-TTg ngày 19/12/2023 của Thủ tướng chính phủ
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.numbers import NUMBER, Number, from_match, type_names
from ingest.grammar.dates import date_at
from ingest.grammar.laws import LAW_TYPE, law_at, year_behind
from ingest.grammar.pins import pins_before
from ingest.mentions import CitationMention, UnitMention

_ISSUER = re.compile(r",?\s{1,4}của\s{1,4}")


@lru_cache(maxsize=1)
def _citation() -> re.Pattern[str]:
    names = sorted(type_names().values(), key=len, reverse=True)
    types = "|".join(re.escape(name[0]) + f"(?i:{re.escape(name[1:])})" for name in names)
    lower = "|".join(re.escape(name.lower()) for name in names)
    numbered = rf"(?:(?<!\w)(?P<type>{types}|{lower})\s{{1,4}})?(?:(?<!\w)(?:[Ss]ố|SỐ)\s{{0,4}}:?\s{{0,4}})?{NUMBER}"
    return re.compile(rf"(?<!\w)(?P<law>{LAW_TYPE}) (?=[A-ZĐ])|{numbered}")


@lru_cache(maxsize=1)
def _numbered_law() -> re.Pattern[str]:
    """A law's name up to its number: "Luật Công nghiệp công nghệ số số 71/2025/QH15"."""
    return re.compile(rf"(?P<name>{LAW_TYPE} [^\d;:.()“”\n]{{2,100}}?),? (?:số )?{NUMBER}")


def find_citations(shadow: str, units: dict[int, UnitMention], start: int, end: int) -> list[CitationMention]:
    """Citations between two offsets, in order. `units` are the text's mentions by their start.

    The span runs from the type word, else from the number's digits, to the end of the date (design §4 rule 8).
    """
    found: list[CitationMention] = []
    for match in _citation().finditer(shadow, start, end):
        behind = found[-1].end if found else start
        if match.start() >= behind and (mention := _mention(shadow, match, units, behind)):
            found.append(mention)
    return found


def _mention(shadow: str, match: re.Match[str], units: dict[int, UnitMention], behind: int) -> CitationMention | None:
    if match["law"]:
        return _law(shadow, match, units, behind)
    number = from_match(match)
    if number is None:
        return None
    serial = match.start("l_serial") if match["l_serial"] else max(match.start("p_serial"), match.start("s_serial"))
    start = match.start() if match["type"] else serial
    return _dated(shadow, units, Cited(start, match.end(), number, None, match["type"]), behind)


def _law(shadow: str, match: re.Match[str], units: dict[int, UnitMention], behind: int) -> CitationMention | None:
    """A law by its name; its number may follow at once."""
    named = law_at(shadow, match.start("law"), len(shadow))
    numbered = _numbered_law().match(shadow, match.start("law"))
    number = from_match(numbered) if numbered else None
    if numbered and number:
        # With a number behind it, whatever stands between is the name.
        name = " ".join(shadow[match.start("law") : numbered.end("name")].split())
        return _dated(shadow, units, Cited(match.start("law"), numbered.end(), number, name, match["law"]), behind)
    if named is None:
        return None
    end, name = named
    return _dated(shadow, units, Cited(match.start("law"), year_behind(shadow, end), None, name, match["law"]), behind)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation before its date and issuer are looked for."""

    start: int
    end: int
    number: Number | None
    name: str | None
    type_text: str | None


def _dated(shadow: str, units: dict[int, UnitMention], cited: Cited, behind: int) -> CitationMention:
    date = date_at(shadow, cited.end)
    end = date.end if date else cited.end
    issuer = _issuer(shadow, end, units)
    return CitationMention(
        start=cited.start,
        end=end,
        number=cited.number,
        name=cited.name,
        pins=pins_before(shadow, behind, cited.start),
        type_text=cited.type_text,
        date=date.iso if date else None,
        issuer_start=issuer.start if issuer else None,
        issuer_end=issuer.end if issuer else None,
    )


def _issuer(shadow: str, end: int, units: dict[int, UnitMention]) -> UnitMention | None:
    behind = _ISSUER.match(shadow, end)
    return units.get(behind.end()) if behind else None
