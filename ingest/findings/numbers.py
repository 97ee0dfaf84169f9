"""Findings on how numbers of cited documents are printed and read (domain §6.2: L03, L11, L23, L31)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.records import Citation, Reading, Severity, Warning
from graph.vocabulary.codes import issuer_code
from graph.vocabulary.fold import flat, shadow
from graph.vocabulary.numbers import Number, parse_number

_NO_LETTER = re.compile(r"[^0-9a-z]")
_STROKES = re.compile(r"^\d+[a-z]?(?:/\d{4})?/[^\d/-]+/")
_PRINTED_STROKES = re.compile(r"\d\s?/\s?(?:\d{4}\s?/\s?)?[^\W\d_]+\s?/\s?[^\W\d_]")
_PARTY = ("party_central", "party_province", "party")
_DAY = re.compile(
    r"ng[àa]y\s+\d{1,2}(?:\s?[/.-]\s?|\s+th[áa]ng\s+)\d{1,2}(?:\s?[/.-]\s?|\s+n[ăa]m\s+)\d{4}", re.IGNORECASE
)


def number_findings(reading: Reading) -> Iterator[Warning]:
    """What a reviewer must compare with the print."""
    for citation in reading.citations:
        number = parse_number(citation.number) if citation.number else None
        if number:
            yield from _sign(citation, number)
            yield from _read_otherwise(citation, number)
        if citation.rule == "short-form" and citation.refers_to is None:
            yield _on(citation, "L23", "W", f"“{citation.name}”: viện dẫn rút gọn, không rõ văn bản nào.")
        if citation.date is None and _DAY.search(citation.raw):
            yield _on(citation, "L11", "E", f"Ngày ghi tại “{' '.join(citation.raw.split())}” không có trong lịch.")


def _on(citation: Citation, rule: str, severity: Severity, message: str) -> Warning:
    return Warning(rule, severity, message, citation.start, citation.end)


def _sign(citation: Citation, number: Number) -> Iterator[Warning]:
    """L03: a stroke where a hyphen is due ("124/QĐ/TTg"), a Party organ in a state sign ("114/NQ-TU")."""
    if number.type and (_STROKES.match(number.text) or _PRINTED_STROKES.search(shadow(citation.raw))):
        yield _on(citation, "L03", "E", f"Ký hiệu {number.text} dùng “/” giữa loại và cơ quan: cần rà soát.")
    issuer = issuer_code(number.issuer_code.split("-")[0])
    if number.family != "dang" and number.type and issuer and issuer.level in _PARTY:
        yield _on(
            citation, "L03", "E", f"Ký hiệu {number.text} của tổ chức Đảng ghi theo lối của Nhà nước: cần rà soát."
        )


def _read_otherwise(citation: Citation, number: Number) -> Iterator[Warning]:
    """L31: print (scanning, lost letters) does not say what was read."""
    printed = _NO_LETTER.sub("", flat(shadow(citation.raw)))
    if _NO_LETTER.sub("", flat(number.text)) not in printed:
        words = " ".join(citation.raw.split())
        yield _on(citation, "L31", "W", f"“{words}” được đọc là {number.text}: cần đối chiếu bản gốc.")
