"""Dates as papers write them (domain §2, §10).

ngày 02/6/2023 · ngày 17-9-2003 · ngày 01 tháng 7 năm 2025 · tháng 5 năm 2024 · tháng 9/2026 · năm 2024
"""

from __future__ import annotations

import re
from datetime import date

from ingest.mentions import DateMention

DAY = r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
LONG_DAY = r"(?P<ld>\d{1,2})\s+tháng\s*(?P<lm>\d{1,2})\s+năm\s+(?P<ly>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile(rf"(?:ngày\s+)?(?<![\d/.-])(?:{DAY}|{LONG_DAY})", re.IGNORECASE)
_OPENING_DAY = re.compile(rf"\s*ngày\s+(?:{DAY}|{LONG_DAY})", re.IGNORECASE)


def date_at(shadow: str, position: int) -> DateMention | None:
    """The date that stands at the position behind "ngày"."""
    match = _OPENING_DAY.match(shadow, position)
    return _mention(match) if match else None


def find_dates(shadow: str, start: int, end: int) -> list[DateMention]:
    """Every day between two offsets; impossible ones ("31/4/2024") are left out."""
    return [mention for match in _DATE.finditer(shadow, start, end) if (mention := _mention(match))]


def iso_day(year: int, month: int, day: int) -> str | None:
    """ISO form, none for a day that no calendar has."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _mention(match: re.Match[str]) -> DateMention | None:
    day, month, year = (match["d"] or match["ld"], match["m"] or match["lm"], match["y"] or match["ly"])
    iso = iso_day(int(year), int(month), int(day))
    return DateMention(match.start(), match.end(), iso) if iso else None
