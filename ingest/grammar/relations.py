"""What the opening lines of a paper say it rests on (design §4 rule 8).

Căn cứ Luật số 29/2013/QH13 ngày 18/6/2013;      BASED_ON
Thực hiện Kế hoạch số 134/KH-UBND …;             IMPLEMENTS
Căn cứ X được sửa đổi, bổ sung bởi Y;            BASED_ON X; Y is a mention without relation
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.mentions import CitationMention
from ingest.tree import Tree

_RESTS_ON = re.compile(r"(?P<basis>căn cứ)|(?P<implements>thực hiện|triển khai thực hiện)", re.IGNORECASE)
_LONGEST_LINE = 4000
_LOOK_BACK = 120
_AMENDED = re.compile(r"(?:sửa đổi|bổ sung|thay thế|đính chính)[^;]{0,80}$", re.IGNORECASE)


def find_relations(tree: Tree, citations: Sequence[CitationMention]) -> Iterator[tuple[int, str]]:
    """(index of the citation, type of the relation) for every document that an opening line rests on."""
    for index, citation in enumerate(citations):
        if tree.opening[0] <= citation.start < tree.opening[1]:
            line = max(tree.flow.rfind("\n", 0, citation.start) + 1, citation.start - _LONGEST_LINE)
            cue = _RESTS_ON.match(tree.flow, line)
            if cue and not _AMENDED.search(tree.flow, max(line, citation.start - _LOOK_BACK), citation.start):
                yield index, "BASED_ON" if cue["basis"] else "IMPLEMENTS"
