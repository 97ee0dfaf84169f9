"""Titles of tasks and projects of science and technology, in quotation marks or behind a colon (domain §5).

nhiệm vụ “Nghiên cứu sản xuất và sử dụng phân bón …” · hai dự án “A” và “B” · đề tài KH&CN: Ứng dụng …
"""

from __future__ import annotations

import re

from ingest.mentions import TaskMention

_KIND = r"(?:nhiệm vụ|dự án|đề tài|đề án khoa học|mô hình)(?: (?:KH&CN|khoa học và công nghệ|khoa học))?"
_LEVEL_WORDS = r"(?: cấp (?:quốc gia|nhà nước|bộ|tỉnh|thành phố|cơ sở))?"
_QUOTED = r"[“\"](?P<title>[^“”\"\n]{8,600})[”\"]"
_TITLED = re.compile(rf"(?<!\w){_KIND}{_LEVEL_WORDS}:? ?{_QUOTED}", re.IGNORECASE)
_AND_QUOTED = re.compile(rf"(?:,| và|;|, và) {_QUOTED}")
_BEHIND_COLON = re.compile(
    rf"(?<!\w)(?:đề tài|dự án)(?: (?:KH&CN|khoa học và công nghệ))?{_LEVEL_WORDS}: "
    r"(?P<title>[^“”\"\n;]{8,600}?)(?=[.;](?:\s|$))",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?<!\w)cấp (quốc gia|nhà nước|bộ|tỉnh|thành phố|cơ sở)(?!\w)", re.IGNORECASE)
_LEVELS = {
    "quốc gia": "quốc gia",
    "nhà nước": "quốc gia",
    "bộ": "bộ",
    "tỉnh": "tỉnh",
    "thành phố": "tỉnh",
    "cơ sở": "cơ sở",
}


def level_in(words: str) -> str | None:
    """The level that words name: "nhiệm vụ KH&CN cấp Quốc gia" → "quốc gia"."""
    match = _LEVEL.search(words)
    return _LEVELS[match.group(1).lower()] if match else None


def find_tasks(shadow: str, start: int, end: int, heading_level: str | None) -> list[TaskMention]:
    """Titles between two offsets, in order; the level is said beside the title or in a heading above it."""
    found: list[TaskMention] = []
    words = shadow[start:end].lower()
    if not any(part in words for part in ("“", '"', "ề tài", "ự án")):
        return found
    for match in _TITLED.finditer(shadow, start, end):
        level = level_in(shadow[match.start() : match.start("title")]) or heading_level
        found.append(TaskMention(*match.span("title"), level))
        position = match.end()
        while further := _AND_QUOTED.match(shadow, position, end):
            found.append(TaskMention(*further.span("title"), level))
            position = further.end()
    for match in _BEHIND_COLON.finditer(shadow, start, end):
        found.append(TaskMention(*match.span("title"), level_in(match.group()) or heading_level))
    return sorted(found, key=lambda mention: mention.start)
