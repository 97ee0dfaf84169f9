"""tree → directives: which items order, request, approve or inform, and under which headings (design §4 rule 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.records import DirectiveKind
from graph.vocabulary.fold import fold
from ingest.grammar.assignments import Agent, Scope, begins_with_verb, subject_starts
from ingest.lexicon import table
from ingest.mentions import CitationMention, UnitMention
from ingest.paragraphs import Paragraph
from ingest.tree import Item, Tree, is_heading

_TOPIC = re.compile(r"(?:Đối với|Về) [^:;.]*?(?::|, (?=(?:giao|yêu cầu|đề nghị|nhất trí|đồng ý)))\s*")
_ABOUT_UNIT = re.compile(r"(?:Đối với |Giao |Về phía )?(?:các )?")
# Headings of sections that report; one about mending what they report orders.
_TELLS = re.compile(
    r"^(?!.*(?:khac phuc|nang cao|cai thien|nhiem vu|giai phap)).*(?:danh gia|ket qua|tinh hinh|han che|ton tai)"
)
_IN_FORCE = re.compile(r"^(?:quyết định|chỉ thị|kế hoạch|thông tư|nghị quyết|quy định|quy chế) này có hiệu lực")
_KNOWN = re.compile(r"(?:biết|nghiêm túc)(?:,| và)? (?:để )?(?:tổ chức |triển khai |nghiêm túc )*thực hiện")


@dataclass(frozen=True, slots=True)
class DirectiveSpan:
    """One directive before anybody is charged: its place, the headings above it, the outermost first."""

    address: str
    start: int
    end: int
    kind: DirectiveKind
    headings: tuple[Paragraph, ...]
    intro: tuple[Paragraph, ...]
    labels: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above an item: headings, the outermost first, words that lead to items, labelled lines."""

    headings: tuple[Paragraph, ...] = ()
    intro: tuple[Paragraph, ...] = ()
    labels: tuple[Paragraph, ...] = ()

    def under(self, item: Item) -> Above:
        headings = (*self.headings, item.paragraph)
        return Above(headings, (*self.intro, *item.intro), (*self.labels, *item.labels))


def find_directives(scope: Scope, tree: Tree, citations: Mapping[int, CitationMention]) -> list[DirectiveSpan]:
    """Every directive of the body, in order."""
    found: list[DirectiveSpan] = []
    taken: set[str] = set()
    shadow = scope.shadow
    for item, above in _leaves(shadow, tree.items, citations, Above()):
        start, end = item.paragraph.content, item.end
        labels = (*above.labels, *item.labels)
        for number, (first, last) in enumerate(_parts(scope.within(start, end)), start=1):
            address = _free(item.address if (first, last) == (start, end) else f"{item.address};{number}", taken)
            kind = _kind(shadow, first, last, above.headings)
            found.append(DirectiveSpan(address, first, last, kind, above.headings, above.intro, labels))
    return found


def _free(address: str, taken: set[str]) -> str:
    """The address, or the next that is free: parts of a split item and repeated marks both take `;2`."""
    free, number = address, 1
    while free in taken:
        number += 1
        free = f"{address};{number}"
    taken.add(free)
    return free


def heading_unit(directive: DirectiveSpan, shadow: str, agents: Mapping[int, Agent]) -> UnitMention | None:
    """The unit that the nearest heading consists of: "Đối với Phòng Quản lý khoa học", "1. Sở Công Thương"."""
    for heading in reversed(directive.headings):
        for start in _unit_starts(shadow, heading):
            unit = agents.get(start)
            if isinstance(unit, UnitMention) and not shadow[unit.end : heading.end].strip(" :.,"):
                return unit
    return None


def _unit_starts(shadow: str, heading: Paragraph) -> list[int]:
    match = _ABOUT_UNIT.match(shadow, heading.content)
    behind = match.end() if match else heading.content
    return [behind, behind - len("các ")]


def addressees(directive: DirectiveSpan, scope: Scope, tree: Tree) -> list[UnitMention]:
    """Those whom the section, else the paper, tells as a whole: in the words that lead to the items, in the opening,
    or in the closing formula ("để … các phòng, đơn vị biết, tổ chức thực hiện")."""
    for paragraph in reversed(directive.intro):
        told = _groups(scope, paragraph.content, paragraph.end)
        if told and re.search(r"yêu cầu|giao|đề nghị", scope.shadow[paragraph.content : paragraph.end]):
            return told
    if not begins_with_verb(scope.shadow, directive.start):
        return []
    known = _KNOWN.search(scope.shadow, *tree.closing)
    return _groups(scope, tree.closing[0], known.start())[-1:] if known else []


def _groups(scope: Scope, start: int, end: int) -> list[UnitMention]:
    return [
        agent
        for agent in scope.agents_in(start, end)
        if isinstance(agent, UnitMention)
        and agent.kind in ("group", "group_of_heads")
        and not fold(agent.words).startswith("lanh dao")
    ]


def _leaves(
    shadow: str, items: tuple[Item, ...], citations: Mapping[int, CitationMention], above: Above
) -> Iterator[tuple[Item, Above]]:
    """Items that are directives: those without items that order something under them."""
    for item in items:
        orders = [child for child in item.children if child.paragraph.content not in citations]
        if orders:
            yield from _leaves(shadow, item.children, citations, above.under(item))
        elif item.children or not _only_announces(shadow, item):
            yield item, above


def _only_announces(shadow: str, item: Item) -> bool:
    """A heading under which nothing stands, in capitals: it says nothing."""
    words = item.paragraph.words(shadow)
    return is_heading(shadow, item.paragraph) and words.isupper()


def _parts(scope: Scope) -> list[tuple[int, int]]:
    """A directive apart where a new explicit subject begins ("A làm …; B làm …"), else whole."""
    starts = subject_starts(scope)
    if len(starts) < 2 or starts[0] != scope.start:  # noqa: PLR2004 - one subject does not split
        return [(scope.start, scope.end)]
    ends = [*(start for start in starts[1:]), scope.end]
    return [
        (start, start + len(scope.shadow[start:end].rstrip(" ;\n"))) for start, end in zip(starts, ends, strict=True)
    ]


def _kind(shadow: str, start: int, end: int, headings: tuple[Paragraph, ...]) -> DirectiveKind:
    topic = _TOPIC.match(shadow, start, end)
    said = shadow[topic.end() if topic else start : end].lower()
    if said.startswith(_cues("approve")):
        return "approval"
    if said.startswith("đề nghị"):
        return "request"
    tells = any(_TELLS.search(fold(heading.words(shadow))) for heading in headings)
    if _IN_FORCE.search(said):
        return "information"
    return "information" if tells or said.startswith(_cues("inform")) else "order"


@lru_cache(maxsize=4)
def _cues(part: str) -> tuple[str, ...]:
    """The words by which a directive begins that approves, or that informs."""
    return tuple(cue for cue, of in table("cues").items() if of == part)
