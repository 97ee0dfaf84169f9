"""citation mentions → cited documents: type, issuer, territory and, where the words settle it, the id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary.codes import issuer_code, type_names
from graph.vocabulary.fold import fold, key
from graph.vocabulary.identity import document_id
from graph.vocabulary.numbers import Number
from graph.vocabulary.provinces import province_at_end
from ingest.mentions import CitationMention
from ingest.naming import Context, lower_place, names_no_place, with_province, with_territory


@dataclass(frozen=True, slots=True)
class CitedIssuer:
    """`name` in full; `organisation` is what the code stands for, without its province (design §4 rule 1)."""

    name: str | None
    organisation: str | None
    territory: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """Type and issuer of a cited document, and its id where they settle it."""

    type: str | None
    issuer: CitedIssuer
    id: str | None


_PLACE_ONLY = re.compile(r"(?i:tỉnh|thành phố|TP\.?) (?=[A-ZĐ])")
_COMMITTEE = "Đảng ủy"


def cited_issuer(number: Number, words: str | None, context: Context) -> CitedIssuer:
    """Who issued a cited document: by the words beside it, else by its code; both in the citing paper's province."""
    known = issuer_code(number.issuer_code) or issuer_code(number.issuer_code.split("-")[0])
    joint = _joint(number)
    if joint:
        return CitedIssuer(words or "; ".join(joint), "+".join(joint), None)
    if known is None:
        return CitedIssuer(words, words, province_at_end(words) if words else None)
    name, level = known.name, known.level
    if words and _PLACE_ONLY.match(words):
        words = f"{name} {words}"
    if level in ("party_central", "central"):
        return CitedIssuer(words or name, name, None)
    territory = (province_at_end(words) if words else None) or context.territory
    if words:
        return CitedIssuer(words, _organisation(name, level, words, context), territory)
    return _by_code(name, level, territory, context)


def _joint(number: Number) -> list[str] | None:
    """The central organs that a joint code names, where the tables know them all: "TTLT-BNV-VPCP"."""
    codes = re.split(r"[-/]", number.issuer_code)
    known = [issuer_code(code) for code in codes]
    if len(codes) < 2 or "LT" not in (number.type_code or ""):  # noqa: PLR2004 - joint is two at least
        return None
    names = [one.name for one in known if one and one.level == "central"]
    return names if len(names) == len(codes) else None


def _by_code(name: str, level: str, territory: str | None, context: Context) -> CitedIssuer:
    issuer = context.issuer or ""
    if fold(issuer).startswith(f"{fold(name)} "):
        return CitedIssuer(issuer, context.organisation, territory)
    place = lower_place(issuer)
    if place and name in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
        return CitedIssuer(f"{name} {place}", f"{name} {place}", territory)
    if level == "party":  # of several committees only the one that every organ has is told by whose paper this is
        full = f"{name} {context.issuer}" if context.issuer and name == _COMMITTEE else None
        return CitedIssuer(full, _committee(name, full, context) if full else None, territory)
    if level == "province" and name in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
        return CitedIssuer(with_territory(f"{name} tỉnh", context), name, territory)
    full = with_province(name, context) if level == "department" else with_territory(name, context)
    return CitedIssuer(full, name, territory)


def _organisation(name: str, level: str, words: str, context: Context) -> str | None:
    """The organisation by its words: a commune's committee is another than the province's; none where the words name
    a level and no place ("UBND xã"), so that the citation settles nothing."""
    if context.issuer and key(words) == key(context.issuer):
        return context.organisation
    place = lower_place(words)
    if level == "party":
        return _committee(name, words, context)
    if place:
        return f"{name} {place}"
    return None if names_no_place(words) else name


def _committee(name: str, words: str, context: Context) -> str:
    """A Party committee is told apart by whose it is; its province stands in the territory."""
    province = context.territory or ""
    return words.removesuffix(f" {province}") if fold(words).startswith(fold(name)) else name


def identify(mention: CitationMention, issuer_words: str | None, context: Context) -> Cited:
    """What a citation's words settle; `issuer_words` is the issuer's canonical name where one is written."""
    number = mention.number
    if number is None:
        return Cited(mention.type, CitedIssuer(issuer_words, None, None), None)
    issuer = cited_issuer(number, issuer_words, context)
    type_ = _type(mention, number)
    return Cited(type_, issuer, _settled(number, type_, issuer, mention.date))


def _type(mention: CitationMention, number: Number) -> str | None:
    """As the words say; "Văn bản số 4250/…" is what its code says."""
    written = type_names().get(fold(mention.type_text)) if mention.type_text else None
    legislature = "Luật" if number.is_law else None
    return written or (mention.type if number.type in (None, "Công văn") else None) or number.type or legislature


def _settled(number: Number, type_: str | None, issuer: CitedIssuer, date: str | None) -> str | None:
    """The id, where organisation, territory, type and year of numbering are all known."""
    year = number.year or (int(date[:4]) if date else None)
    known = issuer_code(number.issuer_code.split("-")[0])
    needs_territory = known is None or known.level not in ("central", "party_central")
    if not (year and type_ and issuer.organisation) or (needs_territory and not issuer.territory):
        return None
    kind = number.type or type_
    return document_id(
        number=number.text, type_=kind, organisation=issuer.organisation, territory=issuer.territory, year=year
    )
