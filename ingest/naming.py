"""mentions → names: one canonical name for each organisation, office, group and person of the paper.

Names are the fullest form in the text or the lexicon, compared folded with abbreviations expanded (design §4 rule
12). What only the paper's issuer tells is added: "UBND tỉnh" of a paper from Bắc Giang is that province's. Nothing
outside the paper is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.fold import expand, fold, key
from graph.vocabulary.provinces import province_at_end
from ingest.grammar.units import head_pattern
from ingest.lexicon import UnitHead, phrases, unit_heads
from ingest.mentions import UnitMention

# Organs of a province that are named without it: the issuer's province completes them.
_PROVINCIAL = re.compile(
    r"^(?:.* )?(?:(?:Ủy ban nhân dân|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Ủy ban Mặt trận Tổ quốc) "
    r"(?:tỉnh|thành phố)"
    r"|Tỉnh ủy|Thành ủy)$"
)
_CUT = re.compile(r" (?:tỉnh|thành phố) (?P<cut>[^\W\d_]+)$")
_LEVELS = r"xã|phường|thị trấn|huyện|quận|thị xã|đặc khu"
_LOWER_PLACE = re.compile(rf" (?P<level>{_LEVELS}) (?P<place>[^\W\d_].*)$")
# A name that ends so is completed by whoever issues the paper, or names none in particular.
_BARE_PROVINCE = re.compile(r" (?:tỉnh|thành phố)$")
_BARE_LOWER = re.compile(rf" (?:{_LEVELS}|cấp xã|cấp huyện)$")
# Organisations that have phòng, trung tâm, chi cục as parts of their own; a people's committee has not.
_WITH_PARTS = ("Sở", "Bộ", "Cục", "Tổng cục", "Chi cục", "Ban Quản lý", "Viện", "Trung tâm", "Văn phòng")
_DEPARTMENT = "Sở"


@dataclass(frozen=True, slots=True)
class Context:
    """What the paper's head tells about every name in it; `organisation` is the issuer without its province."""

    issuer: str | None
    territory: str | None
    organisation: str | None = None


def canonical_name(mention: UnitMention, context: Context) -> str:
    """The name of a mention that is no pronoun, from its own words and the context."""
    words = " ".join(mention.words.split())
    if mention.kind in ("group", "group_of_heads"):
        return words[:1].upper() + words[1:]
    if mention.kind == "position":
        return _full_office(words)
    return with_territory(_with_place(_full_words(words, context), context), context)


def _with_place(name: str, context: Context) -> str:
    """A commune's or district's organ with its place where the issuer is of the same one: "UBND xã" in a paper of
    "Đảng ủy xã Công Hải"."""
    own = _LOWER_PLACE.search(context.issuer or "")
    return f"{name} {own['place']}" if own and name.endswith(f" {own['level']}") else name


def with_territory(name: str, context: Context) -> str:
    """A provincial organ's name with its province, also where the print cut it off ("UBND tỉnh Bắc")."""
    if not context.territory:
        return name
    cut = _CUT.search(name)
    if cut and fold(context.territory).startswith(fold(cut["cut"])):
        name = name[: cut.start("cut") - 1]
    return f"{name} {context.territory}" if _PROVINCIAL.match(name) else name


def with_province(name: str, context: Context) -> str:
    """A provincial department's name with its province: "Sở Công Thương" → "Sở Công Thương Lào Cai"."""
    place = context.territory
    if place is None or province_at_end(name):
        return name
    return f"{name} {place}"


def _full_words(words: str, context: Context) -> str:
    """Departments and ministries by their field, people's committees written out, Party organs in the state's tones."""
    head = head_pattern().match(words)
    if head is None:
        return words
    entry = unit_heads()[fold(head.group())]
    rest = words[head.end() :].strip()
    if entry.words in ("Sở", "Bộ"):
        return _of_field(entry.words, rest, context)
    if entry.words in ("UBND", "HĐND"):
        return f"{expand(entry.words)} {rest}".strip()
    if rest == _DEPARTMENT and entry.words in ("Đảng ủy",) and context.issuer:
        return f"{entry.words} {context.issuer}"
    return words


def _of_field(head: str, rest: str, context: Context) -> str:
    for name in sorted(phrases("fields"), key=len, reverse=True):
        folded, expanded = fold(name), fold(expand(rest))
        if expanded == folded or expanded.startswith(folded + " "):
            behind = expand(rest).split()[len(name.split()) :]
            full = " ".join([head, name, *behind])
            return context.issuer if context.issuer and _is_issuer(full, context) else full
    return f"{head} {rest}"


def _is_issuer(name: str, context: Context) -> bool:
    """Whether a department named without its province is the one that issued the paper."""
    return key(f"{name} {context.territory or ''}") == key(context.issuer or "")


def _full_office(words: str) -> str:
    for office in phrases("offices"):
        if fold(words) == fold(office):
            return office
    return words


@lru_cache(maxsize=4096)
def head_of(name: str) -> UnitHead | None:
    """The lexicon's entry for the word that a name begins with."""
    match = head_pattern().match(name)
    return unit_heads()[fold(match.group())] if match else None


def inner_name(name: str) -> str | None:
    """The organisation inside a name: "Văn phòng UBND tỉnh" → "UBND tỉnh", "Thanh tra Sở" → "Sở"."""
    first = head_pattern().match(name)
    inner = head_pattern().search(name, first.end()) if first else None
    return name[inner.start() :] if inner else None


def first_name(title: str) -> str | None:
    """The organisation that a title names: "Phó Chánh Văn phòng" → "Văn phòng"; none for "Phó Chủ tịch"."""
    match = head_pattern().search(title)
    return title[match.start() :].split(",", maxsplit=1)[0] if match else None


def territory_of(name: str, context: Context) -> str | None:
    """The province that a unit is in: the one in its name, else the issuer's for provincial and inner organs."""
    entry = head_of(name)
    named = province_at_end(name)
    if named and (entry is None or entry.words != "Công ty"):
        return named
    lone_office = name in phrases("offices")
    provincial = _PROVINCIAL.match(name) or _BARE_PROVINCE.search(name)
    if not lone_office and (entry is None or entry.of != "none" or provincial):
        return context.territory
    return None


def lower_place(issuer: str) -> str | None:
    """The commune or district of an issuer: "xã Công Hải" of "Đảng ủy xã Công Hải"."""
    own = _LOWER_PLACE.search(issuer)
    return f"{own['level']} {own['place']}" if own else None


def names_no_place(name: str) -> bool:
    """Whether a name ends with a level below the province and says no place: "UBND xã"."""
    return bool(_BARE_LOWER.search(name))


def has_parts(issuer: str | None) -> bool:
    """Whether "Phòng …", "Trung tâm …" in a paper of this issuer are its own parts."""
    entry = head_of(issuer) if issuer else None
    return entry is not None and entry.words in _WITH_PARTS


def is_settled(name: str, context: Context, parent: str | None) -> bool:
    """Whether the name tells which unit is meant, outside this paper too. "UBND tỉnh" does where the paper's province
    is known, "UBND xã" of no commune in particular never does."""
    if parent or name in phrases("offices"):
        return True
    if names_no_place(name):
        return False
    entry = head_of(name)
    central = entry is not None and entry.of == "none" and not _BARE_PROVINCE.search(name)
    return central or territory_of(name, context) is not None
