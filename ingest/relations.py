"""citations → relations: what this paper does to the documents that it cites (design §4 rule 8).

Căn cứ Luật số 29/2013/QH13 ngày 18/6/2013;               BASED_ON
Căn cứ X được sửa đổi, bổ sung bởi Y;                      BASED_ON X; Y is a mention without relation
Điều 1. Bãi bỏ toàn bộ các Thông tư sau: 1. Thông tư …     REPEALS, by the words of the heading
Thông tư này thay thế Thông tư số …                        REPLACES
3. Thay thế cụm từ “…” tại khoản 2 Điều 5 Thông tư số …    AMENDS in part

What a paper quotes (“…”), reports or proposes makes no relation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.grammar.acts import SELF, Act, acts_in, ended_in
from ingest.grammar.dates import date_behind
from ingest.grammar.flow import Flow
from ingest.mentions import CitationMention
from ingest.paragraphs import Paragraph
from ingest.quotations import is_quoted
from ingest.tree import Tree

_INSIDE = re.compile(r"[“\"][^”\"]{0,600}[”\"]|\([^()]{0,200}\)")
# Between the verb and its object, and between two objects of one verb.
_STOPS_OBJECT = re.compile(
    r"(?<!\w)(?:duoc(?!\sban\shanh|\squy\sdinh)|(?<!kem\s)theo\s(?:quy\sdinh|de\snghi|yeu\scau|tham\squyen)|tai\sto\strinh|so\svoi)(?!\w)"
    r"|[.;]\s+(?:\w|$)"
)
# A verb in the subject of the document before, whose object a further document may be.
_GOVERNS = re.compile(
    r"(?<!\w)(?:chi\stiet|huong\sdan|thi\shanh|thuc\shien|sua\sdoi|bo\ssung|cua|dieu|thay\sthe|bai\sbo|trien\skhai)(?!\w)"
)
_AMENDED = re.compile(r"(?<!\w)(?:(?:da\s)?duoc|bi)\s(?:sua\sdoi|bo\ssung|thay\sthe|dinh\schinh|bai\sbo|hop\snhat)")
# What may stand between two objects, or between a mark and the object: provisions and the words that list them. Every
# repetition is possessive, so that no text makes it try twice.
_LINK = re.compile(
    r"[\s,:;]*+(?:(?:va|hoac|cung|cac|tai|cua|tu|den|so|mot|toan|bo|doan|ten|cau|dong|cot|gach|dieu|khoan|diem|chuong|muc|phan"
    r"|phu\sluc|mau|bieu|tiet|cum|nghi\sdinh|thong\stu|quyet\sdinh|luat|\d{1,3}[a-z]{0,2}|[a-z]\d?|[ivxl]{1,6})(?!\w)[\s,:;]*+)*+"
)
_PART_WORDS = re.compile(
    r"(?<!\w)(?:mot\sso|cum\stu|cac\scum\stu|cac\stu|noi\sdung|dieu|khoan|diem|phu\sluc|danh\smuc|mau|muc|chuong|quy\sdinh\stai)(?!\w)"
)
_WORDS_ONLY = re.compile(
    r"\s*(?:mot\sso\s|cac\s)?(?:cum\stu|tu|cac\stu|mau|bieu|phu\sluc|danh\smuc|ten|khoan|diem|dieu|noi\sdung|chuong|muc)(?!\w)"
)
_FOLLOWING = re.compile(r"(?<!\w)sau(?:\sday)?(?!\w)")
_ABOUT = re.compile(r"(?<!\w)V/v:?\s{1,3}|(?<!\w)Về việc:?\s(?=.{0,200}\bKính gửi)", re.DOTALL)
_EXCEPT = re.compile(r"(?<!\w)tru\s(?!truong\shop)")
_FROM = re.compile(r"(?<!\w)(?:hieu\sluc\s(?:thi\shanh\s)?|,?\s)(?:ke\s)?tu\s(?=ngay\s\d)")
_IN_FORCE = re.compile(rf"{SELF}\s(?:co\s)?hieu\sluc\s(?:thi\shanh\s)?(?:ke\s)?tu\s(?=ngay\s\d)")
_LONGEST_GAP = 450
_LONGEST_REACH = 4000
_CHANGES = {"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"}
_CHANGES_NOTHING = {
    "Kế hoạch", "Công văn", "Báo cáo", "Tờ trình", "Thông báo", "Chương trình", "Đề án", "Kết luận", "Công điện",
    "Chỉ thị",
}  # fmt: skip
_OPENING_ONLY = {"BASED_ON", "IMPLEMENTS"}
_NO_MARK = 6
_UNMARKED_HEAD = 0.5
_DEPTHS = {"article": 0, "roman": 0, "arabic": 1, "decimal": 2, "letter": 3, "dash": 4, "plus": 5}


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A relation to the citation of that index; its words run from the verb to the citation's end."""

    citation: int
    type: str
    scope: Literal["whole", "part"]
    effective_from: str | None
    start: int


