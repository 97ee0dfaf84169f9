"""The provisions of a document that a citation points at: the words before it (domain §2).

điểm a khoản 2 Điều 5 Nghị định …       dieu5;khoan2;diema
khoản 1, 2 và 3 Điều 5 Luật …           dieu5;khoan1  dieu5;khoan2  dieu5;khoan3
từ Điều 5 đến Điều 7 Quyết định …       dieu5  dieu6  dieu7
Phụ lục I ban hành kèm theo Nghị định … phuluc1
"""

from __future__ import annotations

import re

_NUMBERS = r"\d{1,3}[a-zđ]?"
_LETTERS = r"[a-zđ]"
_AND = r"(?:, | và |, và )"
_POINTS = rf"(?:các )?điểm (?P<points>{_LETTERS}(?:{_AND}(?:điểm )?{_LETTERS})*)"
_CLAUSES = rf"(?:các )?khoản (?P<clauses>{_NUMBERS}(?:{_AND}(?:khoản )?{_NUMBERS})*)"
_ARTICLES = rf"(?:các )?Điều (?P<articles>{_NUMBERS}(?:{_AND}(?:Điều )?{_NUMBERS})*)"
_RANGE = r"từ Điều (?P<first>\d{1,3}) đến Điều (?P<last>\d{1,3})"
_CHAPTER = r"Chương (?P<chapter>[IVXL]{1,6}|\d{1,2})"
_ANNEX = r"(?:Phụ lục|phụ lục)(?: số)? (?P<annex>[IVXL]{1,5}|\d{1,2})(?: ban hành)?(?: kèm theo)?"
_PINS = re.compile(
    rf"(?:(?:{_POINTS},? )?(?:{_CLAUSES},? )?(?:{_ARTICLES})|{_RANGE}|{_CHAPTER}|{_ANNEX})(?:,? của)? $", re.IGNORECASE
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LOOK_BACK = 120
_LONGEST_RANGE = 60


def pins_before(shadow: str, start: int, position: int) -> tuple[str, ...]:
    """The pins that end at a position, not before `start`; none where the words before are no provision."""
    match = _PINS.search(shadow, max(start, position - _LOOK_BACK), position)
    if match is None:
        return ()
    if match["chapter"]:
        return (f"chuong{_arabic(match['chapter'])}",)
    if match["annex"]:
        return (f"phuluc{_arabic(match['annex'])}",)
    if match["first"]:
        first, last = int(match["first"]), int(match["last"])
        return tuple(f"dieu{n}" for n in range(first, min(last, first + _LONGEST_RANGE) + 1))
    return tuple(_combined(match))


def _combined(match: re.Match[str]) -> list[str]:
    """A list distributes over what stands behind it; only the innermost may be a list beside single outer ones."""
    articles = _members(match["articles"])
    clauses = _members(match["clauses"])
    points = _members(match["points"])
    outer = [f"dieu{article}" for article in articles]
    if not clauses:
        return outer
    # "khoản 2, 3 Điều 5, Điều 6": clauses belong to the first article named behind them.
    middle = [f"{outer[0]};khoan{clause}" for clause in clauses] + outer[1:]
    if not points:
        return middle
    return [f"{middle[0]};diem{point}" for point in points] + middle[1:]


def _members(words: str | None) -> list[str]:
    return re.findall(rf"(?<!\w)(?:{_NUMBERS}|{_LETTERS})(?!\w)", words.lower()) if words else []


def _arabic(mark: str) -> int:
    """A Roman or Arabic mark as a number."""
    if mark.isdigit():
        return int(mark)
    values = [_ROMAN[letter] for letter in mark.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
