"""Which source is believed (design §4 rule 11): register over text over OCR over citing text, ties by hash.

The order of ingesting never matters: whatever is known of a document is weighed again each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.identity import Row
from graph.identity.ids import number_key
from graph.vocabulary.fold import fold
from graph.vocabulary.numbers import Number, parse_number

Via = Literal["register", "text", "citation"]

_FIELDS: Final = (
    "number", "number_source", "symbol", "type", "type_text", "family", "name", "subject", "issuer", "issuing_body",
    "issue_date", "meeting_date", "territory",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source says of a document. `mention` begins with the source's hash."""

    via: Via
    reader: str | None
    mention: str
    values: Mapping[str, Any]


def rank(via: Via, reader: str | None, mention: str) -> tuple[int, str]:
    """The smaller, the more believed."""
    order = {"register": 0, "text": 1, "citation": 3}[via]
    return order + (1 if reader and "ocr" in reader else 0), mention


def weighed(document: str, evidence: Iterable[Evidence]) -> tuple[str, Row]:
    """The label of a document and its row: each value from the most believed source that gives one."""
    ordered = sorted(evidence, key=lambda said: rank(said.via, said.reader, said.mention))
    row: Row = {"id": document, "coverage": _coverage(ordered)}
    for field in _FIELDS:
        values = [said.values[field] for said in ordered if said.values.get(field) is not None]
        row |= {field: values[0]} if values else {}
    row |= _of_number(row)
    return ("Notice" if _is_notice(row) else "Document"), row


def _coverage(ordered: list[Evidence]) -> str:
    ways = {said.via for said in ordered}
    return "full" if "text" in ways else "registered" if "register" in ways else "cited"


def _of_number(row: Row) -> Row:
    """What the number tells, and the form in which it is compared."""
    text = str(row.get("number") or "")
    number = parse_number(text)
    year = _year(number, str(row.get("issue_date") or ""))
    told: Row = {"number_key": number_key(text)} if text else {}
    if number:
        told |= {"serial": number.serial, "symbol": number.symbol}
    return told | ({"year": year} if year else {})


def _year(number: Number | None, date: str) -> int | None:
    if number and number.year:
        return number.year
    return int(date[:4]) if date else None


def _is_notice(row: Row) -> bool:
    words = fold(f"{row.get('type_text', '')} {row.get('subject', '')}")
    return row.get("type") == "Thông báo" and "ket luan" in words
