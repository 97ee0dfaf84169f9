"""Cited documents: type word, number, date and issuer as they stand (domain §1, §2).

Kế hoạch số 65/KH-KHCN ngày 22/4/2024 của Sở KH&CN
Quyết định số 29/2023/QĐ-TTg ngày 19/12/2023 của Thủ tướng chính phủ
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.numbers import NUMBER, from_match, type_names
from ingest.grammar.dates import date_at
from ingest.mentions import CitationMention, UnitMention

_ISSUER = re.compile(r",?\s+của\s+")


@lru_cache(maxsize=1)
def _citation() -> re.Pattern[str]:
    names = sorted(type_names().values(), key=len, reverse=True)
    types = "|".join(re.escape(name[0]) + f"(?i:{re.escape(name[1:])})" for name in names)
    lower = "|".join(re.escape(name.lower()) for name in names)
    return re.compile(rf"(?:(?<!\w)(?P<type>{types}|{lower})\s+)?(?:(?<!\w)(?:[Ss]ố|SỐ)\s*:?\s*)?{NUMBER}")


def find_citations(shadow: str, units: dict[int, UnitMention], start: int, end: int) -> list[CitationMention]:
    """Citations between two offsets, in order. `units` are the text's mentions by their start.

    The span runs from the type word, else from the number's digits, to the end of the date (design §4 rule 8).
    """
    return [
        mention
        for match in _citation().finditer(shadow, start, end)
        if (mention := _mention(shadow, match, units)) is not None
    ]


def _mention(shadow: str, match: re.Match[str], units: dict[int, UnitMention]) -> CitationMention | None:
    number = from_match(match)
    if number is None:
        return None
    serial = match.start("l_serial") if match["l_serial"] else max(match.start("p_serial"), match.start("s_serial"))
    start = match.start() if match["type"] else serial
    date = date_at(shadow, match.end())
    end = date.end if date else match.end()
    issuer = _issuer(shadow, end, units)
    return CitationMention(
        start=start,
        end=end,
        number=number,
        type_text=match["type"],
        date=date.iso if date else None,
        issuer_start=issuer.start if issuer else None,
        issuer_end=issuer.end if issuer else None,
    )


def _issuer(shadow: str, end: int, units: dict[int, UnitMention]) -> UnitMention | None:
    behind = _ISSUER.match(shadow, end)
    return units.get(behind.end()) if behind else None
