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
# In flat letters; scanning reads 1 as l or i and 0 as o ("ngày l6", "20l6").
_FIGURES = r"[\dlio]{1,2}"
_YEAR = r"[12li][089o][\dlo]{2}(?![\dlo])"
_BEHIND = re.compile(
    rf"[\s,(]{{0,4}}(?:(?:duoc |da )?(?:ban hanh|ky)\s+)?(?:ngay\s*)?(?:"
    rf"(?P<d>{_FIGURES})\s?[/.-]\s?(?P<m>{_FIGURES})\s?[/.-]\s?(?P<y>{_YEAR})"
    rf"|(?P<ld>{_FIGURES})\s*thang\s*(?P<lm>{_FIGURES})\s*nam\s*(?P<ly>{_YEAR}))"
    rf"|[\s,(]{{0,4}}(?:ngay\s{{0,3}}[._…]{{0,6}}\s{{0,3}})?thang\s*(?P<pm>\d{{1,2}})(?:\s*nam\s*|\s?/\s?)(?P<py>(?:19|20)\d\d)(?!\d)"
)
_BEFORE = re.compile(
    r"ngay\s{1,3}(?:(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<ld>\d{1,2})\s*thang\s*(?P<lm>\d{1,2})\s*nam\s*(?P<ly>(?:19|20)\d\d)),?\s{1,3}$"
)
_LONGEST_DATE = 40
_SLIPS = str.maketrans("lio", "110")


def date_behind(flat: str, position: int) -> DateMention | None:
    """The date that stands at once behind a citation's number, name or issuer, in flat letters.

    `iso` is empty where no calendar has the printed day ("31/4/2024").
    """
    match = _BEHIND.match(flat, position)
    if match is None:
        return None
    if match["pm"]:
        return DateMention(match.start(), match.end(), f"{match['py']}-{int(match['pm']):02}")
    day, month, year = (match["d"] or match["ld"], match["m"] or match["lm"], match["y"] or match["ly"])
    day, month, year = (part.translate(_SLIPS) for part in (day, month, year))
    return DateMention(match.start(), match.end(), iso_day(int(year), int(month), int(day)) or "")


def date_before(flat: str, position: int) -> str | None:
    """The day that stands at once before a position: "Ngày 29/6/2026, Bộ trưởng … ban hành …"; ISO."""
    match = _BEFORE.search(flat, max(0, position - _LONGEST_DATE), position)
    if match is None:
        return None
    day, month, year = (match["d"] or match["ld"], match["m"] or match["lm"], match["y"] or match["ly"])
    return iso_day(int(year), int(month), int(day))


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
