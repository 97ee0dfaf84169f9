"""The verbs by which a paper says what it does to another one, and when they are this paper's own (domain §3).

Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số …      at the beginning of an item
Thông tư này thay thế Thông tư số …                         behind the paper's word for itself
Chính phủ ban hành Nghị định quy định chi tiết …            behind the enacting words
đề nghị bãi bỏ Quyết định số …                              not this paper's act
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from graph.records import RelationType
from graph.vocabulary.fold import fold
from ingest.grammar.flow import Flow
from ingest.grammar.patterns import loose, starting
from ingest.lexicon import rows_of

_TYPES = (
    r"(?:bo\sluat|luat|phap\slenh|nghi\squyet(?:\slien\stich)?|nghi\sdinh|quyet\sdinh|thong\stu(?:\slien\stich)?|chi\sthi"
    r"|quy\sdinh|quy\sche|ke\shoach|thong\sbao|huong\sdan|van\sban|lenh|cong\svan|ket\sluan|chuong\strinh)"
)
# How a paper names itself: "Quyết định này".
SELF = rf"{_TYPES}\snay"
# What may stand before the verb at the head of a sentence that this paper itself says.
_OPENS = re.compile(
    r"[“\"(]?(?:(?:nay|va|dong\sthoi|v/v|ve|ve\sviec|viec|tiep\stuc|de|nham|theo|phan|i|ii|quyet\s(?:dinh|nghi)\s?:?)\s)?"
    r"(?:quy\sdinh\s(?:ve\s)?(?:viec\s)?)?"
)
# "Bộ trưởng Bộ Y tế ban hành Thông tư sửa đổi …"
_ENACTS = re.compile(
    rf"(?<!\w)(?:ban\shanh|xay\sdung)\s{_TYPES}\s(?:ve\s(?:viec\s)?)?(?:quy\sdinh\s(?:ve\s)?(?:viec\s)?)?$"
)
# What only tells of an act, or of another document's: "được sửa đổi", "đã bãi bỏ", "dự thảo sửa đổi", "thay thế ông".
_TOLD = re.compile(
    r"(?:duoc|da|se|bi|chua|khong|viec|du\sthao|de\snghi|trinh|xay\sdung|can|phai|co\sthe)\s(?:bo\ssung\s)?$"
)
_ENDED = re.compile(
    r"(?<!da\s)(?<!khong\s)(?<!chua\s)(?<!\w)(?:se\s)?(?P<ended>het\shieu\sluc|cham\sdut\shieu\sluc|bi\sbai\sbo|duoc\sbai\sbo|khong\scon\shieu\sluc)(?!\w)"
)
_SELF_WORD = re.compile(rf"(?<!\w){SELF}(?!\w)")
# At the head of a member of a list only these are this paper's; others belong to the subject of the member before.
_IN_LISTS = {"AMENDS", "REPLACES", "REPEALS"}
_GOES_ON = (" va ", " dong thoi ", ", dong thoi ")
# Who drafts, proposes or is told to issue something does not issue it.
_DRAFTS = re.compile(r"(?<!\w)(?:tham\smuu|chu\stri|trinh|de\snghi|de\sxuat|giao|yeu\scau|du\sthao)(?!\w)")
# The paragraph's prefix "Kể từ ngày Thông tư này có hiệu lực thi hành, …" before what loses its effect.
_FROM_DAY = re.compile(r"(?:ke\s)?tu\sngay\s[^,;.]{0,120},\s")
_ON_DAY = re.compile(r"(?:thi\shanh\s)?(?:ke\s)?tu\s(?=ngay\s(?:\d|" + _TYPES + r"\snay))")
_CONDITION = re.compile(r"(?:khi|neu|truoc\skhi|truong\shop|sau\skhi)\s")
_LOOK_BACK = 18
_LONGEST_FORMULA = 60
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that is this paper's own, with the relation that it makes; `named` where the paper's own name stands
    with it ("Kế hoạch này thay thế …")."""

    start: int
    end: int
    relation: str
    part: bool
    named: bool = False


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, bool]]:
    table = {fold(words): (relation, scope) for words, relation, scope in rows_of("acts")}
    for words, (relation, scope) in table.items():
        if relation not in get_args(RelationType) or scope not in ("", "part"):
            raise ValueError(f"acts.tsv: {words}: unknown relation {relation!r} or scope {scope!r}")
    return {words: (relation, scope == "part") for words, (relation, scope) in table.items()}


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{loose(starting(_verbs()))}(?!\w)")


