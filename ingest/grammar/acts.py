"""The verbs by which a paper says what it does to another one, and when they are this paper's own (domain §3).

Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số …      at the beginning of an item
Thông tư này thay thế Thông tư số …                         behind the paper's word for itself
Chính phủ ban hành Nghị định quy định chi tiết …            behind the enacting words
đề nghị bãi bỏ Quyết định số …                              not this paper's act
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.fold import fold
from ingest.grammar.flow import Flow
from ingest.lexicon import rows_of

_TYPES = (
    r"(?:bo\sluat|luat|phap\slenh|nghi\squyet(?:\slien\stich)?|nghi\sdinh|quyet\sdinh|thong\stu(?:\slien\stich)?|chi\sthi"
    r"|quy\sdinh|quy\sche|ke\shoach|thong\sbao|huong\sdan|van\sban|lenh|cong\svan|ket\sluan|chuong\strinh)"
)
_SELF = rf"{_TYPES}\snay"
# Words before the verb that leave it this paper's: its own name, an enacting formula, a mark, an opening.
_OWN = re.compile(
    rf"(?:|[“\"(]|(?:nay|va|dong\sthoi|v/v|ve|ve\sviec|viec|tiep\stuc|de|nham|theo|phan|i|ii)\s|"
    rf"(?:.*[^\w])?{_SELF}(?:\s.*)?|.*\b(?:ban\shanh|xay\sdung)\s{_TYPES}\s(?:ve\s(?:viec\s)?)?(?:quy\sdinh\s(?:ve\s)?)?|quyet\s(?:dinh|nghi)\s?:?\s)"
    r"(?:quy\sdinh\s(?:ve\s)?(?:viec\s)?)?",
    re.DOTALL,
)
# What only tells of an act, or of another document's: "được sửa đổi", "đã bãi bỏ", "dự thảo sửa đổi", "thay thế ông".
_TOLD = re.compile(
    r"(?:duoc|da|se|bi|chua|khong|viec|du\sthao|de\snghi|trinh|xay\sdung|can|phai|co\sthe)\s(?:bo\ssung\s)?$"
)
_ENDED = re.compile(
    r"(?<!da\s)(?<!\w)(?:se\s)?(?P<ended>het\shieu\sluc|cham\sdut\shieu\sluc|bi\sbai\sbo|duoc\sbai\sbo|khong\scon\shieu\sluc)(?!\w)"
)
_SELF_WORD = re.compile(rf"(?<!\w){_SELF}(?!\w)")
_SENTENCE = re.compile(r"[.:]\s|;\s(?P<list>)")
# At the head of a member of a list only these are this paper's; others belong to the subject of the member before.
_IN_LISTS = {"AMENDS", "REPLACES", "REPEALS"}
_LOOK_BACK = 18


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that is this paper's own, with the relation that it makes."""

    start: int
    end: int
    relation: str
    part: bool


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, bool]]:
    return {fold(words): (relation, scope == "part") for words, relation, scope in rows_of("acts")}


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    ordered = sorted(_verbs(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(verb.replace(' ', chr(92) + 's{1,3}') for verb in ordered)})(?!\w)")


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
        if not _OWN.fullmatch(flow.flat, sentence, match.start()) or (listed and relation not in _IN_LISTS):
            continue
        if _SELF_WORD.search(flow.flat, sentence, match.start()) or not any(
            sentence <= at < match.start() for at in cited
        ):
            yield Act(match.start(), match.end(), relation, part)


def _sentence(flat: str, start: int, position: int) -> tuple[int, bool]:
    """Where the sentence, or the member of a list, of a position begins; and whether it is a member."""
    sentence, listed = start, False
    for boundary in _SENTENCE.finditer(flat, start, position):
        sentence, listed = boundary.end(), boundary["list"] is not None
    return sentence, listed


def ended_in(flat: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where a paragraph says that documents lose their effect, and whether by this paper; their names stand before."""
    match = _ENDED.search(flat, start, end)
    return (match.start(), bool(_SELF_WORD.search(flat, start, end))) if match else None
