"""Cited documents: type word, number or name, date and issuer as they stand (domain §1, §2).

Kế hoạch số 65/KH-KHCN ngày 22/4/2024 của Sở KH&CN
các Nghị định của Chính phủ: Số 92/2006/NĐ-CP ngày …; số 04/2008/NĐ-CP ngày …
08-ĐA/TU của Tỉnh ủy Lào Cai ngày 29/12/2025
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.vocabulary.numbers import SHAPE, Number, read_number
from ingest.grammar.dates import date_before, date_behind
from ingest.grammar.flow import Flow
from ingest.grammar.issuers import issuer_at, issuer_before, issuer_behind, joint_end, place_behind
from ingest.grammar.laws import Law, find_laws, law_before
from ingest.grammar.leads import Lead, lead_before
from ingest.grammar.pins import pins_before
from ingest.grammar.short_forms import find_short_forms
from ingest.mentions import CitationMention

_NEXT_IN_LIST = re.compile(r"[\s,;]{0,4}(?:(?:va|hoac|cung)\s{1,4})?(?:so\s{0,4}:?\s{0,4})?$")
_SAYS_DAY = re.compile(r"[\s,(]{0,4}ngay\s")
_YEAR = re.compile(r",?\s{1,4}(?:nam\s{1,4})?(?P<year>(?:19|20)\d\d)(?!\d|\s?[/.-]\s?\d)")
_LONGEST_SUBJECT = 400
_SERIAL = re.compile(r"(?<=so )(?=[\dzlio]*[zlio])(?=[\dzli])[\dzlio]{1,4}(?=\s?[-/]\s?(?:20\d\d|[a-z]{2,4}[-/ ]))")
_APART = re.compile(r"(?<!\w)so\s(?P<figure>[\dil])\s$")
_FIGURES = str.maketrans("zlio", "2110")
_FIGURE_APART = 6
_ELIDED = re.compile(
    r"(?<![\w/.,-])(?P<serials>\d{1,5}[a-z]?(?:\s?,\s?(?:so\s)?\d{1,5}[a-z]?)*+)(?:\s?,\s?|\sva\s)(?:so\s)?$"
)
_ONE_SERIAL = re.compile(r"\d{1,5}[a-z]?")
_LONGEST_ELISION = 80
# What the legislature issues, said at once before the number; another word there ends a law's name.
_ACTS = ("Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh", "Nghị quyết liên tịch")


def find_citations(flow: Flow) -> list[CitationMention]:
    """Every place where a document is cited, in order, none inside another.

    The span runs from the type word, else from the number's digits, to the end of the date (design §4 rule 8).
    """
    numbered = list(_numbered(flow))
    found = _merged(numbered, (_named(flow, law) for law in find_laws(flow)))
    found = _merged(found, find_short_forms(flow))
    ends = [0, *(mention.end for mention in found)]
    return [
        replace(mention, pins=pins_before(flow.words, flow.flat, behind, mention.start))
        for mention, behind in zip(found, ends, strict=False)
    ]


def _merged(first: Sequence[CitationMention], others: Iterator[CitationMention]) -> list[CitationMention]:
    """Both in order; of two that overlap, the first list's stays."""
    starts = [mention.start for mention in first]

    def free(mention: CitationMention) -> bool:
        after = bisect_right(starts, mention.start)
        before_ends = after == 0 or first[after - 1].end <= mention.start
        return before_ends and (after == len(first) or mention.end <= first[after].start)

    return sorted([*first, *filter(free, others)], key=lambda mention: mention.start)


@dataclass(frozen=True, slots=True)
class _List:
    """What the words before a list say for all its members: type and issuer; `end` is behind the last one so far."""

    type_text: str | None
    type: str | None
    issuer: tuple[int, int] | None
    plural: bool
    end: int


def _numbered(flow: Flow) -> Iterator[CitationMention]:
    behind = 0
    row: _List | None = None
    flat, after = _with_figures(flow.flat), 0
    while shape := SHAPE.search(flat, after):
        after = shape.end("serial")
        position, lost = _lost_figure(flow.flat, behind, shape.start())
        lead = lead_before(flow, behind, position)
        if lead is None:
            continue
        lead = _in_list(flow, lead, row, position)
        read = read_number(shape, flow.words, announced=lead.said, lost=lost)
        if read is None:
            continue
        elided = _elided(flow, lead, read[0], behind, position)
        if elided:
            yield from elided
            lead = replace(lead, type=elided[0].type, said=True)
        mention, tail, row = _complete(flow, lead, read, (behind, position), row)
        behind = mention.end
        after = max(after, behind)
        row = replace(row, end=tail)
        yield mention


