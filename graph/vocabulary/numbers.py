"""The printed number of a document: its grammar, its canonical spelling and what its codes stand for.

Three families print numbers differently (domain §1.1):

    Party   26-CT/TU            serial - type / issuer
    state   29/2023/QĐ-TTg      serial / year of numbering / type - issuer (normative)
            488/KH-UBND         serial / type - issuer (administrative)
            734/SKHCN-CCTĐC     serial / issuer - unit (công văn, no type)
    laws    29/2013/QH13        serial / year / legislature
    old     178/CP  23-TTg  40-LCT/HĐNN8  204/UB-QĐ-NĐ  05/TTLT/BTC-BNV

Print spoils them: stray blanks and line ends beside a stroke ("TTr -SCT", "6138/UBND-⏎KGVX"), lost strokes
("30c/NQCP", "1855QĐ-KHKT"), small letters and lost marks ("07/2022/tt-btttt", "QD-UBND"). A number is therefore
matched by its shape alone in flat letters (`fold.flat`), and what it is, is decided code by code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from graph.vocabulary.codes import TypeCode, issuer_code, issuers, type_code
from graph.vocabulary.fold import flat, shadow

NumberFamily = Literal["qppl", "hanh_chinh", "dang"]

_CODE = r"(?:ubtv)?qh\s?[0-9ilo](?:\s?\d)?(?![\d/])|[a-z&]{1,24}\d{0,2}(?!\d)"
_STROKE = r"\s{0,3}[-/_]\s{0,3}"
SHAPE = re.compile(
    rf"(?<![\w/-])(?<!\d[.:])(?P<serial>\d{{1,5}}(?:\.\d{{1,3}})?(?:[a-z](?=\s?[-/]))?)"
    rf"(?P<first>\s{{0,3}}[-/]\s{{0,3}}|\s?(?=[a-z]{{2,5}}[-/]|vbhn|[a-z]{{2,5}}/))"
    rf"(?:(?P<year>(?:18|19|20)\d\d)(?P<second>{_STROKE}|\s?(?=[a-z])))?"
    rf"(?P<codes>(?:{_CODE})(?:{_STROKE}(?:{_CODE}|\d{{3}}(?![\d/-])))*)"
)
_TOKEN = re.compile(rf"(?P<stroke>{_STROKE})?(?P<code>{_CODE}|\d{{3}})")
_LEGISLATURE = re.compile(r"(?P<organ>ubtvqh|qh)\s?(?P<term>[\dilo]\s?\d?)", re.IGNORECASE)
_FIGURES = str.maketrans("ilo", "110")  # as scanning reads figures: "QHI5"
# Since Decree 34/2016, at the latest, no genuine number has a stroke between type and issuer.
_HYPHENS_SINCE = 2016
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LEAST_CAPITALS = 2
_LOWEST_TYPE = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number read apart. `text` is its canonical spelling; `type` is what its code says, `Công văn` where a state
    number has none, and none where only the words before it tell (laws, old numbers)."""

    text: str
    serial: str
    year: int | None
    type_code: str | None
    issuer_code: str
    family: NumberFamily
    type: str | None

    def with_serial(self, serial: str) -> Number:
        """The number of the same codes under another serial."""
        return replace(self, text=serial + self.text[len(self.serial) :], serial=serial)

    @property
    def is_law(self) -> bool:
        """Whether the legislature's code stands in the issuer's place: the words tell the type."""
        return _LEGISLATURE.fullmatch(self.issuer_code) is not None

    @property
    def symbol(self) -> str:
        """The codes behind serial and year: "TB-KHCN" of "12/TB-KHCN", "CT/TU" of "26-CT/TU", "QĐ-TTg"."""
        codes = self.text[len(self.serial) + 1 :]
        return codes.removeprefix(f"{self.year}/")


