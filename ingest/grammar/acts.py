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
    r"(?<!da\s)(?<!\w)(?:se\s)?(?P<ended>het\shieu\sluc|cham\sdut\shieu\sluc|bi\sbai\sbo|duoc\sbai\sbo|khong\scon\shieu\sluc)(?!\w)"
)
_SELF_WORD = re.compile(rf"(?<!\w){SELF}(?!\w)")
# At the head of a member of a list only these are this paper's; others belong to the subject of the member before.
_IN_LISTS = {"AMENDS", "REPLACES", "REPEALS"}
_LOOK_BACK = 18
_LONGEST_FORMULA = 60
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that is this paper's own, with the relation that it makes."""

    start: int
    end: int
    relation: str
    part: bool


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, bool]]:
    table = {fold(words): (relation, scope) for words, relation, scope in rows_of("acts")}
    for words, (relation, scope) in table.items():
        if relation not in get_args(RelationType) or scope not in ("", "part"):
            raise ValueError(f"acts.tsv: {words}: unknown relation {relation!r} or scope {scope!r}")
    return {words: (relation, scope == "part") for words, (relation, scope) in table.items()}


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(rf"{loose(starting(_verbs()).replace(chr(92) + ' ', ' '))}(?!\w)")


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
        if not between or _SELF_WORD.search(flow.flat, sentence, match.start()):
            yield Act(match.start(), match.end(), relation, part)


def _is_own(flat: str, sentence: int, position: int) -> bool:
    """Whether the words between make the verb this paper's: none or few, its own name, or an enacting formula."""
    return bool(
        _OPENS.fullmatch(flat, sentence, position)
        or _SELF_WORD.search(flat, sentence, position)
        or _ENACTS.search(flat, max(sentence, position - _LONGEST_FORMULA), position)
    )


def _sentence(flat: str, start: int, position: int) -> tuple[int, bool]:
    """Where the sentence, or the member of a list, of a position begins; and whether it is a member. Looks back no
    further than a long sentence."""
    begin = max(start, position - _LONGEST_SENTENCE)
    ends = {mark: flat.rfind(mark, begin, position) for mark in (". ", ": ", "; ", ".\n", ":\n", ";\n")}
    mark = max(ends, key=lambda one: ends[one])
    return (ends[mark] + len(mark), mark[0] == ";") if ends[mark] >= 0 else (begin, False)


def ended_in(flat: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where a paragraph says that documents lose their effect, and whether by this paper; their names stand before."""
    match = _ENDED.search(flat, start, end)
    return (match.start(), bool(_SELF_WORD.search(flat, start, end))) if match else None