@dataclass(frozen=True, slots=True)
class _Clause:
    """One paragraph with its citations by index."""

    kind: str | None
    start: int
    end: int
    cited: tuple[int, ...]


def find_relations(
    flow: Flow,
    tree: Tree,
    citations: Sequence[CitationMention],
    quoted: Sequence[tuple[int, int]],
    type_: str | None,
) -> list[RelationMention]:
    """Every relation that the paper states, one for each place where it states it.

    `quoted` are the stretches that the paper quotes. By its `type_` a plan, a letter or a notice changes
    no document, except by its own name ("Kế hoạch này thay thế …").
    """
    if not citations:
        return []
    day = _in_force(flow.flat)
    found: list[RelationMention] = []
    heads: dict[float, Act] = {}
    opening = True
    for clause in _clauses(tree, citations):
        free = [index for index in clause.cited if not is_quoted(quoted, citations[index].start)]
        if is_quoted(quoted, clause.start):
            continue
        opening = opening and clause.kind in (None, "dash", "plus")
        depth = _DEPTHS.get(clause.kind or "", _NO_MARK + 1)
        heads = {level: act for level, act in heads.items() if level < depth}
        own = [
            act
            for act in acts_in(flow, clause.start, clause.end, [citations[index].start for index in free])
            if (opening or act.relation not in _OPENING_ONLY)
            and (type_ not in _CHANGES_NOTHING or act.relation not in _CHANGES or act.named)
        ]
        taken = _of_clause(flow, citations, clause, own, free)
        above = max(heads, default=None)
        if above is not None and not taken and not own and (clause.kind or above in (_NO_MARK, _UNMARKED_HEAD)):
            taken = _listed(flow, citations, clause, heads[above], free)
        head = _head(flow, clause, own, taken)
        if head:
            heads[_level_of_head(clause, head, depth)] = head
        found += [_mention(flow, citations, index, act, day) for index, act in taken]
    return found


def _level_of_head(clause: _Clause, head: Act, depth: int) -> float:
    """How deep a heading's act holds: for what is marked more deeply; one without mark, for the list that follows."""
    if clause.kind:
        return min(depth, _NO_MARK - 1)
    return _NO_MARK if head.relation == "BASED_ON" else _UNMARKED_HEAD


def _clauses(tree: Tree, citations: Sequence[CitationMention]) -> Iterator[_Clause]:
    """The subject and the paragraphs, each with the citations in it."""
    subject = [Paragraph(span[0], span[0], span[1], None, None) for span in (tree.subject, _about(tree)) if span]
    starts = [citation.start for citation in citations]
    for paragraph in (*subject, *tree.paragraphs):
        first, last = bisect_left(starts, paragraph.content), bisect_left(starts, paragraph.end)
        yield _Clause(paragraph.kind, paragraph.content, paragraph.end, tuple(range(first, last)))


def _about(tree: Tree) -> tuple[int, int] | None:
    """The subject of a letter, which stands in its head: "V/v triển khai …"."""
    match = _ABOUT.search(tree.flow, 0, max(tree.head[1], tree.opening[0]))
    return (match.end(), min(max(tree.head[1], tree.opening[0]), match.end() + _LONGEST_GAP)) if match else None


def _of_clause(
    flow: Flow, citations: Sequence[CitationMention], clause: _Clause, acts: Sequence[Act], free: Sequence[int]
) -> list[tuple[int, Act]]:
    """What the clause's own verbs govern: the objects behind each, up to the next verb."""
    taken: dict[int, Act] = {}
    starts = [citations[index].start for index in free]
    for number, act in enumerate(acts):
        until = acts[number + 1].start if number + 1 < len(acts) else clause.end
        first, last = bisect_left(starts, act.end), bisect_left(starts, until)
        for index in _objects(flow, citations, act.end, free[first:last]):
            taken[index] = act
    for ended in ended_in(flow.flat, clause.start, clause.end):
        act = Act(ended.position, ended.position, ended.relation, part=False)
        first, last = bisect_left(starts, ended.start), bisect_left(starts, ended.position)
        subjects = free[first:last]
        if subjects and _LINK.fullmatch(flow.flat, ended.start, citations[subjects[0]].start):
            taken |= {index: act for index in _objects(flow, citations, ended.start, subjects) if index not in taken}
    return sorted(taken.items())


