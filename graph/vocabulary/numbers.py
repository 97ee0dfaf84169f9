"""The printed number of a document: its grammar, its canonical spelling and what its codes stand for.

Three families print numbers differently (domain §1.1):

    Party   26-CT/TU            serial - type / issuer
    state   29/2023/QĐ-TTg      serial / year of numbering / type - issuer (normative)
            488/KH-UBND         serial / type - issuer (administrative)
            734/SKHCN-CCTĐC     serial / issuer - unit (công văn, no type)
    laws    29/2013/QH13        serial / year / legislature
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graph.vocabulary.fold import fold
from graph.vocabulary.tables import rows

NumberFamily = Literal["qppl", "hanh_chinh", "dang"]

_TYPE = r"[A-ZĐ][A-Za-zĐđ]{0,5}"
_ORGAN = r"[A-ZĐƯƠÂÊÔĂ&][A-Za-zĐđƯƠÂÊÔĂ&]*\d*"
_GAP = r"[ ]?"

PARTY = rf"(?P<p_serial>\d{{1,5}}){_GAP}-{_GAP}(?P<p_type>{_TYPE}){_GAP}/{_GAP}(?P<p_issuer>{_ORGAN}(?:-{_ORGAN})*)"
LAW = (
    rf"(?P<l_serial>\d{{1,4}}){_GAP}/{_GAP}(?P<l_year>(?:19|20)\d\d){_GAP}/{_GAP}"
    rf"(?P<l_issuer>(?:UBTV)?QH{_GAP}\d{{1,2}})"
)
STATE = (
    rf"(?P<s_serial>\d{{1,5}}(?:\.\d{{1,3}})?[a-z]?){_GAP}/{_GAP}(?:(?P<s_year>(?:19|20)\d\d){_GAP}/{_GAP})?"
    rf"(?P<s_type>{_TYPE}|{_ORGAN}){_GAP}-{_GAP}(?P<s_issuer>{_ORGAN}(?:{_GAP}-{_GAP}{_ORGAN})*)"
)
NUMBER = rf"(?<![\w/-])(?:{LAW}|{STATE}|{PARTY})"
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read apart. `text` is its canonical spelling; `type` is what its code says, none for công văn in
    state form (which is `Công văn`) and for laws, whose type only the words tell."""

    text: str
    serial: str
    year: int | None
    type_code: str | None
    issuer_code: str
    family: NumberFamily
    type: str | None

    @property
    def symbol(self) -> str:
        """The codes behind serial and year: "TB-KHCN" of "12/TB-KHCN", "CT/TU" of "26-CT/TU", "QĐ-TTg"."""
        codes = self.text[len(self.serial) + 1 :]
        return codes.removeprefix(f"{self.year}/")


@lru_cache(maxsize=1)
def type_codes() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Folded code → (code as printed, name of the type, families in which it is used)."""
    return {code.lower(): (code, name, frozenset(families.split())) for code, name, families in rows("types")}


@lru_cache(maxsize=1)
def type_names() -> dict[str, str]:
    """Folded name of a type of document → its name: "quyet dinh" → "Quyết định"."""
    names = {fold(name): name for _, name, _ in rows("types")}
    return names | {fold(name): name for name in ("Luật", "Bộ luật", "Hiến pháp", "Công văn")}


@lru_cache(maxsize=1)
def issuer_codes() -> dict[str, tuple[str, str]]:
    """Folded issuer code → (full name, level: central, province, department, party_…, office)."""
    return {code.lower(): (name, level) for code, name, level in rows("issuers")}


def _type_of(code: str, family: str) -> tuple[str, str] | None:
    known = type_codes().get(code.lower())
    return (known[0], known[1]) if known and family in known[2] else None


def from_match(match: re.Match[str]) -> Number | None:
    """The number in a match of `NUMBER`, or none where its shape belongs to no family."""
    part = match.groupdict()
    if part["l_serial"]:
        issuer = part["l_issuer"].replace(" ", "")
        text = f"{part['l_serial']}/{part['l_year']}/{issuer}"
        return Number(text, part["l_serial"], int(part["l_year"]), None, issuer, "qppl", None)
    if part["p_serial"]:
        return _party(part["p_serial"], part["p_type"], part["p_issuer"])
    return _state(part["s_serial"], part["s_year"], part["s_type"], part["s_issuer"].replace(" ", ""))


def _party(serial: str, type_code: str, issuer: str) -> Number | None:
    known = _type_of(type_code, "dang")
    if known is None:
        return None
    return Number(f"{serial}-{known[0]}/{issuer}", serial, None, known[0], issuer, "dang", known[1])


def _state(serial: str, year: str | None, type_code: str, issuer: str) -> Number | None:
    family: NumberFamily = "qppl" if year else "hanh_chinh"
    known = _type_of(type_code, family)
    if known is None and year:
        return None
    middle = f"{year}/" if year else ""
    if known is None:  # "734/SKHCN-CCTĐC": the first code is the issuer, the second its unit
        return Number(f"{serial}/{type_code}-{issuer}", serial, None, None, type_code, family, "Công văn")
    text = f"{serial}/{middle}{known[0]}-{issuer}"
    return Number(text, serial, int(year) if year else None, known[0], issuer, family, known[1])


def parse_number(text: str) -> Number | None:
    """The first number in the text, or none. Use it on what a person typed: "65/kh-khcn" is read as capitals.

    >>> parse_number("Kế hoạch số 65/KH-KHCN").text
    '65/KH-KHCN'
    """
    match = _NUMBER.search(text) or _NUMBER.search(text.upper())
    return from_match(match) if match else None
