"""head → issuer: the organisation that issued the paper, and its province.

The lines in capitals over the number name it, the superior first; where they are missing, the number's code and the
place do ("/TB-KHCN", "Bắc Giang").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary.codes import issuer_code, issuers
from graph.vocabulary.fold import fold
from graph.vocabulary.numbers import parse_number
from graph.vocabulary.provinces import province_at_end
from ingest.grammar.casing import proper_case
from ingest.grammar.head import Head
from ingest.naming import Context, head_of

# A commune or district is no part of its province's name.
_OF_LOWER_LEVEL = re.compile(r" (?:xã|phường|huyện|quận|thị trấn|thị xã|đặc khu) ")
# An organ that is named by its function alone belongs to the line above it.
_PART_OF_SUPERIOR = ("Văn phòng", "Ban", "Ủy ban Kiểm tra", "Thanh tra", "Hội đồng", "Ban Tổ chức", "Ban Tuyên giáo")
_ENACTING = re.compile(
    r"^[ \t]*(?:CHỦ TỊCH )?(?P<organ>(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN\s"
    r"(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|HUYỆN|QUẬN|THỊ XÃ)\s[^\n|]{2,60})$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` in full with the province, `organisation` without it, `text` as printed; each none where unknown."""

    name: str | None
    organisation: str | None
    text: str | None
    territory: str | None

    @property
    def context(self) -> Context:
        return Context(self.name, self.territory, self.organisation)


def find_issuer(shadow: str, head: Head, enacting: tuple[int, int]) -> Issuer:
    """The issuer by its lines, else by the line in capitals over the bases, which stands within `enacting`, else by the
    number's code and the place."""
    printed = [" ".join(shadow[start:end].split()) for start, end in head.issuer_lines]
    names = _whole_names(printed)
    place = province_at_end(head.place) if head.place else None
    if not names or not _names_an_organ(proper_case(names[-1])):
        names = [match["organ"]] if (match := _ENACTING.search(shadow, *enacting)) else []
    if not names:
        return _by_code(head, place)
    own = proper_case(names[-1])
    superior = proper_case(names[-2]) if len(names) > 1 else None
    entry = head_of(own)
    central = superior is None and not province_at_end(own) and (_is_central(own) or (entry and entry.of == "none"))
    territory = province_at_end(own) or (province_at_end(superior) if superior else None)
    territory = territory or (None if central and not _party_of_province(own) else place)
    if superior and entry and entry.words in _PART_OF_SUPERIOR and fold(own) == fold(entry.words):
        own = f"{own} {superior}"
    organisation = _without(own, territory)
    return Issuer(_with(organisation, territory), organisation, " ".join(printed), territory)


def _names_an_organ(name: str) -> bool:
    """Whether capitals over the number name an organisation that the lexicon or the code table knows."""
    return head_of(name) is not None or _is_central(name)


def _is_central(name: str) -> bool:
    """Whether a code of a central organ stands for this name."""
    return any(fold(known.name) == fold(name) and known.level == "central" for known in issuers())


def _party_of_province(name: str) -> bool:
    return fold(name).startswith(("tinh uy", "thanh uy"))


def _without(name: str, territory: str | None) -> str:
    bare = name.removesuffix(f" {territory}") if territory else name
    return bare.removesuffix(" tỉnh").removesuffix(" thành phố") if bare != name else bare


def _with(organisation: str, territory: str | None) -> str:
    if territory is None or _OF_LOWER_LEVEL.search(organisation):
        return organisation
    of_people = ("Ủy ban nhân dân", "Hội đồng nhân dân")
    level = " tỉnh" if organisation.endswith(of_people) else ""
    return f"{organisation}{level} {territory}"


def _whole_names(lines: list[str]) -> list[str]:
    """Lines that go on with the name above them joined to it: "ỦY BAN NHÂN DÂN ⏎ TỈNH LÀO CAI"."""
    names: list[str] = []
    for line in lines:
        if names and head_of(proper_case(line)) is None:
            names[-1] += f" {line}"
        else:
            names.append(line)
    return names


def _by_code(head: Head, place: str | None) -> Issuer:
    number = head.number or (parse_number(f"0/{head.symbol}") or parse_number(f"0-{head.symbol}"))
    known = issuer_code(number.issuer_code) if number else None
    if known is None:
        return Issuer(None, None, None, place)
    territory = None if known.level in ("central", "party_central") else place
    return Issuer(_with(known.name, territory), known.name, None, territory)
