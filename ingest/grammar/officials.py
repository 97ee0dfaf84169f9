"""People, with the titles that stand behind their names (domain §4, §10).

đồng chí Triệu Ngọc Trung, Phó Giám đốc Sở
đồng chí Nguyễn Tuấn Anh - Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.fold import fold
from graph.vocabulary.provinces import province_names
from ingest.grammar.names import name_end
from ingest.grammar.units import head_pattern
from ingest.lexicon import phrases
from ingest.mentions import OfficialMention

# Letters of Vietnamese, composed; the ranges of Unicode mix both cases, so they are told apart one by one.
_LETTERS = [chr(c) for c in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(c).isalpha()]
_UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
_LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
SYLLABLE = rf"[{_UPPER}][{_LOWER}]*"
NAME = rf"{SYLLABLE}(?: {SYLLABLE}){{1,4}}(?![\w])"
_ADDRESS = re.compile(rf"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|Ông|ông|Bà|bà)\.?:? (?P<name>{NAME})")
_BETWEEN = re.compile(r",? ?[-,(] ?|, ")
_MOST_TITLES = 4
_NEXT_TITLE = re.compile(r", ")


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    titles = sorted(phrases("titles"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(t[0]) + f"(?i:{re.escape(t[1:])})" for t in titles) + r")(?!\w)")


def find_officials(shadow: str, start: int, end: int) -> list[OfficialMention]:
    """People addressed by "đồng chí", "ông", "bà" between two offsets, in order."""
    found: list[OfficialMention] = []
    while match := _ADDRESS.search(shadow, start, end):
        name_start, name_stop = match.span("name")
        if not is_person(match["name"]):
            start = name_stop
            continue
        title_start, outer = _titles_behind(shadow, name_stop)
        title = shadow[title_start:outer] if outer > name_stop else None
        found.append(OfficialMention(name_start, name_stop, match["name"], title, outer))
        start = outer
    return found


def is_person(name: str) -> bool:
    """Whether capitalised words are a name and not an office, an organisation or a place."""
    glued = fold(name).replace(" ", "")
    office = any(glued.startswith(fold(title).replace(" ", "")[:6]) for title in phrases("titles") if " " in title)
    return not (office or head_pattern().match(name) or _title().match(name) or fold(name) in province_names())


def _titles_behind(shadow: str, position: int) -> tuple[int, int]:
    """Where the titles behind a name begin and end; an empty span where there are none."""
    between = _BETWEEN.match(shadow, position)
    first = _title().match(shadow, between.end()) if between else None
    if first is None:
        return position, position
    start, end = first.start(), _title_end(shadow, first.end())
    for _ in range(_MOST_TITLES - 1):
        comma = _NEXT_TITLE.match(shadow, end)
        further = _title().match(shadow, comma.end()) if comma else None
        if further is None:
            break
        end = _title_end(shadow, further.end())
    return start, end


def _title_end(shadow: str, end: int) -> int:
    """The end of one title with the organisation behind it: "Phó Giám đốc" + " Sở"."""
    head = head_pattern().match(shadow, end + 1)
    if head is None or shadow[end : end + 1] != " ":
        return end
    return name_end(shadow, head.end(), head_pattern())
