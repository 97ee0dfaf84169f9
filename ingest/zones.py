"""text → zones: where the head of a paper ends and its tail begins.

The order is that of Decree 30/2020 and Party Guide 36: head, title and subject, opening, body, closing formula,
recipients and signature.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.codes import type_names
from graph.vocabulary.fold import fold
from ingest.paragraphs import Line, lines_of

_RECIPIENTS = re.compile(r"^[ \t]*(?:nơi nhận|NƠI NHẬN|Nơi nhận|Nơi Nhận)\s*:?", re.MULTILINE)
_CAPACITY_LINE = re.compile(r"^[ \t]*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\. ?[A-ZĐÀ-Ỹ]", re.MULTILINE)
_END_MARK = re.compile(r"\./\.")
_RULE = re.compile(r"^[\W_]+$")
_OPENING = re.compile(r"^(?:ngày \d|căn cứ|thực hiện|kính gửi|theo |để |sau khi|trong |nhằm |tại )", re.IGNORECASE)
_HEAD_LINES = 40
_SUBJECT_LINES = 8


def find_tail(text: str) -> tuple[int, int | None]:
    """Where recipients or the signature begin, and where "Nơi nhận" stands."""
    recipients = None
    for match in _RECIPIENTS.finditer(text):
        recipients = match
    ended = max((m.end() for m in _END_MARK.finditer(text)), default=len(text) // 2)
    signature = _CAPACITY_LINE.search(text, ended)
    starts = [match.start() for match in (recipients, signature) if match]
    return (min(starts) if starts else len(text)), (recipients.end() if recipients else None)


def find_head(text: str, until: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None, int, int]:
    """Title line, subject, end of the head, start of the opening."""
    lines = lines_of(text, 0, until)[:_HEAD_LINES]
    for index, line in enumerate(lines):
        if _is_title(text[line.start : line.end]):
            subject, after = _subject(text, lines, index + 1)
            start = lines[after].start if after < len(lines) else line.end
            return (line.start, line.end), subject, line.start, max(start, subject[1] if subject else line.end)
    for line in lines:
        if fold(text[line.start : line.end]).startswith("kinh gui"):
            return None, None, line.start, line.start
    return None, None, 0, 0


def _is_title(line: str) -> bool:
    return line.isupper() and fold(line) in _titles()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(type_names())


def _subject(text: str, lines: list[Line], first: int) -> tuple[tuple[int, int] | None, int]:
    """The lines under the title up to a rule, a blank line or the opening; and the index of the next line."""
    last = first
    while last < len(lines) and last - first < _SUBJECT_LINES:
        line = lines[last]
        words = text[line.start : line.end]
        if _RULE.match(words) or (last > first and (line.gap or _OPENING.match(words))) or words.endswith(":"):
            break
        last += 1
    if last == first:
        return None, first
    after = last
    while after < len(lines) and _RULE.match(text[lines[after].start : lines[after].end]):
        after += 1
    return (lines[first].start, lines[last - 1].end), after
