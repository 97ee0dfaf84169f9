"""text → tree: the zones of a paper and the items of its body, each with its address (design §4 rule 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.paragraphs import Paragraph, joined, paragraphs_of
from ingest.zones import find_head, find_tail

_CLOSING = re.compile(r"^(?:trên đây là|thừa lệnh|nhận được|quyết định này|chỉ thị này|kế hoạch này có)", re.IGNORECASE)
LABEL = re.compile(
    r"(?:Đơn vị|Cơ quan|Bộ phận|Phòng)(?: được giao)? (?:chủ trì|phối hợp)[^:;\n]{0,30}:"
    r"|Lãnh đạo[^:;\n]{0,12} (?:phụ trách|chỉ đạo)[^:;\n]{0,20}:|Thời (?:gian|hạn)[^:;\n]{0,30}:",
    re.IGNORECASE,
)
_ORDER_TO_ALL = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị)(?!\w)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the body: its own words, the unmarked words that lead to its items, the labelled lines that hold
    for all of them ("Đơn vị chủ trì: …"), and those items."""

    address: str
    paragraph: Paragraph
    intro: tuple[Paragraph, ...]
    labels: tuple[Paragraph, ...]
    children: tuple[Item, ...]

    @property
    def end(self) -> int:
        return self.children[-1].end if self.children else self.paragraph.end


@dataclass(frozen=True, slots=True)
class Tree:
    """Zones as offsets of the shadow; a zone that is not there is empty. `items` are the body's outermost items.

    `paragraphs` are those between head and tail, in order; `flow` is the shadow with the lines of each paragraph
    joined: what the grammars of sentences look at.
    """

    head: tuple[int, int]
    title: tuple[int, int] | None
    subject: tuple[int, int] | None
    opening: tuple[int, int]
    items: tuple[Item, ...]
    closing: tuple[int, int]
    tail: tuple[int, int]
    recipients: int | None
    paragraphs: tuple[Paragraph, ...]
    flow: str


@dataclass(slots=True)
class _Node:
    """An item while its children are still being found."""

    paragraph: Paragraph | None
    intro: list[Paragraph] = field(default_factory=list)
    labels: list[Paragraph] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


def parse_tree(text: str) -> Tree:
    """The zones and items of one paper."""
    tail_start, recipients = find_tail(text)
    title, subject, head_end, opening_start = find_head(text, tail_start)
    paragraphs = paragraphs_of(text, opening_start, tail_start)
    first = next((i for i, p in enumerate(paragraphs) if p.kind), len(paragraphs))
    opening, body = paragraphs[:first], paragraphs[first:]
    last = next((i for i, p in enumerate(body) if _closes(text, p)), len(body))
    body, closing = body[:last], body[last:]
    opening_end = opening[-1].end if opening else opening_start
    return Tree(
        head=(0, head_end),
        title=title,
        subject=subject,
        opening=(opening_start, opening_end),
        items=_addressed(_nest(text, body), ""),
        closing=(closing[0].start, closing[-1].end) if closing else (tail_start, tail_start),
        tail=(tail_start, len(text)),
        recipients=recipients,
        paragraphs=tuple(paragraphs),
        flow=joined(text, [*_subject_lines(subject), *paragraphs]),
    )


def _subject_lines(subject: tuple[int, int] | None) -> list[Paragraph]:
    """The subject's lines are one sentence too."""
    return [Paragraph(subject[0], subject[0], subject[1], None, None)] if subject else []


def _closes(text: str, paragraph: Paragraph) -> bool:
    """The closing formula: it names the paper itself or ends it with "./."."""
    words = paragraph.words(text)
    return paragraph.kind is None and (bool(_CLOSING.match(words)) or "./." in words)


def _nest(text: str, paragraphs: list[Paragraph]) -> list[_Node]:
    """Items under the items that hold them: a kind of mark seen again goes back to its own level."""
    root = _Node(None)
    stack = [root]
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        if paragraph.kind == "dash" and LABEL.match(text, paragraph.content):
            _holder_of_label(text, stack).labels.append(paragraph)
            continue
        if paragraph.kind is None:
            leads = following is not None and following.kind is not None and text[paragraph.end - 1] == ":"
            _place_unmarked(text, stack, paragraph, leads)
            continue
        kinds = [_level(node.paragraph) for node in stack[1:]]
        if _level(paragraph) in kinds:
            del stack[1 + kinds.index(_level(paragraph)) :]
        node = _Node(paragraph)
        stack[-1].children.append(node)
        stack.append(node)
    return root.children


def _holder_of_label(text: str, stack: list[_Node]) -> _Node:
    """The nearest heading: a labelled line holds for every item under it."""
    return next(node for node in reversed(stack) if node.paragraph is None or is_heading(text, node.paragraph))


def _level(paragraph: Paragraph | None) -> str:
    """Marks of one level share it; "1.2" and "1.2.3" are two levels."""
    if paragraph is None or paragraph.kind is None:
        return ""
    return f"decimal{(paragraph.mark or '').count('.')}" if paragraph.kind == "decimal" else paragraph.kind


def _place_unmarked(text: str, stack: list[_Node], paragraph: Paragraph, leads: bool) -> None:
    """A paragraph without mark: under the heading above it; behind a finished section, beside it.

    One that `leads` to marked items ("… thực hiện các nhiệm vụ sau:") is no item.
    """
    while len(stack) > 1 and not is_heading(text, stack[-1].paragraph):
        stack.pop()
    holder = stack[-1]
    if LABEL.match(text, paragraph.content):
        holder.labels.append(paragraph)
        return
    if len(stack) > 2 and holder.children and _speaks_to_all(text, paragraph):  # noqa: PLR2004 - an outer section
        stack.pop()
        holder = stack[-1]
    if leads and not holder.children:
        holder.intro.append(paragraph)
    else:
        holder.children.append(_Node(paragraph))


def _speaks_to_all(text: str, paragraph: Paragraph) -> bool:
    return bool(_ORDER_TO_ALL.search(paragraph.words(text)))


def is_heading(text: str, paragraph: Paragraph | None) -> bool:
    """A line that announces what follows: it ends no sentence, or ends with a colon, or is all capitals."""
    if paragraph is None:
        return True
    words = paragraph.words(text).rstrip()
    return paragraph.kind is not None and (words[-1:] not in ".;,!?" or words.endswith("...") or words.isupper())


def _addressed(nodes: list[_Node], prefix: str) -> tuple[Item, ...]:
    """Marks as printed, dashes by their order; a mark that repeats among siblings takes `;2`."""
    seen: dict[str, int] = {}
    items = []
    for order, node in enumerate(nodes, start=1):
        paragraph = node.paragraph
        if paragraph is None:  # only the root has none, and it is nobody's child
            continue
        own = _own_address(paragraph, order)
        seen[own] = seen.get(own, 0) + 1
        address = prefix + (own if seen[own] == 1 else f"{own};{seen[own]}")
        items.append(
            Item(address, paragraph, tuple(node.intro), tuple(node.labels), _addressed(node.children, address + "."))
        )
    return tuple(items)


def _own_address(paragraph: Paragraph, order: int) -> str:
    if paragraph.kind in ("dash", "plus", None) or paragraph.mark is None:
        return str(order)
    if paragraph.kind == "article":
        return f"dieu{paragraph.mark}"
    return paragraph.mark.rsplit(".", 1)[-1] if paragraph.kind == "decimal" else paragraph.mark
