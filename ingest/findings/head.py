"""Findings on the paper's own head."""

from __future__ import annotations

from collections.abc import Iterator

from graph.records import Reading, Warning

_WHOLE_DATE = len("2024-05-04")


def head_findings(reading: Reading) -> Iterator[Warning]:
    """L01: the number or the day of the paper itself is blank, as in a draft or a paper stamped by hand."""
    document = reading.document
    places = {field.field: (field.start, field.end) for field in document.evidence}
    if document.symbol and document.number is None:
        message = f"Số của chính văn bản để trống (chỉ có ký hiệu {document.symbol}): cần rà soát."
        yield Warning("L01", "W", message, *places.get("number", (0, 0)))
    if document.issue_date is not None and len(document.issue_date) < _WHOLE_DATE:
        message = f"Ngày ban hành để trống (chỉ rõ {document.issue_date}): cần rà soát."
        yield Warning("L01", "W", message, *places.get("issue_date", (0, 0)))
