"""Capitals turned into the capitals of Decree 30/2020: "SỞ CÔNG THƯƠNG" → "Sở Công Thương"."""

from __future__ import annotations

from functools import lru_cache

from graph.vocabulary.codes import issuers
from graph.vocabulary.fold import expand, fold
from graph.vocabulary.provinces import province_names
from graph.vocabulary.tables import rows
from ingest.lexicon import phrases, unit_heads

_LONGEST = 12
# Behind these stands the name of a place, each syllable with a capital.
_PLACE_CLASSES = {"xa", "phuong", "huyen", "quan", "tran"}


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Folded phrase → the phrase as Decree 30/2020 writes it, from every list of names."""
    names = [
        *(head.words for head in unit_heads().values()),
        *phrases("fields"),
        *phrases("titles"),
        *phrases("offices"),
        *(issuer.name for issuer in issuers()),
        *(name for name, _ in province_names().values()),
        *(row[1] for row in rows("abbreviations") if row[1][0].isupper()),
    ]
    return {fold(name): name for name in names}


def proper_case(capitals: str) -> str:
    """Known phrases as lists write them, the longest first; other words small, but for a name's first letter."""
    words = expand(capitals).split()
    result: list[str] = []
    in_place = False
    while words:
        taken, phrase = _known_phrase(words)
        result.append(phrase or (words[0].capitalize() if in_place else words[0].lower()))
        in_place = fold(words[0]) in _PLACE_CLASSES or (in_place and phrase is None)
        words = words[taken:]
    joined = " ".join(result)
    return joined[:1].upper() + joined[1:]


def _known_phrase(words: list[str]) -> tuple[int, str | None]:
    """How many of the words the longest known phrase at their beginning takes, and the phrase; (1, none)."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        known = _known().get(fold(" ".join(words[:length])))
        if known:
            return length, known
    return 1, None
