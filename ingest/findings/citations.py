"""Findings on how documents are cited: dates, issuers, subjects, types (domain §6.2, L05 to L13 and L33)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph.records import Citation, Reading, Warning
from graph.vocabulary.codes import issuer_code
from graph.vocabulary.fold import fold, shadow
from graph.vocabulary.numbers import parse_number
from graph.vocabulary.provinces import province_at_end

_SUBJECT = re.compile(
    r"[\s,]*(?:về|v/v|quy định|ban hành|phê duyệt|thực hiện|triển khai|sửa đổi|hướng dẫn|công bố|thành lập|bãi bỏ|“)",
    re.IGNORECASE,
)
_CUT_PLACE = re.compile(r"(?:tỉnh|thành phố) (?P<place>[^\W\d_]+)$")
_BROKEN_LIST = re.compile(r",[ \t]*\n[ \t]*\n\s*")
_SATURDAY = 5
_WHOLE_DAY = len("2024-05-18")


def citation_findings(reading: Reading) -> Iterator[Warning]:
    """Findings on each citation; those on completeness are for the first citation of a document only (NĐ 30)."""
    seen: dict[str, Citation] = {}
    for citation in reading.citations:
        if citation.number is None:
            continue
        first = seen.setdefault(citation.number, citation)
        if first is citation:
            yield from _incomplete(reading, citation)
        elif citation.date and first.date and citation.date != first.date:
            message = f"{citation.number} ghi hai ngày khác nhau ({first.date} và {citation.date}): cần rà soát."
            yield _on(citation, "L13", "E", message)
        yield from _wrong(reading, citation)
        yield from _broken(reading, citation)


def _on(citation: Citation, rule: str, severity: str, message: str) -> Warning:
    return Warning(rule, severity, message, citation.start, citation.end)  # type: ignore[arg-type]


def _at_issuer(reading: Reading, citation: Citation, rule: str, severity: str, message: str) -> Warning:
    end = _behind_issuer(reading, citation)
    return Warning(rule, severity, message, end - len(citation.issuer_text or ""), end)  # type: ignore[arg-type]


def _incomplete(reading: Reading, citation: Citation) -> Iterator[Warning]:
    if citation.family != "qppl" and citation.date is None:
        yield _on(citation, "L05", "W", f"Viện dẫn {citation.number} lần đầu không ghi ngày.")
    if citation.issuer_text is None and citation.family != "qppl":
        yield _on(citation, "L06", "W", f"Viện dẫn {citation.number} không ghi cơ quan ban hành.")
    if citation.family != "qppl" and not _SUBJECT.match(reading.text, _behind_issuer(reading, citation)):
        yield _on(citation, "L07", "W", f"Viện dẫn {citation.number} không ghi trích yếu.")


def _behind_issuer(reading: Reading, citation: Citation) -> int:
    if citation.issuer_text is None:
        return citation.end
    place = reading.text.find(citation.issuer_text, citation.end)
    return place + len(citation.issuer_text) if place >= 0 else citation.end


def _wrong(reading: Reading, citation: Citation) -> Iterator[Warning]:
    number = parse_number(citation.number or "")
    if number and number.type and citation.type and fold(number.type) != fold(citation.type):
        message = f"Chữ “{citation.type}” không khớp ký hiệu {number.text} ({number.type})."
        yield _on(citation, "L08", "E", message)
    yield from _wrong_issuer(reading, citation)
    yield from _wrong_date(reading, citation, number.year if number else None)


def _wrong_issuer(reading: Reading, citation: Citation) -> Iterator[Warning]:
    """L06 E: a province's name cut off; L09 E: words and code name different organs; L26 I: capitals."""
    words = shadow(citation.issuer_text or "")
    cut = _CUT_PLACE.search(words)
    if cut and province_at_end(words) is None and citation.territory:
        message = f"Tên cơ quan ban hành {citation.number} bị thiếu chữ: “{words}” (có thể là {citation.issuer})."
        yield _at_issuer(reading, citation, "L06", "E", message)
    code = parse_number(citation.number or "")
    known = issuer_code(code.issuer_code) if code else None
    if words and known and known.level == "central" and fold(known.name) not in fold(words):
        yield _on(citation, "L09", "E", f"Cơ quan “{words}” không khớp ký hiệu {citation.number} ({known.name}).")
    if words and known and known.level == "central" and fold(words) == fold(known.name) and words != known.name:
        yield _at_issuer(reading, citation, "L26", "I", f"Viết hoa: “{words}” nên là “{known.name}”.")


def _wrong_date(reading: Reading, citation: Citation, year: int | None) -> Iterator[Warning]:
    if citation.date is None:
        return
    if year is not None and citation.date[:4] != str(year):
        yield _on(citation, "L10", "E", f"Năm trong số {citation.number} khác năm của ngày {citation.date}.")
    if len(citation.date) < _WHOLE_DAY:
        return
    day = date.fromisoformat(citation.date)
    written = reading.document.meeting_date or reading.document.issue_date
    if written and citation.date[: len(written)] > written:
        yield _on(citation, "L11", "E", f"Ngày {day:%d/%m/%Y} của {citation.number} sau ngày của văn bản này.")
    if day.weekday() >= _SATURDAY:
        name = "chủ nhật" if day.weekday() > _SATURDAY else "thứ bảy"
        yield _on(citation, "L12", "I", f"{citation.number} ghi ngày {day:%d/%m/%Y}, là {name}: cần rà soát.")


def _broken(reading: Reading, citation: Citation) -> Iterator[Warning]:
    """L33: the list in which the citation stands goes on behind a blank line."""
    before = reading.text[max(0, citation.start - 8) : citation.start]
    if _BROKEN_LIST.search(before) and before.rstrip().endswith(","):
        yield _on(citation, "L33", "I", f"Danh sách viện dẫn bị ngắt dòng trước {citation.number}.")