def _objects(flow: Flow, citations: Sequence[CitationMention], position: int, cited: Sequence[int]) -> Iterator[int]:
    """The citations that are objects of the verb that ends at a position: the first, and those listed behind it."""
    tail, last, amender = position, "verb", None
    for index in cited:
        citation = citations[index]
        gap = _INSIDE.sub("", flow.flat[tail : citation.start])
        segment = ";" in gap and bool(_LINK.fullmatch(gap[gap.rindex(";") :]))
        if citation.start - tail > _LONGEST_REACH:
            return
        if gap.count("(") > gap.count(")"):
            continue  # "khoản 1 Điều 5 (đã được sửa đổi tại Thông tư số …)"
        if last == "verb" and not _AMENDED.search(gap):
            if not _LINK.fullmatch(gap) and (len(gap) > _LONGEST_GAP or _STOPS_OBJECT.search(gap)):
                return
            last = "object"
        elif last == "verb":
            tail = citation.end
            continue
        elif not segment and _AMENDED.search(gap):
            last, amender = "amender", citation
        elif segment or (last == "object" and _goes_on(gap)) or (last == "amender" and _is_other(citation, amender)):
            last = "object"
        elif last != "amender":
            last = "subject"
        if last == "object":
            yield index
        tail = max(citation.end, citation.issuer_end or 0)


def _goes_on(gap: str) -> bool:
    """Whether a list of objects goes on: at once, or by "và" behind a subject that cannot govern a document."""
    return bool(_LINK.fullmatch(gap)) or (gap.endswith((" va ", " va cac ")) and not _GOVERNS.search(gap))


def _is_other(citation: CitationMention, amender: CitationMention | None) -> bool:
    """ "Luật A được sửa đổi theo Luật số 24/2012/QH13, Luật Hóa chất số …": a law with a name is no further amender."""
    return bool(amender and amender.name is None and citation.name and citation.number)


def _listed(
    flow: Flow, citations: Sequence[CitationMention], clause: _Clause, act: Act, free: Sequence[int]
) -> list[tuple[int, Act]]:
    """An item of a list whose heading has the verb: the citation with which the item begins, and those beside it."""
    if not free:
        return []
    before = _INSIDE.sub("", flow.flat[clause.start : citations[free[0]].start])
    if not _LINK.fullmatch(before):
        return []
    return [(index, act) for index in _objects(flow, citations, clause.start, free)]


def _head(flow: Flow, clause: _Clause, own: Sequence[Act], taken: Sequence[tuple[int, Act]]) -> Act | None:
    """The act that a heading gives to the items under it: "Bãi bỏ các văn bản sau đây:"."""
    words = flow.flat[clause.start : clause.end].rstrip()
    if own and own[-1].relation == "BASED_ON" and not words.endswith("."):
        return own[-1]  # "Căn cứ X; ⏎ Y;": the next line goes on with the list
    if own and own[-1].relation in ("DETAILS", "GUIDES") and words.endswith(":"):
        return own[-1]
    announces = words.endswith(":") or _FOLLOWING.search(words)
    ended = next(ended_in(flow.flat, clause.start, clause.end), None)
    if ended and not taken and announces:
        return Act(ended.position, ended.position, ended.relation, part=False)
    if own and not taken and own[-1].relation not in ("BASED_ON", "IMPLEMENTS", "DETAILS", "GUIDES"):
        return own[-1]
    return None


def _mention(
    flow: Flow, citations: Sequence[CitationMention], index: int, act: Act, day: str | None
) -> RelationMention:
    citation = citations[index]
    between = flow.flat[act.end : min(citation.start, act.end + _LONGEST_GAP)]
    type_ = "AMENDS" if act.relation == "REPLACES" and _WORDS_ONLY.match(between) else act.relation
    behind = flow.flat[citation.end : _sentence_end(flow.flat, citation.end)]
    changes = type_ in _CHANGES
    excepted = changes and _EXCEPT.search(behind) is not None
    narrow = act.part or excepted or bool(citation.pins) or bool(_PART_WORDS.search(_INSIDE.sub("", between)))
    whole = type_ in ("BASED_ON", "IMPLEMENTS") or not narrow
    return RelationMention(
        citation=index,
        type=type_,
        scope="whole" if whole else "part",
        effective_from=(_own_day(behind) or day) if changes else None,
        start=min(act.start, citation.start),
    )


def _sentence_end(flat: str, position: int) -> int:
    """Where the sentence of a position ends, no further than a long gap."""
    ends = [flat.find(mark, position, position + _LONGEST_GAP) for mark in (". ", ".\n", "\n", "; ")]
    return min((end for end in ends if end >= 0), default=position + _LONGEST_GAP)


def _own_day(behind: str) -> str | None:
    """The day from which the sentence itself says that its act holds: "… thay thế X kể từ ngày 01/9/2026"."""
    match = _FROM.search(behind)
    date = date_behind(behind, match.end()) if match else None
    return date.iso or None if date else None


def _in_force(flat: str) -> str | None:
    """The day from which the paper says it is in force: "có hiệu lực thi hành từ ngày 01 tháng 5 năm 2026"."""
    for match in _IN_FORCE.finditer(flat):
        date = date_behind(flat, match.end())
        if date and date.iso:
            return date.iso
    return None
