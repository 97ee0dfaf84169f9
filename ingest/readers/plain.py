"""Plain text, and Markdown where a text file has its marks.

Left out or repaired before `text`, and counted in the report: decomposed letters are composed (NFC), line ends
become line feeds; where the file has Markdown marks, these go: heading marks, emphasis, link targets, escapes, the
two spaces of a line break. Nothing else changes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_IS_MARKDOWN = re.compile(r"^#{1,6}[ \u00a0]\S|\*\*\S[^\n]*?\*\*|\]\(https?://", re.MULTILINE)
_MARKS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("heading_marks", re.compile(r"^#{1,6}[ \u00a0]+(?=\S)", re.MULTILINE), ""),
    ("emphasis", re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?!\*)"), r"\2"),
    ("links", re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{1,2000}\)"), r"\1"),
    ("escapes", re.compile(r"\\([-\\`*_{}\[\]()#+.!>~|])"), r"\1"),
    ("line_breaks", re.compile(r"(?<=\S)(?: {2,}|\\)(?=\n)"), ""),
)


@dataclass(frozen=True, slots=True)
class Text:
    """What the rest of the pipeline reads, and what the reader did to get it."""

    characters: str
    media_type: str
    reader: str
    report: dict[str, int]


def read_plain(characters: str) -> Text:
    """Characters of a file → text, with a count of each thing left out."""
    composed = unicodedata.normalize("NFC", characters)
    text = composed.replace("\r\n", "\n").replace("\r", "\n")
    report = {"line_ends": composed.count("\r"), "composed": len(characters) - len(composed)}
    media_type = "text/plain"
    if _IS_MARKDOWN.search(text):
        media_type = "text/markdown"
        text, marks = _strip_marks(text)
        report |= marks
    return Text(text, media_type, "plain", {what: count for what, count in report.items() if count})


def _strip_marks(text: str) -> tuple[str, dict[str, int]]:
    counts = {}
    for what, pattern, replacement in _MARKS:
        text, counts[what] = pattern.subn(replacement, text)
    return text, counts