@lru_cache(maxsize=4096)
def _mended(words: str) -> str | None:
    """The issuer's code that scanning misread: "TĨg" → TTg. Codes bear no tone marks, so one with a mark is misread; it
    is mended where just one known code differs in one letter."""
    if not _TONES.search(unicodedata.normalize("NFD", words)):
        return None
    read = flat(words)
    alike = {code.code for code in issuers() if _differ_in_one(read, flat(code.code))}
    return alike.pop() if len(alike) == 1 else None


def _differ_in_one(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@dataclass(frozen=True, slots=True)
class Code:
    """One group of letters of a number, as printed, with the stroke before it and whether blanks stand around that."""

    words: str
    stroke: str
    blanks: str
    end: int

    @property
    def type(self) -> TypeCode | None:
        return type_code(self.words)

    @property
    def capitals(self) -> bool:
        return self.words[:1].isupper()

    @property
    def canonical(self) -> str:
        """The table's spelling, else capitals where print lost them all."""
        known = self.type or issuer_code(self.words)
        law = _LEGISLATURE.fullmatch(self.words)
        if law:
            return law["organ"].upper() + law["term"].lower().translate(_FIGURES).replace(" ", "")
        if known and not self.words[-1:].isdigit():
            return known.code
        if mended := _mended(self.words):
            return mended
        return self.words.upper() if self.words.islower() else self.words


def read_number(match: re.Match[str], words: str, *, announced: bool, lost: str = "") -> tuple[Number, int] | None:
    """(number, where it ends) of a match of `SHAPE` in the flat letters of `words`; none where it is no number.

    `announced` says that a type word or "số" stands before it: only then are shapes that many other things share
    taken for a number ("178/CP", "12/PCT-KTN"). `lost` is a figure that print moved away from the serial ("1 25/2025").
    """
    codes = _codes(match, words)
    if not codes:
        return None
    year = int(match["year"]) if match["year"] else None
    number = _assemble(lost + match["serial"], match["first"].strip(), year, codes, announced=announced)
    return (number, codes[-1].end) if number else None


def _codes(match: re.Match[str], words: str) -> list[Code]:
    """The codes that belong together; one behind a blank only where the number needs it."""
    found: list[Code] = []
    for token in _TOKEN.finditer(match.string, *match.span("codes")):
        stroke = token["stroke"] or ""
        blanks = "".join(character for character in stroke if character.isspace())
        code = Code(words[slice(*token.span("code"))], stroke.strip().replace("_", "-"), blanks, token.end())
        if not found:
            found = _unglued(code, code.type)
        elif _goes_on(found, code, stroke):
            found.append(code)
        else:
            break
    return found


def _goes_on(found: Sequence[Code], code: Code, stroke: str) -> bool:
    """Whether a further code belongs to the number: "TT- BCT" does, "QĐ-UBND - Sở" does not."""
    known = issuer_code(code.words) is not None or code.type is not None or bool(_LEGISLATURE.fullmatch(code.words))
    if not (code.capitals or known or code.words.isdigit()):
        return False
    if not code.blanks:
        return True
    whole = len(found) > 1 or found[0].type is None
    one_side = stroke[:1] in "-/" or stroke[-1:] in "-/"
    capitals = code.words.isupper() and len(code.words) >= _LEAST_CAPITALS
    return (not whole and (known or capitals)) or (one_side and capitals)


def _unglued(code: Code, known: TypeCode | None) -> list[Code]:
    """A type and an issuer that lost the stroke between them: "NQCP" → NQ, CP."""
    if known or issuer_code(code.words):
        return [code]
    for length in range(len(code.words) - 1, _LOWEST_TYPE - 1, -1):
        first, rest = code.words[:length], code.words[length:]
        if type_code(first) and issuer_code(rest):
            end = code.end - len(rest)
            return [Code(first, code.stroke, code.blanks, end), Code(rest, "-", "", code.end)]
    return [code]


def _assemble(serial: str, first: str, year: int | None, codes: list[Code], *, announced: bool) -> Number | None:
    law = _LEGISLATURE.fullmatch(codes[0].words)
    if law:
        return _law(serial, year, codes[0].canonical) if year else None
    if first == "-":
        return _party(serial, codes, announced=announced) if year is None else None
    if first == "" and not codes[0].type:
        return None
    if first == "" and len(codes) > 1 and codes[1].stroke == "/" and "dang" in codes[0].type.families:  # type: ignore[union-attr]
        return _party(serial, codes, announced=announced)
    return _state(serial, year, codes, announced=announced)


def _law(serial: str, year: int, legislature: str) -> Number:
    return Number(f"{serial}/{year}/{legislature}", serial, year, None, legislature, "qppl", None)


def _joined(codes: Sequence[Code]) -> str:
    return codes[0].canonical + "".join((code.stroke or "-") + code.canonical for code in codes[1:])


def _party(serial: str, codes: list[Code], *, announced: bool) -> Number | None:
    """26-CT/TU; with a type word before it also the state's old forms: 40-LCT/HĐNN8, 23-TTg."""
    kind = codes[0].type
    text = f"{serial}-{_joined(codes)}"
    rest = _joined(codes[1:]) if len(codes) > 1 else codes[0].canonical
    if len(codes) > 1 and codes[1].stroke == "/" and kind and "dang" in kind.families:
        return Number(text, serial, None, kind.code, rest, "dang", kind.name)
    old = (kind is not None and (len(codes) > 1 or kind.families == {"qppl"})) or issuer_code(
        codes[0].words
    ) is not None
    if announced and (old or (len(codes) > 1 and codes[1].stroke == "/" and codes[0].capitals)):
        family: NumberFamily = "qppl" if old else "dang"
        return Number(text, serial, None, kind.code if kind else None, rest, family, kind.name if kind else None)
    return None


def _state(serial: str, year: int | None, codes: list[Code], *, announced: bool) -> Number | None:
    kind = codes[0].type
    issuer = issuer_code(codes[0].words)
    middle = f"{year}/" if year else ""
    joined = _joined(codes)
    text = f"{serial}/{middle}{joined.replace('/', '-') if year and year >= _HYPHENS_SINCE else joined}"
    if kind and len(codes) > 1:
        normative = "qppl" in kind.families and (year is not None or "hanh_chinh" not in kind.families)
        family: NumberFamily = "qppl" if normative else "hanh_chinh"
        return Number(text, serial, year, kind.code, _joined(codes[1:]), family, kind.name)
    if len(codes) == 1:  # "178/CP", "23/TB": only a type word before it tells these from fractions and form codes
        if not announced or not (issuer or kind) or not codes[0].capitals:
            return None
        family = "qppl" if issuer and issuer.level == "central" else "hanh_chinh"
        code = kind.code if kind else None
        return Number(text, serial, year, code, codes[0].canonical, family, kind.name if kind else None)
    if codes[1].stroke == "/" or (not issuer and not (announced and codes[0].capitals)):
        return None  # "18b/THHH/GSQL" is the code of a form
    # "734/SKHCN-CCTĐC": the first code is the issuer, the second its unit.
    return Number(text, serial, year, None, codes[0].canonical, "qppl" if year else "hanh_chinh", "Công văn")


def find_number(text: str) -> tuple[Number, int, int] | None:
    """The first number in the text and where it stands there, or none."""
    words = shadow(text)
    for match in SHAPE.finditer(flat(words)):
        read = read_number(match, words, announced=True)
        if read:
            return read[0], match.start(), read[1]
    return None


def parse_number(text: str) -> Number | None:
    """The first number in the text, or none. Use it on what a person typed: "65/kh-khcn" is read as capitals.

    >>> parse_number("Kế hoạch số 65/KH-KHCN").text
    '65/KH-KHCN'
    """
    found = find_number(text)
    return found[0] if found else None