def _elided(flow: Flow, lead: Lead, number: Number, behind: int, position: int) -> list[CitationMention]:
    """The members of a list that share the codes of its last: "các Quyết định số 12, 13 và 14/QĐ-UBND"."""
    match = _ELIDED.search(flow.flat, max(behind, position - _LONGEST_ELISION), position) if not lead.type else None
    first = lead_before(flow, behind, match.start()) if match else None
    if match is None or first is None or first.type is None:
        return []
    return [
        CitationMention(
            start=first.start if serial.start() == match.start() else serial.start(),
            end=serial.end(),
            number=number.with_serial(serial.group()),
            name=None,
            pins=(),
            type_text=first.type_text if serial.start() == match.start() else None,
            type=first.type,
            date=None,
            issuer_start=None,
            issuer_end=None,
            rule="numbered-citation",
        )
        for serial in _ONE_SERIAL.finditer(flow.flat, *match.span("serials"))
    ]


def _with_figures(flat: str) -> str:
    """The letters that scanning reads in a serial as the figures that they are: "số Z05-QĐ/TW", "số l2/CT-…"."""
    return _SERIAL.sub(lambda match: match.group().translate(_FIGURES), flat)


def _lost_figure(flat: str, start: int, position: int) -> tuple[int, str]:
    """Where a number begins whose first figure stands apart ("số 1 25/2025/NĐ-CP", "số I 40/…"), and that figure."""
    match = _APART.search(flat, max(start, position - _FIGURE_APART), position)
    return (match.start("figure"), match["figure"].translate(_FIGURES)) if match else (position, "")


def _is_law(number: Number) -> bool:
    """Whether a name may stand before the number: "Luật Xây dựng số …", "Pháp lệnh phát hành công trái số …"."""
    return number.is_law or number.type == "Pháp lệnh"


def _is_joint(number: Number) -> bool:
    """Whether several may have issued it: joint circulars, and Party papers ("của Bộ Chính trị, Ban Bí thư")."""
    return "LT" in (number.type_code or "") or number.family == "dang"


def _in_list(flow: Flow, lead: Lead, row: _List | None, position: int) -> Lead:
    """A member of a list takes the type that stands before the list."""
    if row is None or lead.type or row.type is None:
        return lead
    between = position - row.end
    next_one = _NEXT_IN_LIST.match(flow.flat, row.end, position)
    same_list = row.plural and lead.said and between < _LONGEST_SUBJECT and "\n\n" not in flow.words[row.end : position]
    if (next_one and next_one.end() == position) or same_list:
        return replace(lead, type=row.type, plural=row.plural, said=True)
    return lead


def _complete(
    flow: Flow, lead: Lead, read: tuple[Number, int], place: tuple[int, int], row: _List | None
) -> tuple[CitationMention, int, _List]:
    """The mention, where its last word stands, and what its lead says for members of a list to come."""
    (number, end), (behind, position) = read, place
    law = law_before(flow, behind, position) if _is_law(number) and lead.type not in _ACTS else None
    start = law.start if law else lead.start
    of_list = row.issuer if row and lead.type_text is None and lead.plural else None
    by = issuer_at(flow, lead.by[0]) if lead.by else of_list
    end, iso, issuer = _dated(flow, end, by, joint=_is_joint(number))
    before = None if issuer else issuer_before(flow, behind, start)
    iso = iso or (date_before(flow.flat, before[0]) if before else None)
    issuer = issuer or before
    mention = CitationMention(
        start=start,
        end=end,
        number=number,
        name=law.name if law else None,
        pins=(),
        type_text=law.type_text if law else lead.type_text,
        type=law.type if law else lead.type,
        date=iso,
        issuer_start=issuer[0] if issuer else None,
        issuer_end=issuer[1] if issuer else None,
        rule="numbered-citation",
    )
    stands = row if row and lead.type_text is None and lead.type else None
    kept = stands or _List(lead.type_text, lead.type, by, lead.plural, end)
    return mention, max(end, issuer[1] if issuer else 0), kept


def _dated(
    flow: Flow, end: int, issuer: tuple[int, int] | None, *, joint: bool = False
) -> tuple[int, str | None, tuple[int, int] | None]:
    """Where the date ends, its ISO form, and the issuer; the date may stand behind the issuer."""
    place = place_behind(flow, end)
    date = date_behind(flow.flat, place[1] if place else end)
    issuer = place or issuer
    end = date.end if date else end
    behind = issuer_behind(flow, end)
    if behind and joint:
        behind = (behind[0], joint_end(flow, behind[1]))
    if behind and date is None and _SAYS_DAY.match(flow.flat, behind[1]):
        date = date_behind(flow.flat, behind[1])
        end = date.end if date else end
    return end, (date.iso or None) if date else None, behind or issuer


def _named(flow: Flow, law: Law) -> CitationMention:
    """A law by its name alone, with its year or date."""
    year = _YEAR.match(flow.flat, law.end)
    end, iso, issuer = (
        (year.end(), year["year"], issuer_behind(flow, year.end())) if year else _dated(flow, law.end, None)
    )
    return CitationMention(
        start=law.start,
        end=end,
        number=None,
        name=law.name,
        pins=(),
        type_text=law.type_text,
        type=law.type,
        date=iso,
        issuer_start=issuer[0] if issuer else None,
        issuer_end=issuer[1] if issuer else None,
        rule="named-law",
    )
