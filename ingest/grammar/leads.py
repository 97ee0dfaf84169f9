"""What stands before a number: the type of the document, its issuer in some papers, "số" (domain §2).

Quyết định số 29/2023/…           Văn bản số 4250/BNNMT-…        Nghị định của Chính phủ số 30/…
các Kế hoạch: số 239/…            số 408/…                       Tờtrình số 26/… (lost blanks)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.codes import type_names
from graph.vocabulary.fold import fold
from ingest.grammar.flow import Flow
from ingest.grammar.issuers import issuer_at
from ingest.lexicon import table

_LOOK_BACK = 110
_SO = r"(?<!\w)(?:so(?:\s{1,4}so)?|s6)\s{0,4}[:.]{0,2}\s{0,4}"
# A page number that print put between the type and the number.
_PAGE = r"(?:\d{1,3}\s*\n\s*)?"
# What looks like a number of a document behind these is none (domain §10).
_OTHER = re.compile(
    r"(?<!\w)(?:mau(?:\sbieu)?|bieu(?:\smau)?|ma|ma\sho\sso|phu\sluc|hop\sdong|(?:dien\s)?thoai|dt|fax|qcvn|tcvn|tcn|iso|ky\shieu"
    r"|cong\sbao|giay\sphep|chung\schi|hoa\sdon(?:\sgtgt)?|tai\skhoan|goi\sthau|phieu\s(?:chi|thu|nhap|xuat|can)|ban\sve|ve"
    r"|to\sban\sdo|so\shieu|bien\slai|lo|thua|van\sdon|chung\stu)\s{0,3}(?:so\s{0,3})?[:.]?\s{0,3}[(“\"]?$"
)

# Type words that also end laws' names ("Luật Quy hoạch"): in small letters they are no type before a number.
_IN_NAMES = {
    "luat",
    "quy hoach",
    "quy chuan ky thuat",
    "chien luoc",
    "du an",
    "hop dong",
    "bao cao",
    "quy dinh",
    "van ban",
}


@dataclass(frozen=True, slots=True)
class Lead:
    """`start` is where the citation begins; `type_text` the words, `type` what they mean; `by` the span of an issuer
    between type and number. `plural` says that the type stands for several ("các Kế hoạch: số …"),
    `said` that a type word or "số" stands there."""

    start: int
    type_text: str | None
    type: str | None
    by: tuple[int, int] | None
    plural: bool
    said: bool


@lru_cache(maxsize=1)
def types() -> dict[str, str]:
    """Folded words → type: the types' own names and other words for them."""
    others = {fold(words): name for words, name in table("document_words").items()}
    unknown = sorted(set(others.values()) - set(type_names().values()))
    if unknown:
        raise ValueError(f"document_words.tsv: no such type: {', '.join(unknown)}")
    return type_names() | others


@lru_cache(maxsize=1)
def type_pattern() -> str:
    """Any of them in flat letters, also where print lost or doubled the blanks."""
    names = sorted(types(), key=len, reverse=True)
    return "|".join(r"\s{0,4}".join(name.split(" ")) for name in names)


def _typed() -> str:
    """The type word, with the plural before it."""
    return rf"(?P<cac>(?<!\w)(?:cac|nhung)\s{{1,4}})?(?<!\w)(?P<type>{type_pattern()})"


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_typed()}\s{{0,4}}:?\s{{0,4}})?(?P<so>{_SO})?{_PAGE}$")


@lru_cache(maxsize=1)
def _lead_with_issuer() -> re.Pattern[str]:
    """ "Nghị định của Chính phủ số …", "các nghị định của Chính phủ: Số …"."""
    return re.compile(
        rf"{_typed()}\s{{1,4}}(?:cua|do)\s{{1,4}}(?P<by>[a-z][a-z ,\n-]{{2,70}}?)\s{{0,4}}:?\s{{0,4}}"
        rf"(?P<so>{_SO}){_PAGE}$"
    )


def lead_before(flow: Flow, start: int, position: int) -> Lead | None:
    """The lead of the number that begins at a position, not before `start`; none where it is no document's."""
    begin = max(start, position - _LOOK_BACK)
    if _OTHER.search(flow.flat, begin, position):
        return None
    match = _lead().search(flow.flat, begin, position)
    said = bool(match and match["so"])
    if said and not (match and match["type"]):
        match = _with_issuer(flow, begin, position) or match
    if match is None or not match["type"] or _is_part_of_name(flow.words[match.start("type")], match["type"]):
        return Lead(position, None, None, None, plural=False, said=said)
    plural = match["cac"] is not None
    folded = fold(match["type"])
    type_ = types().get(folded) or types().get(_with_blanks(folded))
    by = match.span("by") if "by" in match.groupdict() else None
    text = flow.words[slice(*match.span("type"))]
    return Lead(position if plural else match.start("type"), text, type_, by, plural=plural, said=True)


def _with_issuer(flow: Flow, start: int, position: int) -> re.Match[str] | None:
    """The lead whose issuer, and nothing else, stands between type and number."""
    match = _lead_with_issuer().search(flow.flat, start, position)
    by = issuer_at(flow, match.start("by")) if match else None
    return match if match and by and by[1] == match.end("by") else None


def _is_part_of_name(letter: str, type_: str) -> bool:
    """ "pháp luật số 64/2025/QH15", "Luật Quy hoạch số …": the last words of a law's name."""
    return letter.islower() and fold(type_) in _IN_NAMES


def _with_blanks(glued: str) -> str:
    """ "totrinh" → "to trinh"."""
    return next((name for name in types() if name.replace(" ", "") == glued.replace(" ", "")), glued)
