"""Where the name of an organisation ends.

Names write a capital for each phrase and small letters inside it ("Phòng Quản lý công nghệ và Thị trường công
nghệ"), so capitals alone do not tell; a name goes on until punctuation, a small word that never stands in a name
("của", "tại"), or a verb ("chuẩn bị"). Lists of both are in the lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.fold import fold
from ingest.lexicon import phrases

_TOKEN = re.compile(r" ?([\w&]+(?:[-/.&][\w&]+)*| ?- ?(?=[^\W\d_]))")
# "Tỉnh ủy và Kế hoạch số 134/KH-UBND": a cited document, not a part of the name.
_DOCUMENT = re.compile(r" ?[A-ZĐ][\w ]{1,24}? số \d")
# A figure belongs to the name only behind these ("Ban Quản lý dự án số 1").
_NUMBERED = (" số", " khu", " Khu")
_LONGEST_SYLLABLE = 7
_MOST_WORDS = 16
_LONGEST_PART = 6


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases("verbs") | phrases("name_ends"))


@lru_cache(maxsize=1)
def _glued() -> frozenset[str]:
    """The same where print lost the space ("chủtrì"); short ones could be words of their own."""
    return frozenset(joined for phrase in _openers() if len(joined := phrase.replace(" ", "")) >= _LONGEST_SYLLABLE)


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(phrases("name_parts"))


def name_end(text: str, start: int, is_head: re.Pattern[str]) -> int:
    """The offset behind the name that goes on at `start`; `start` itself where nothing of it follows.

    `text` is a shadow. `is_head` matches the beginning of another organisation's name; one that follows at once
    belongs to this name ("Thanh tra Sở"), one behind "và" does not.
    """
    end = position = start
    for _ in range(_MOST_WORDS):
        taken = _inner_head_end(text, position, is_head) or _part_end(text, position)
        if taken is None:
            token = _TOKEN.match(text, position)
            if token is None or _ends_name(text, token, is_head):
                break
            taken = token.end()
            if token.group(1).strip() in ("và", "-"):
                position = taken
                continue
        end = position = taken
    return end


def _inner_head_end(text: str, position: int, is_head: re.Pattern[str]) -> int | None:
    """The end of the first words of an organisation whose name stands inside this one ("Văn phòng Ủy ban …")."""
    inner = is_head.match(text, position + 1) if text[position : position + 1] == " " else None
    return inner.end() if inner else None


def _part_end(text: str, position: int) -> int | None:
    """The end of a phrase of the lexicon that stands at the position, the longest first."""
    ends = []
    cursor = position
    for _ in range(_LONGEST_PART):
        token = _TOKEN.match(text, cursor)
        if token is None:
            break
        cursor = token.end()
        ends.append(cursor)
    for end in reversed(ends[1:]):
        if text[position:end].strip().lower() in _parts():
            return end
    return None


def _ends_name(text: str, token: re.Match[str], is_head: re.Pattern[str]) -> bool:
    word = token.group(1)
    following = _TOKEN.match(text, token.end())
    after = following.group(1) if following else ""
    if word in ("và", " - ", "- ", " -"):
        return not after[:1].isupper() or bool(
            is_head.match(text, token.end() + 1) or _DOCUMENT.match(text, token.end())
        )
    if word[:1].isupper():
        return False
    if word.isdigit():
        return not text.endswith(_NUMBERED, 0, token.start())
    return word in phrases("stops") or fold(f"{word} {after}") in _openers() or fold(word) in _glued()
