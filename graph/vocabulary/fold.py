"""Folding: how words are compared although offices write them differently (domain §7).

`shadow` keeps the length, so that offsets found in it hold in the text; `fold` is for comparing and searching;
`key` is for names. None of them is shown to people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from graph.vocabulary.tables import rows

# Letters that other alphabets and encodings put in the place of Vietnamese ones, one for one.
_LOOKALIKES = str.maketrans(
    "ÐðƉ" + "АВЕКМНОРСТХ" + "аеорсух" + "‐‑‒–—―−\u00ad" + "⁄∕" + "\u00a0\u202f\u2007\u2009\r\v\f",
    "ĐđĐ" + "ABEKMHOPCTX" + "aeopcyx" + "--------" + "//" + "       ",
)
# Letters and figures of full width, and the figures of other scripts.
_LOOKALIKES |= {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)} | {
    0x3000: ord(" "),
    0xFE63: ord("-"),
    0x30FC: ord("-"),
}
_LOOKALIKES |= {zero + figure: ord("0") + figure for zero in (0x0660, 0x06F0) for figure in range(10)}
# Open oa, oe, uy take their tone on either vowel (domain §7.3); 15 pairs, each in three cases.
_TONE_FIRST = {
    case(new): case(old)
    for new, old in zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
    for case in (str.lower, str.upper, str.capitalize)
}
# The second vowel first, since it is the rarer one.
_OPEN_VOWELS = re.compile(r"(?:[ỳýỷỹỵỲÝỶỸỴ](?<=[uU].)(?<![qQ]..)|[àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ](?<=[oO].))(?![^\W\d_])")
_LOOKALIKE = re.compile(f"[{re.escape(''.join(map(chr, _LOOKALIKES)))}]")
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w\s]+")
# Words that join the parts of a name and are written or left out at will.
_JOINERS = {"va"}


def shadow(text: str) -> str:
    """The text with look-alike letters, hyphens and spaces made plain and tones placed the old way (uỷ → ủy).

    The length stays the same, so that offsets found in it hold in the text.
    """
    # A search for the few that are there is ten times as fast as a translation of every letter.
    plain = _LOOKALIKE.sub(lambda match: chr(_LOOKALIKES[ord(match.group())]), text)
    pieces, position = [], 0
    for match in _OPEN_VOWELS.finditer(plain):
        pair = plain[match.start() - 1 : match.end()]
        pieces += [plain[position : match.start() - 1], _TONE_FIRST.get(pair, pair)]
        position = match.end()
    return "".join([*pieces, plain[position:]])


def _flat_letters() -> Iterator[tuple[int, str]]:
    """Every letter with marks that is one code point, with its bare small letter."""
    for point in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(point))[0].replace("Đ", "d").replace("đ", "d").lower()
        if "a" <= bare <= "z":
            yield point, bare


_FLAT: dict[int, int | str] = {**_LOOKALIKES, **{ord(c): "d" for c in "ÐðƉĐđ"}, **dict(_flat_letters())}


def flat(text: str) -> str:
    """Small letters without marks, one for each letter: "Quyết định số 29" → "quyet dinh so 29".

    The length stays the same for composed text, so that offsets found in it hold there; white space is kept.
    """
    return text.translate(_FLAT)


def strip_marks(text: str) -> str:
    """Letters without tone and vowel marks; đ becomes d. "Ủy ban" → "Uy ban"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LOOKALIKES))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.replace("Đ", "D").replace("đ", "d")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without marks, white space joined: "Uỷ  ban" and "Ủy ban" both give "uy ban"."""
    return _SPACE.sub(" ", strip_marks(text)).strip().lower()


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row[0]: row[1] for row in rows("abbreviations")}
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), table


def expand(text: str) -> str:
    """Abbreviations written out: "Sở KH&CN" → "Sở khoa học và công nghệ"."""
    pattern, table = _abbreviations()
    return pattern.sub(lambda match: table[match.group()], text)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What two spellings of one name share: expanded, folded, without joiners and punctuation."""
    words = _NOT_WORD.sub(" ", fold(expand(shadow(name)))).split()
    return " ".join(word for word in words if word not in _JOINERS)


def dotted(name: str) -> str:
    """A folded name as one segment of an identifier: "Ủy ban nhân dân" → "uy.ban.nhan.dan"."""
    return ".".join(_NOT_WORD.sub(" ", fold(expand(shadow(name)))).split())
