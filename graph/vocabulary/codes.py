"""What the codes in a printed number stand for: types of documents and issuers, as tables that a clerk can extend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args

from graph.vocabulary.fold import fold
from graph.vocabulary.tables import rows

Level = Literal[
    "central", "province", "department", "office", "party_central", "party_province", "party", "organisation"
]
# Types that have no code of their own in a number.
_WITHOUT_CODE = ("Luật", "Bộ luật", "Hiến pháp", "Công văn", "Chiến lược", "Điều lệ", "Quy hoạch", "Quy chuẩn kỹ thuật")


@dataclass(frozen=True, slots=True)
class TypeCode:
    """A code ("QĐ"), the type it stands for, and the families of numbers in which it does."""

    code: str
    name: str
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """A code ("UBND"), the issuer's full name without its place, and its level."""

    code: str
    name: str
    level: Level


@lru_cache(maxsize=1)
def _types() -> tuple[TypeCode, ...]:
    found = tuple(TypeCode(code, name, frozenset(families.split())) for code, name, families in rows("types"))
    for entry in found:
        if not entry.families or entry.families - {"qppl", "hanh_chinh", "dang"}:
            raise ValueError(f"types.tsv: {entry.code}: unknown family in {sorted(entry.families)}")
    return found


@lru_cache(maxsize=1)
def issuers() -> tuple[IssuerCode, ...]:
    """Every row of the table of issuers."""
    found = tuple(IssuerCode(code, name, cast("Level", level)) for code, name, level in rows("issuers"))
    for entry in found:
        if entry.level not in get_args(Level):
            raise ValueError(f"issuers.tsv: {entry.code}: unknown level {entry.level!r}")
    return found


@lru_cache(maxsize=1)
def _type_table() -> dict[str, TypeCode]:
    """By the code in small letters; by its folded form where that is no other code's ("qd", but "hd" is Hướng dẫn)."""
    return {fold(t.code): t for t in reversed(_types())} | {t.code.lower(): t for t in _types()}


@lru_cache(maxsize=1)
def _issuer_table() -> dict[str, IssuerCode]:
    return {fold(i.code): i for i in reversed(issuers())} | {i.code.lower(): i for i in issuers()}


def type_code(code: str) -> TypeCode | None:
    """What a type code stands for, in any case and with lost marks: "qđ", "QD" → Quyết định."""
    return _type_table().get(code.lower()) or _type_table().get(fold(code))


def issuer_code(code: str) -> IssuerCode | None:
    """What an issuer code stands for; the legislature's number is not part of it ("QH15")."""
    bare = code.rstrip("0123456789").lower()
    return _issuer_table().get(code.lower()) or _issuer_table().get(bare) or _issuer_table().get(fold(bare))


@lru_cache(maxsize=1)
def type_names() -> dict[str, str]:
    """Folded name of a type of document → its name: "quyet dinh" → "Quyết định"."""
    return {fold(name): name for name in (*(t.name for t in _types()), *_WITHOUT_CODE)}
