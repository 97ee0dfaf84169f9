"""The issuer beside a citation: known organs, ministries and provinces, in any case and with lost marks.

… ngày 19/12/2023 của Thủ tướng chính phủ        … của Bộ trưởng Bộ Công Thương
… của UBND tỉnh Yên Bái Ban hành Quy định …      … của Ban Thường vụ Tỉnh ủy
Chính phủ đã ban hành Nghị định số …
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.codes import issuers
from graph.vocabulary.fold import fold
from graph.vocabulary.provinces import province_names
from ingest.grammar.flow import Flow
from ingest.lexicon import phrases

_OF = re.compile(r",?\s{1,4}(?:cua|do)\s{1,4}|\s{1,4}")
_SAYS_OF = re.compile(r",?\s{1,4}(?:cua|do)\s{1,4}")
_JOINT = re.compile(r"\s?[,;-]\s{0,4}(?:va\s{1,4})?|\s{1,4}va\s{1,4}")
# "Hội nghị Trung ương 8 khóa XI", "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI"
CONGRESS = (
    r"(?:\s{1,4}(?:thu\s{1,4})?(?:\d{1,2}|[ivx]{1,5}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?!\w))?"
    r"(?:,?\s{1,4}ban\s{1,4}chap\s{1,4}hanh\s{1,4}trung\s{1,4}uong(?:\s{1,4}dang)?)?"
    r"(?:,?\s{1,4}khoa\s{1,4}(?:[ivx]{1,5}|\d{1,2})(?!\w))?"
)
_LOOK_BACK = 90
_ISSUED = r"\s{1,4}(?:(?:da|moi|vua)\s{1,4})?(?:ban\s{1,4}hanh|ky\s{1,4}ban\s{1,4}hanh|co)\s{1,4}$"


def _any_of(names: list[str]) -> str:
    ordered = sorted(set(names), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,4}") for name in ordered)


@lru_cache(maxsize=1)
def _known() -> str:
    """Every issuer that the tables know, in flat letters; offices before their organs."""
    fields = [fold(name) for name in phrases("fields")]
    others = [name.replace(*pair) for name in fields for pair in ((" - ", ", "), (", ", " - "), ("phat trien nong thon", "ptnt"))]
    field = _any_of([*fields, *others])
    place = _any_of(list(province_names()))
    in_place = rf"(?:\s{{1,4}}(?:tinh|thanh\s{{1,4}}pho|tp\.?)(?:\s{{1,4}}(?:{place}))?|\s{{1,4}}(?:{place}))?(?!\w)"
    council = r"(?:uy\s{1,4}ban\s{1,4}nhan\s{1,4}dan|ubnd|hoi\s{1,4}dong\s{1,4}nhan\s{1,4}dan|hdnd)"
    committee = rf"(?:(?:ban\s{{1,4}}thuong\s{{1,4}}vu|ban\s{{1,4}}chap\s{{1,4}}hanh|thuong\s{{1,4}}truc|btv)\s{{1,4}}(?:dang\s{{1,4}}bo\s{{1,4}}tinh|tinh\s{{1,4}}uy|thanh\s{{1,4}}uy)|tinh\s{{1,4}}uy|thanh\s{{1,4}}uy)"
    central = [fold(i.name) for i in issuers() if i.level in ("central", "party_central")]
    bodies = _any_of([*central, *(fold(name) for name in phrases("issuing_bodies"))])
    return (
        rf"(?:bo\s{{1,4}}truong\s{{1,4}})?bo\s{{1,4}}(?:{field})(?!\w)"
        rf"|(?:{bodies})(?!\w){CONGRESS}"
        rf"|(?:(?:pho\s{{1,4}})?chu\s{{1,4}}tich\s{{1,4}}|thuong\s{{1,4}}truc\s{{1,4}})?{council}{in_place}"
        rf"|{committee}{in_place}"
    )


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    return re.compile(_known())


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<issuer>{_known()}){_ISSUED}")


def issuer_at(flow: Flow, position: int) -> tuple[int, int] | None:
    """The span of the issuer whose name begins at the position: one that the tables know, else a unit that the text
    names. A place is the longest that fits; a district's or commune's organ goes on where its place does."""
    unit = flow.units.get(position)
    known = _at().match(flow.flat, position)
    if known is None:
        return (unit.start, unit.end) if unit else None
    if unit and unit.end > known.end() and _is_longer_name(flow, known, unit.end):
        return unit.start, unit.end
    return known.span()


def _is_longer_name(flow: Flow, known: re.Match[str], end: int) -> bool:
    """ "UBND" of "UBND xã Công Hải"; not "Chính phủ" of "Chính phủ quy định"."""
    rest = flow.flat[known.end() : end]
    return bool(re.match(r"\s(?:xa|phuong|huyen|quan|thi\s|dac\skhu|cap|thanh\spho|tinh)\b", rest))


def issuer_behind(flow: Flow, position: int) -> tuple[int, int] | None:
    """The issuer behind a citation: "của" and its name, or the name of a known organ at once."""
    said = _SAYS_OF.match(flow.flat, position)
    if said:
        return issuer_at(flow, said.end())
    bare = _OF.match(flow.flat, position)
    known = _at().match(flow.flat, bare.end()) if bare else None
    capital = bool(known and flow.words[known.start()].isupper())
    return known.span() if known and capital else None


def issuer_before(flow: Flow, start: int, position: int) -> tuple[int, int] | None:
    """The organ of which it is said before a citation that it issued it."""
    match = _before().search(flow.flat, max(start, position - _LOOK_BACK), position)
    return match.span("issuer") if match else None


def joint_end(flow: Flow, end: int) -> int:
    """Behind the last of several issuers in a row ("Bộ trưởng Bộ Công an, Bộ trưởng Bộ Tư pháp và …")."""
    while (link := _JOINT.match(flow.flat, end)) and (further := _at().match(flow.flat, link.end())):
        end = further.end()
    return end


def known_issuers(flat: str) -> list[tuple[int, int]]:
    """The spans of the known issuers in flat letters, in order: the members of a joint issuer."""
    return [match.span() for match in _at().finditer(flat)]
