"""Identifiers of units, people, tasks and directives (design §4). Documents have theirs from reading.

bac.giang:so.khoa.hoc.cong.nghe                       a unit: territory, folded name
bac.giang:so.khoa.hoc.cong.nghe:thanh.tra.so          a unit inside another
bac.giang:so.khoa.hoc.cong.nghe~trieu.ngoc.trung      a person in an office there
urn:lex:vn:lex-123456789012345~7.1.3                  a directive
"""

from __future__ import annotations

from graph.vocabulary.fold import dotted, fold, key
from graph.vocabulary.provinces import province_names

CENTRAL = "vn"
# Names of places below a province: "UBND thành phố Lào Cai" is not the UBND of the province Lào Cai.
_LOWER_PLACES = ("huyen", "quan", "phuong", "xa", "thi xa", "thi tran", "thanh pho", "dac khu")


def unit_id(name: str, territory: str | None, parent: str | None) -> str:
    """`parent` is the id of the unit around it, which already holds the territory."""
    segment = ".".join(_without_territory(name, territory).split())
    return f"{parent or _place(territory)}:{segment}"


def official_id(home: str, name: str) -> str:
    """`home` is the id of the unit that the person's title names, else of the issuer."""
    return f"{home}~{dotted(name)}"


def task_id(territory: str | None, title: str) -> str:
    return f"{_place(territory)}:{'.'.join(key(title).split())}"


def directive_id(document: str, address: str) -> str:
    return f"{document}~{address}"


def number_key(number: str) -> str:
    """What two spellings of a printed number share: "29/2023/QĐ - TTg" → "29/2023/qd-ttg"."""
    return fold(number).replace(" ", "")


def _place(territory: str | None) -> str:
    return dotted(territory) if territory else CENTRAL


def _without_territory(name: str, territory: str | None) -> str:
    """The folded name without the province, which papers write, shorten or leave out: "UBND tỉnh Bắc Giang" and
    "UBND tỉnh" both give "uy ban nhan dan"."""
    folded = key(name)
    if territory is None:
        return folded
    head = folded.removesuffix(f" {key(territory)}")
    if head != folded and head.endswith(_lower_places(territory)):
        return folded
    return head.removesuffix(" tinh").removesuffix(" thanh pho") if head != folded else head.removesuffix(" tinh")


def _lower_places(territory: str) -> tuple[str, ...]:
    _, class_ = province_names().get(fold(territory), (territory, "tỉnh"))
    return tuple(f" {place}" for place in _LOWER_PLACES if place != fold(class_))
