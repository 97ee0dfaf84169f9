"""text → paragraphs: lines joined where a page's width broke them, each with its mark.

A paragraph is one line in papers that come from a word processor; in papers that come from a printed page several
lines make one. The mark is what numbers or bullets it: `7.`, `II.`, `a)`, `-`, `+`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

MarkKind = Literal["article", "roman", "arabic", "decimal", "letter", "dash", "plus"]

_MARK = re.compile(
    r"[ \t]*(?:Điều[ ](?P<article>\d{1,3}[a-zđ]?)[.:](?=\s)|(?P<roman>[IVXL]{1,6})[.)/](?=\s)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?=\s)|(?P<arabic>\d{1,2})[.)/](?=\s)|(?P<letter>[a-zđ])[.)](?=\s)"
    r"|(?P<dash>[-–—•*])(?=\s|[^\W\d_])|(?P<plus>\+)(?=\s|\w))[ \t]*"
)
_ENDS_OPEN = re.compile(r"[^.;:!?”\"/]\s*$")
_WRAPPED_WIDTH = 130
_SHORT = 0.7
_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` is where its mark stands, `content` where its words begin; `end` is behind its last letter."""

    start: int
    content: int
    end: int
    kind: MarkKind | None
    mark: str | None

    def words(self, text: str) -> str:
        return text[self.content : self.end]


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its white space; `gap` says that a blank line stands before it."""

    start: int
    end: int
    gap: bool


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines between two offsets that hold anything."""
    lines: list[Line] = []
    gap = False
    for match in re.finditer(r"[^\n]*\n?", text[start:end]):
        raw = match.group()
        stripped = raw.strip()
        if stripped:
            first = start + match.start() + raw.index(stripped[0])
            lines.append(Line(first, first + len(stripped), gap))
            gap = False
        elif raw:
            gap = True
    return lines


def joined(text: str, paragraphs: list[Paragraph]) -> str:
    """The text with the line ends inside paragraphs as spaces; same length, so offsets hold."""
    pieces, position = [], 0
    for paragraph in paragraphs:
        pieces += [text[position : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")]
        position = paragraph.end
    return "".join([*pieces, text[position:]])


def paragraphs_of(text: str, start: int, end: int) -> list[Paragraph]:
    """Paragraphs between two offsets, in order."""
    lines = lines_of(text, start, end)
    width = _wrap_width(lines)
    found: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        mark = _MARK.match(text, line.start, line.end)
        if found and previous and not mark and _continues(text, found[-1], previous, line, width):
            last = found[-1]
            found[-1] = Paragraph(last.start, last.content, line.end, last.kind, last.mark)
        else:
            found.append(_paragraph(line, mark))
        previous = line
    return found


def _paragraph(line: Line, mark: re.Match[str] | None) -> Paragraph:
    if mark is None:
        return Paragraph(line.start, line.start, line.end, None, None)
    kind = cast("MarkKind", mark.lastgroup)
    return Paragraph(line.start, mark.end(), line.end, kind, mark.group(kind))


def _wrap_width(lines: list[Line]) -> int | None:
    """The width of the printed page in characters, or none where lines are whole paragraphs."""
    widths = sorted(line.end - line.start for line in lines)
    if not widths:
        return None
    near_longest = widths[int(len(widths) * 0.95)]
    return near_longest if near_longest < _WRAPPED_WIDTH else None


def _continues(text: str, last: Paragraph, previous: Line, line: Line, width: int | None) -> bool:
    """Whether an unmarked line goes on with the sentence before it.

    Across a blank line only an open list goes on ("…, ⏎ ⏎ Kế hoạch số 409/KH-UBND"); next to it, a line that fills
    the page's width and ends no sentence does too.
    """
    before = text[max(last.content, last.end - _LOOK_BACK) : last.end]
    if before.endswith(","):
        return True
    if before.endswith((";", ":")):
        return False
    starts_low = text[line.start].islower()
    if line.gap:
        return starts_low and bool(_ENDS_OPEN.search(before))
    if width is None:
        return starts_low and bool(_ENDS_OPEN.search(before))
    return starts_low or (previous.end - previous.start) > width * _SHORT
