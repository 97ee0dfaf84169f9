"""Where a paper quotes: new words that it gives to others are not its own acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

# An article that acts on another document ends a quotation whose closing mark print lost.
_QUOTE = re.compile(
    r"[“”«»\"]|''|\n(?P<article>Điều \d{1,3}[a-z]?[.:] "
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Hiệu lực|Điều khoản|Tổ chức thực hiện))"
)
_EITHER = ('"', "''")
_LONGEST_QUOTE = 30_000


def quotations(words: str) -> list[tuple[int, int]]:
    """The outermost quoted stretches; a mark that is never closed opens nothing."""
    found: list[tuple[int, int]] = []
    opened, depth = 0, 0
    for match in _QUOTE.finditer(words):
        mark = match.group()
        if match["article"]:
            found += [(opened, match.start())] if depth else []
            depth = 0
        elif mark in "“«" or (mark in _EITHER and depth == 0 and _may_open(words, match)):
            if depth == 0:
                opened = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - opened < _LONGEST_QUOTE:
                found.append((opened, match.end()))
    return found


def _may_open(words: str, match: re.Match[str]) -> bool:
    """Whether a mark that opens and closes alike stands before a word, at the head of one."""
    before, behind = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
    return (not before or before.isspace() or before in "(:") and bool(behind) and not behind.isspace()


def is_quoted(quoted: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether a position stands in one of the quoted stretches."""
    before = bisect_right(quoted, (position, 1 << 60)) - 1
    return before >= 0 and position < quoted[before][1]
