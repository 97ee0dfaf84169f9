"""Documents cited by type and serial alone: "Nghị quyết số 29", "Quyết định 49/2024", "Đề án 08" (domain §2).

Which document is meant only the rest of the paper tells; `ingest/antecedents.py` looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.vocabulary.fold import fold
from ingest.grammar.dates import date_behind
from ingest.grammar.flow import Flow
from ingest.grammar.leads import types
from ingest.grammar.patterns import loose, starting
from ingest.mentions import CitationMention

_TYPES = (
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Kết luận", "Quy định", "Kế hoạch", "Đề án", "Thông tư",
    "Công văn", "Thông báo", "Hướng dẫn", "Công điện", "Thông tư liên tịch", "Pháp lệnh", "Văn bản", "Quy chế",
    "Chương trình hành động", "Tờ trình", "Báo cáo",
)  # fmt: skip
# Codes in the place of the type, where the paper has announced such a short form ("sau đây gọi tắt là QĐ 20").
_CODES = {
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CT": "Chỉ thị",
    "TT": "Thông tư",
    "KH": "Kế hoạch",
}


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    small = [name[0].lower() + name[1:] for name in _TYPES]
    names = loose(starting([*_TYPES, *small, *_CODES]))
    return re.compile(
        rf"(?P<type>{names})\s{{1,4}}(?P<so>số\s{{1,4}})?(?P<serial>\d{{1,4}}[a-z]?)(?P<year>/(?:19|20)\d\d)?"
        r"(?![\w%/]|\s?[-–]\s?\d|[.,]\d|\s?/\s?[A-ZĐ\d])"
    )


def find_short_forms(flow: Flow) -> Iterator[CitationMention]:
    """Every short form; without "số" it may turn out to be none: its rule says so."""
    for match in _short().finditer(flow.words):
        date = date_behind(flow.flat, match.end()) if match["so"] else None
        yield CitationMention(
            start=match.start(),
            end=date.end if date else match.end(),
            number=None,
            name=" ".join(match.group().split()),
            pins=(),
            type_text=match["type"],
            type=_CODES.get(match["type"].upper()) or types()[fold(match["type"])],
            date=(date.iso or None) if date else None,
            issuer_start=None,
            issuer_end=None,
            rule="short-form" if match["so"] and match["type"][0].isupper() else "bare-short-form",
        )
