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
from ingest.grammar.patterns import any_of, loose
from ingest.lexicon import phrases

_BLANK = re.compile(r"[ \t]{1,4}")
_SAYS_OF = re.compile(r",?\s{1,4}(?:cua|do)\s{1,4}")
_JOINT = re.compile(r"[ ]?[,;-][ ]{0,4}(?:va[ ]{1,4})?|[ ]{1,4}va[ ]{1,4}")
# "Hội nghị Trung ương 8 khóa XI", "Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI"
CONGRESS = loose(
    r"(?: (?:thu )?(?:\d{1,2}|[ivx]{1,5}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?!\w))?"
    r"(?:,? ban chap hanh trung uong(?: dang)?)?(?:,? khoa (?:[ivx]{1,5}|\d{1,2})(?!\w))?"
)
_LOWER = re.compile(r"\s(?:xa|phuong|huyen|quan|thi\s(?:xa|tran)|dac\skhu|cap|thanh\spho|tinh)(?!\w)")
_BESIDE = re.compile(r"\s{1,4}tai\s{1,4}$|\s\($")
_ISSUED = loose(" (?:(?:da|moi|vua) )?(?:ban hanh|ky ban hanh|co) $")
_SAID = re.compile(_ISSUED)
_LOOK_BACK = 90


@lru_cache(maxsize=1)
def _known() -> str:
    """Every issuer that the tables know, in flat letters; offices before their organs."""
    place = any_of(province_names())
    in_place = loose(rf"(?: (?:tinh|thanh pho|tp\.?)(?: (?:{place}))?| (?:{place}))?(?!\w)")
    council = loose(r"(?:(?:pho )?chu tich |thuong truc )?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)(?!\w)")
    committee = loose(
        r"(?:(?:ban thuong vu|ban chap hanh|thuong truc|btv) (?:dang bo tinh|tinh uy|thanh uy)|tinh uy|thanh uy)"
    )
    central = [fold(i.name) for i in issuers() if i.level in ("central", "party_central")]
    bodies = any_of([*central, *(fold(name) for name in phrases("issuing_bodies"))])
    return (
        rf"{loose('(?:bo truong )?bo ')}(?:{_field()})(?!\w)|(?:{bodies})(?!\w){CONGRESS}"
        rf"|{council}{in_place}|{committee}{in_place}"
    )


def _field() -> str:
    """The fields of ministries as they are written: "Lao động, Thương binh và Xã hội", "Nông nghiệp và PTNT"."""
    fields = [fold(name) for name in phrases("fields")]
    written = ((" - ", ", "), (", ", " - "), ("phat trien nong thon", "ptnt"))
    return any_of([*fields, *(name.replace(*pair) for name in fields for pair in written)])


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
    """ "UBND" of "UBND xã Công Hải", "UBND tỉnh" of "UBND tỉnh Bắc" (cut off); no verb behind "Chính phủ"."""
    rest = flow.words[known.end() : end]
    cut = known.group().endswith(("tinh", "thanh pho")) and rest.count(" ") == 1 and rest.strip().istitle()
    return cut or bool(_LOWER.match(flow.flat, known.end(), end))


def issuer_behind(flow: Flow, position: int) -> tuple[int, int] | None:
    """The issuer behind a citation: "của" and its name, or the name of a known organ at once."""
    said = _SAYS_OF.match(flow.flat, position)
    if said:
        return issuer_at(flow, said.end())
    bare = _BLANK.match(flow.flat, position)
    known = _at().match(flow.flat, bare.end()) if bare else None
    capital = bool(known and flow.words[known.start()].isupper())
    return known.span() if known and capital else None


def place_behind(flow: Flow, position: int) -> tuple[int, int] | None:
    """The province that stands at once behind a number and says whose it is: "19/2025/QĐ-UBND tỉnh Phú Thọ"."""
    match = _place().match(flow.flat, position)
    return match.span("place") if match else None


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    return re.compile(loose(rf" (?P<place>(?:tinh|thanh pho|tp\.?) (?:{any_of(province_names())}))(?!\w)"))


def issuer_before(flow: Flow, start: int, position: int) -> tuple[int, int] | None:
    """The organ of which it is said before a citation that it issued it: "Chính phủ ban hành Nghị định số …", "theo đề
    nghị của Giám đốc Sở Y tế tại Tờ trình số …", "Bộ Tài chính (Văn bản số …)"."""
    match = _before().search(flow.flat, max(start, position - _LOOK_BACK), position)
    if match:
        return match.span("issuer")
    beside = _BESIDE.search(flow.flat, max(start, position - _LOOK_BACK), position)
    beside = beside or _SAID.search(flow.flat, max(start, position - _LOOK_BACK), position)
    unit = flow.unit_ends.get(beside.start()) if beside else None
    return (unit.start, unit.end) if unit and unit.start >= start else None


def joint_end(flow: Flow, end: int) -> int:
    """Behind the last of several issuers in a row ("Bộ trưởng Bộ Công an, Bộ trưởng Bộ Tư pháp và …")."""
    while (link := _JOINT.match(flow.flat, end)) and (further := _at().match(flow.flat, link.end())):
        end = further.end()
    return end


def known_issuers(flat: str) -> list[tuple[int, int]]:
    """The spans of the known issuers in flat letters, in order: the members of a joint issuer."""
    return [match.span() for match in _at().finditer(flat)]
