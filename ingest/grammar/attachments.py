"""Documents that a paper issues as its attachments (domain §3: ban hành kèm theo).

Ban hành kèm theo Quyết định này Quy chế quản lý cụm công nghiệp trên địa bàn tỉnh.
Phê duyệt kèm theo Quyết định này Đề án phát triển thanh toán không dùng tiền mặt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary.codes import type_names
from graph.vocabulary.fold import fold
from ingest.grammar.acts import SELF
from ingest.grammar.flow import Flow
from ingest.grammar.patterns import any_of
from ingest.mentions import AttachmentMention

# What is attached and is no document that others cite: an annex, a form.
_TYPES = sorted(set(type_names()) - {"luat", "phap lenh", "hien phap", "hop dong", "van ban hop nhat"})
_PROMULGATES = re.compile(
    rf"(?:ban hanh|phe duyet|cong bo) kem theo {SELF}:?(?: la)?(?: ban)?\s(?P<type>{any_of(_TYPES)})(?!\w)"
    rf"(?P<title>[^.;:\n]{{0,300}})"
)


def find_attachments(flow: Flow) -> Iterator[AttachmentMention]:
    """Each attachment, from its type word to the end of its title."""
    for match in _PROMULGATES.finditer(flow.flat):
        start, end = match.start("type"), match.end()
        if flow.words[start].isupper():
            title = " ".join(flow.words[start:end].split())
            yield AttachmentMention(start, end, type_names()[fold(match["type"])], title)
