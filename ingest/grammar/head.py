"""The head of a paper: issuer, number, place and date, and whose conclusions it tells (domain §4, Decree 30/2020)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary.codes import type_names
from graph.vocabulary.fold import fold
from graph.vocabulary.numbers import Number, parse_number
from ingest.grammar.dates import find_dates
from ingest.grammar.officials import SYLLABLE
from ingest.tree import Tree

_NUMBER_LINE = re.compile(
    r"(?:^|[\n\t])\s{0,9}(?P<label>[Ss]ố|SỐ)\s{0,9}[:.]?[\s._…]{0,60}(?P<serial>\d{1,5}[a-z]?)?\s{0,9}"
    r"(?P<codes>[/-] ?[^\W\d_][\w/&-]*|/\d{4}/[\w&-]+)"
)
_BLANK = r"[\s._…]{0,60}"
_PLACE_DATE = re.compile(
    rf"(?P<place>(?<!\w){SYLLABLE}(?:(?: - | ){SYLLABLE}){{0,5}}), ?[Nn]gày{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}"
    rf"tháng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}năm{_BLANK}(?P<year>(?:19|20)\d\d)"
)
_MOTTO = re.compile(r"C[ỘỌÔ]NG H[ÒOÓ][ÀAÁ]? X[ÃA] H|Đ[ỘÔ]C L[ẬÂ]P|Đ[ẢA]NG C[ỘÔ]NG S[ẢA]N")
_LONGEST_TYPE = 24
_LONGEST_HEAD = 1500
_LONGEST_LINE = 200
_MOST_LINES = 8
_MEETING = re.compile(r"(?<!\w)(?:họp|phiên|buổi|hội nghị|cuộc|làm việc|giao ban)(?!\w)", re.IGNORECASE)
_CONCLUDES = re.compile(r"(?<!\w)(?:[Kk]ết luận|Ý kiến chỉ đạo|ý kiến)(?: chỉ đạo)? của (?:đồng chí )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head, with spans of the shadow; `codes` is the symbol where the serial is blank."""

    number: Number | None
    symbol: str | None
    number_span: tuple[int, int] | None
    type: str | None
    place: str | None
    place_span: tuple[int, int] | None
    issue_date: str | None
    date_span: tuple[int, int] | None
    issuer_lines: tuple[tuple[int, int], ...]
    meeting_date: str | None
    meeting_span: tuple[int, int] | None
    orderer: int | None


def parse_head(shadow: str, tree: Tree) -> Head:
    """The head's fields; each is none where it is blank or not there."""
    until = tree.title[0] if tree.title else (tree.head[1] or min(tree.opening[1], _LONGEST_HEAD))
    line = _number_line(shadow, until)
    codes = _codes(line) if line else None
    number = parse_number((line["serial"] or "0") + line["codes"]) if line else None
    place = _PLACE_DATE.search(shadow, 0, until)
    meeting = _meeting(shadow, tree)
    return Head(
        number=number if line and line["serial"] else None,
        symbol=number.symbol if number else codes,
        number_span=line.span("codes") if line and not line["serial"] else _span(line, "serial", "codes"),
        type=_type(shadow, tree, number),
        place=place["place"].strip() if place else None,
        place_span=place.span("place") if place else None,
        issue_date=_issue_date(place) if place else None,
        date_span=(place.end("place") + 2, place.end()) if place else None,
        issuer_lines=_issuer_lines(shadow, line.start("label") if line else until),
        meeting_date=meeting[0] if meeting else None,
        meeting_span=meeting[1] if meeting else None,
        orderer=_orderer(shadow, tree),
    )


def _number_line(shadow: str, until: int) -> re.Match[str] | None:
    """The line of the paper's own number; one behind a type word is cited ("… THEO QUYẾT ĐỊNH ⏎ SỐ 1050/QĐ-SCT")."""
    for match in _NUMBER_LINE.finditer(shadow, 0, until):
        before = fold(shadow[max(0, match.start() - _LONGEST_TYPE) : match.start()])
        if not before.endswith(tuple(type_names())):
            return match
    return None


def _span(match: re.Match[str] | None, first: str, last: str) -> tuple[int, int] | None:
    return (match.start(first), match.end(last)) if match else None


def _codes(match: re.Match[str]) -> str:
    return match["codes"].lstrip("/-").strip()


def _type(shadow: str, tree: Tree, number: Number | None) -> str | None:
    if tree.title:
        return type_names().get(fold(shadow[slice(*tree.title)]))
    return number.type if number else None


def _issue_date(match: re.Match[str]) -> str:
    """As precise as it is printed: a blank day leaves "2024-05"."""
    parts = [match["year"]]
    if match["month"]:
        parts.append(f"{int(match['month']):02}")
        if match["day"]:
            parts.append(f"{int(match['day']):02}")
    return "-".join(parts)


def _issuer_lines(shadow: str, until: int) -> tuple[tuple[int, int], ...]:
    """The lines, or cells of lines, in capitals above the number; the state's and the Party's mottoes are none."""
    found = []
    for cell in re.finditer(r"[^\t\n]+", shadow[:until]):
        motto = _MOTTO.search(cell.group())
        words = cell.group()[: motto.start()] if motto else cell.group()
        if 1 < len(words.strip()) < _LONGEST_LINE and words.isupper():
            found.append((cell.start(), cell.start() + len(words.rstrip())))
    return tuple(found[-_MOST_LINES:])


def _meeting(shadow: str, tree: Tree) -> tuple[str, tuple[int, int]] | None:
    """The day with which the opening begins, where it tells of a meeting: "Ngày 04/5/2024, tại phiên họp …"."""
    start, end = tree.opening
    days = find_dates(shadow, start, end)
    if not days or days[0].start - start > 1 or not _MEETING.search(shadow, days[0].end, end):
        return None
    return days[0].iso, (days[0].start, days[0].end)


def _orderer(shadow: str, tree: Tree) -> int | None:
    """Where the name of whoever concluded begins: behind "Kết luận của" in the subject."""
    if tree.subject is None:
        return None
    match = _CONCLUDES.search(shadow, *tree.subject)
    return match.end() if match else None