def acts_in(flow: Flow, start: int, end: int, cited: Sequence[int]) -> Iterator[Act]:
    """The acts of this paper between two offsets: one paragraph behind its mark. `cited` are the offsets at which
    documents are cited there: behind one, a verb is that document's unless the paper names itself."""
    for match in _verb().finditer(flow.flat, start, end):
        relation, part = _verbs()[" ".join(match.group().split())]
        if relation == "BASED_ON":
            if flow.words[match.start()].isupper():
                yield Act(match.start(), match.end(), relation, part)
            continue
        sentence, listed = _sentence(flow.flat, start, match.start())
        if _TOLD.search(flow.flat, max(sentence, match.start() - _LOOK_BACK), match.start()):
            continue
        if not _is_own(flow.flat, sentence, match.start()) or (listed and relation not in _IN_LISTS):
            continue
        between = bisect_left(cited, sentence) < bisect_left(cited, match.start())
        # "Quyết định này thay thế X sửa đổi Y": changing Y is X's act; only "và bãi bỏ Y" goes on with this paper's.
        if not between or flow.flat.endswith(_GOES_ON, sentence, match.start()):
            named = _SELF_WORD.search(flow.flat, sentence, match.start()) is not None
            yield Act(match.start(), match.end(), relation, part, named)


def _is_own(flat: str, sentence: int, position: int) -> bool:
    """Whether the words between make the verb this paper's: none or few, its own name, or an enacting formula."""
    return bool(
        _OPENS.fullmatch(flat, sentence, position)
        or _SELF_WORD.search(flat, sentence, position)
        or (
            _ENACTS.search(flat, max(sentence, position - _LONGEST_FORMULA), position)
            and not _DRAFTS.search(flat, sentence, position)
        )
    )


def _sentence(flat: str, start: int, position: int) -> tuple[int, bool]:
    """Where the sentence, or the member of a list, of a position begins; and whether it is a member. Looks back no
    further than a long sentence."""
    begin = max(start, position - _LONGEST_SENTENCE)
    ends = {mark: flat.rfind(mark, begin, position) for mark in (". ", ": ", "; ", ".\n", ":\n", ";\n")}
    mark = max(ends, key=lambda one: ends[one])
    return (ends[mark] + len(mark), mark[0] == ";") if ends[mark] >= 0 else (begin, False)


@dataclass(frozen=True, slots=True)
class Ended:
    """Where a sentence says that documents lose their effect: their names stand between `start` and `position`."""

    start: int
    position: int
    relation: str


def ended_in(flat: str, start: int, end: int) -> Iterator[Ended]:
    """Every sentence of a paragraph by which documents lose their effect through this paper, or from a day it sets.

    What is told as a condition ("khi … hết hiệu lực") or denied makes none.
    """
    for match in _ENDED.finditer(flat, start, end):
        sentence, _ = _sentence(flat, start, match.start())
        prefix = _FROM_DAY.match(flat, sentence, match.start())
        first = prefix.end() if prefix else sentence
        until = min(end, match.end() + _LONGEST_FORMULA)
        set_here = _ON_DAY.search(flat, match.end(), until) or _SELF_WORD.search(flat, sentence, until)
        if set_here and not _CONDITION.match(flat, first):
            yield Ended(first, match.start(), "REPEALS" if match["ended"].endswith("bo") else "REPLACES")
