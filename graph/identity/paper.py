"""One reading with its agents named apart: what every part of identity works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity.values import Fact, Row, Value, present
from graph.records import Official, Reading, Unit
from graph.schema import Kind

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """A reading, its units and officials by their names, and the ids of these. `home` is the id under which
    people belong whose title names no unit: the issuer's, or the document's where no issuer is known."""

    reading: Reading
    units: Mapping[str, Unit]
    officials: Mapping[str, Official]
    unit_ids: Mapping[str, str]
    official_ids: Mapping[str, str]
    home: str

    @property
    def id(self) -> str:
        return self.reading.document.id

    @property
    def day(self) -> str | None:
        """The day on which the paper speaks: of issue, else of the meeting, else what is known of the former."""
        document = self.reading.document
        full = document.issue_date is not None and len(document.issue_date) == len("2024-05-04")
        return document.issue_date if full else document.meeting_date or document.issue_date

    def agent_id(self, name: str) -> str:
        return self.official_ids.get(name) or self.unit_ids[name]

    def said(self, kind: Kind, start: str, end: str, place: Place, rule: str, /, **values: Value | None) -> Fact:
        """A fact with its evidence, the words at `place`."""
        quote = self.reading.text[slice(*place)] or None  # none where the words stand nowhere
        return self.stated(kind, start, end, place, rule, quote=quote, **values)

    def stated(self, kind: Kind, start: str, end: str, place: Place, rule: str, /, **values: Value | None) -> Fact:
        """A fact whose evidence is a whole stretch of text, too long to quote."""
        source = self.reading.source.sha256
        evidence: Row = {"mention": f"{source}:{place[0]}", "source": source, "rule": rule}
        return Fact(kind, start, end, {**evidence, "from_char": place[0], "to_char": place[1], **present(**values)})

    def head_place(self, field: str) -> Place:
        """Where a field of the head is printed; the very start of the document where it is nowhere."""
        document = self.reading.document
        places = [(e.start, e.end) for e in document.evidence if e.field == field]
        return places[0] if places else (document.start, document.start)
