"""text → tree: the zones of a paper and the items of its body, each with its address (design §4 rule 2).

The order of zones is that of Decree 30/2020 and Party Guide 36: head, title and subject, opening, body, closing
formula, recipients and signature.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from graph.vocabulary.fold import fold
from graph.vocabulary.numbers import type_names
from ingest.paragraphs import Line, Paragraph, joined, lines_of, paragraphs_of

_RECIPIENTS = re.compile(r"^[ \t]*(?:nơi nhận|NƠI NHẬN|Nơi nhận|Nơi Nhận)\s*:?", re.MULTILINE)
_CAPACITY_LINE = re.compile(r"^[ \t]*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\. ?[A-ZĐÀ-Ỹ]", re.MULTILINE)
_END_MARK = re.compile(r"\./\.")
_CLOSING = re.compile(r"^(?:trên đây là|thừa lệnh|nhận được|quyết định này|chỉ thị này|kế hoạch này có)", re.IGNORECASE)
_RULE = re.compile(r"^[\W_]+$")
_OPENING = re.compile(r"^(?:ngày \d|căn cứ|thực hiện|kính gửi|theo |để |sau khi|trong |nhằm |tại )", re.IGNORECASE)
_ORDER_TO_ALL = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị)(?!\w)")
_HEAD_LINES = 40
_SUBJECT_LINES = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the body: its own words, the unmarked words that lead to its items, and those items."""

    address: str
    paragraph: Paragraph
    intro: tuple[Paragraph, ...]
    children: tuple[Item, ...]

    @property
    def end(self) -> int:
        return self.children[-1].end if self.children else self.paragraph.end


@dataclass(frozen=True, slots=True)
class Tree:
    """Zones as offsets of the shadow; a zone that is not there is empty. `items` are the body's outermost items.

    `flow` is the shadow with the lines of each paragraph joined: what the grammars of sentences look at.
    """

    head: tuple[int, int]
    title: tuple[int, int] | None
    subject: tuple[int, int] | None
    opening: tuple[int, int]
    items: tuple[Item, ...]
    closing: tuple[int, int]
    tail: tuple[int, int]
    recipients: int | None
    flow: str


@dataclass(slots=True)
class _Node:
    """An item while its children are still being found."""

    paragraph: Paragraph | None
    intro: list[Paragraph] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


def parse_tree(text: str) -> Tree:
    """The zones and items of one paper."""
    tail_start, recipients = _tail(text)
    title, subject, head_end, opening_start = _head(text, tail_start)
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
        flow=joined(text, [*_subject_lines(subject), *paragraphs]),
    )


def _subject_lines(subject: tuple[int, int] | None) -> list[Paragraph]:
    """The subject's lines are one sentence too."""
    return [Paragraph(subject[0], subject[0], subject[1], None, None)] if subject else []


def _tail(text: str) -> tuple[int, int | None]:
    """Where recipients or the signature begin, and where "Nơi nhận" stands."""
    recipients = None
    for match in _RECIPIENTS.finditer(text):
        recipients = match
    ended = max((m.end() for m in _END_MARK.finditer(text)), default=len(text) // 2)
    signature = _CAPACITY_LINE.search(text, ended)
    starts = [match.start() for match in (recipients, signature) if match]
    return (min(starts) if starts else len(text)), (recipients.end() if recipients else None)


def _head(text: str, until: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None, int, int]:
    """Title line, subject, end of the head, start of the opening."""
    lines = lines_of(text, 0, until)[:_HEAD_LINES]
    for index, line in enumerate(lines):
        if _is_title(text[line.start : line.end]):
            subject, after = _subject(text, lines, index + 1)
            start = lines[after].start if after < len(lines) else line.end
            return (line.start, line.end), subject, line.start, max(start, subject[1] if subject else line.end)
    for line in lines:
        if fold(text[line.start : line.end]).startswith("kinh gui"):
            return None, None, line.start, line.start
    return None, None, 0, 0


def _is_title(line: str) -> bool:
    return line.isupper() and fold(line) in _titles()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(type_names())


def _subject(text: str, lines: list[Line], first: int) -> tuple[tuple[int, int] | None, int]:
    """The lines under the title up to a rule, a blank line or the opening; and the index of the next line."""
    last = first
    while last < len(lines) and last - first < _SUBJECT_LINES:
        line = lines[last]
        words = text[line.start : line.end]
        if _RULE.match(words) or (last > first and (line.gap or _OPENING.match(words))) or words.endswith(":"):
            break
        last += 1
    if last == first:
        return None, first
    after = last
    while after < len(lines) and _RULE.match(text[lines[after].start : lines[after].end]):
        after += 1
    return (lines[first].start, lines[last - 1].end), after


def _closes(text: str, paragraph: Paragraph) -> bool:
    """The closing formula: it names the paper itself or ends it with "./."."""
    words = paragraph.words(text)
    return paragraph.kind is None and (bool(_CLOSING.match(words)) or "./." in words)


def _nest(text: str, paragraphs: list[Paragraph]) -> list[_Node]:
    """Items under the items that hold them: a kind of mark seen again goes back to its own level."""
    root = _Node(None)
    stack = [root]
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
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
        items.append(Item(address, paragraph, tuple(node.intro), _addressed(node.children, address + ".")))
    return tuple(items)


def _own_address(paragraph: Paragraph, order: int) -> str:
    if paragraph.kind in ("dash", "plus", None) or paragraph.mark is None:
        return str(order)
    return paragraph.mark.rsplit(".", 1)[-1] if paragraph.kind == "decimal" else paragraph.mark
