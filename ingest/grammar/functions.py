"""What a citation is cited for: to be implemented, as a basis, or mentioned (design §4 rule 8).

Thực hiện nghiêm túc Kế hoạch số …            implements
triển khai … đã được xây dựng tại Kế hoạch …  implements
đã được nhất trí chủ trương tại Nghị quyết …  basis
theo quy định tại Nghị định …                 basis
thay thế Quyết định …                         mention
"""

from __future__ import annotations

import re

from graph.records import Function

_CUE = re.compile(
    r"(?<!\w)(?:(?P<implements>(?:tổ chức |tiếp tục )?(?:thực hiện|triển khai|quán triệt|cụ thể hóa|thi hành)"
    r"(?: (?:nghiêm túc|nghiêm|tốt|đầy đủ|có hiệu quả))?(?: theo)?|theo nhiệm vụ (?:được )?giao tại)"
    r"|(?P<basis>căn cứ|(?:nhất trí|đồng ý|thống nhất|phê duyệt|ban hành|chủ trương|quy định|hướng dẫn|cho phép)"
    r"(?: \w+){0,3} tại"
    r"|(?<!tiếp )theo)"
    r"|(?P<mention>sửa đổi|bổ sung|thay thế|bãi bỏ|dự thảo|hết hiệu lực|đính chính))(?!\w)",
    re.IGNORECASE,
)
# "dừng thực hiện", "bãi bỏ việc thực hiện": the document is not carried out.
_NOT_DONE = re.compile(r"(?:không|dừng|ngừng|chấm dứt|bãi bỏ|hủy bỏ)(?: việc| tiếp tục)? $", re.IGNORECASE)
_LOOK_BACK = 24
_LONGEST_SENTENCE = 1500
_CLAUSE_END = re.compile(r"[;]|\.(?=\s+[^\W\d_])")


def citation_function(shadow: str, start: int, citation_start: int) -> Function:
    """By the nearest cue before the citation in its own sentence, from the directive's start on.

    "thực hiện … theo X" implements X: the verb governs the measure. Without a cue it is a mention.
    """
    sentence = max(start, citation_start - _LONGEST_SENTENCE)
    for match in _CLAUSE_END.finditer(shadow, sentence, citation_start + 1):
        sentence = match.end()
    cues = list(_CUE.finditer(shadow, sentence, citation_start))
    if not cues:
        return "mention"
    last = cues[-1]
    if last["implements"] and _NOT_DONE.search(shadow, max(sentence, last.start() - _LOOK_BACK), last.start()):
        return "mention"
    if last["basis"] and last["basis"].lower().startswith(("theo", "quy định")) and _carried_out(cues[:-1], shadow):
        return "implements"
    return "implements" if last["implements"] else "basis" if last["basis"] else "mention"


def _carried_out(cues: list[re.Match[str]], shadow: str) -> bool:
    """Whether "thực hiện" governs the measure that follows ("thực hiện đầy đủ trách nhiệm … theo …")."""
    verbs = [cue for cue in cues if cue["implements"]]
    return bool(verbs) and verbs[-1]["implements"].lower().startswith("thực hiện")
