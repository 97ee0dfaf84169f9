"""text → shadow: what the grammars look at, with a map back to the text.

In the shadow look-alike letters and hyphens are plain, tones stand in the old place, invisible characters are gone,
and runs of spaces are one. A wide gap or a tab, which parts the columns of a head, is one tab. Every offset of the
pipeline is the shadow's until `to_records` maps it back; the text itself never changes (design §4 rule 7).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from graph.vocabulary.fold import shadow as plain

_INVISIBLE = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\u20e3\u0332"
_BLANK = "\\t \u00a0\u202f\u2007\u2009\\v\\f"
_REDUCED = re.compile(rf"[{_INVISIBLE}]+|\n[{_BLANK}]+|[{_BLANK}](?=[{_BLANK}\n])[{_BLANK}]*(?:\n[{_BLANK}]*)?|\t")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_WIDE = 3


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` is the shadow; `starts` and `shifts` say by how much an offset from there on stands further right."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that a span of the shadow stands for."""
        return self._at(start), (self._at(end - 1) + 1 if end > start else self._at(end))

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def cast_shadow(text: str) -> Shadow:
    """The shadow of a text; linear in its length."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = position = 0
    for match in _REDUCED.finditer(text):
        piece = text[position : match.start()] + _instead(match.group())
        pieces.append(piece)
        length += len(piece)
        position = match.end()
        starts.append(length)
        shifts.append(position - length)
    pieces.append(text[position:])
    return Shadow(plain("".join(pieces)), tuple(starts), tuple(shifts))


def _instead(run: str) -> str:
    if _IS_INVISIBLE.match(run):
        return ""
    if "\n" in run:
        return "\n"
    return "\t" if "\t" in run or len(run) >= _WIDE else " "
