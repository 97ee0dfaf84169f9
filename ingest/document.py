"""head and tail → document: the paper itself, with where each field stands."""

from __future__ import annotations

import re
from typing import Literal

from graph.records import Document, HeadField, Recipient, Signer
from graph.vocabulary.identity import document_id, unnumbered_id
from graph.vocabulary.numbers import parse_number
from ingest.grammar.head import Head
from ingest.grammar.tail import RecipientLine, find_recipients, find_signer
from ingest.paper import Paper
from ingest.roll import unit_of_title

# "Các Sở: …", "Các Bộ: …": type stands once.
_LIST = re.compile(r"[Cc]ác (?:Sở|Bộ):? ")


def to_document(paper: Paper) -> Document:
    """The record of the paper; a field that is not printed is none."""
    head, issuer, tree = paper.head, paper.issuer, paper.tree
    orderer = _orderer(paper)
    number = head.number
    return Document(
        id=_id(paper),
        type=head.type,
        type_text=paper.words(*tree.title) if tree.title else None,
        family=number.family if number else _family(head),
        number=number.text if number else None,
        symbol=head.symbol,
        number_source="text" if number else None,
        issuer=issuer.name,
        issuer_text=issuer.text,
        issuing_body=None,
        territory=issuer.territory,
        ordered_by=orderer[0] if orderer else None,
        issue_date=head.issue_date,
        meeting_date=head.meeting_date,
        place=head.place,
        subject=" ".join(paper.words(*tree.subject).split()) if tree.subject else None,
        signers=tuple(_signers(paper)),
        recipients=tuple(_recipients(paper)),
        evidence=tuple(_evidence(paper, orderer)),
        start=0,
        end=len(paper.text),
    )


def _id(paper: Paper) -> str:
    """The id by the printed number where issuer, type and year are known too, else by the words."""
    head, issuer = paper.head, paper.issuer
    number = head.number
    year = (number.year if number else None) or (int(head.issue_date[:4]) if head.issue_date else None)
    type_ = (number.type if number else None) or head.type
    if number and year and type_ and issuer.organisation:
        return document_id(
            number=number.text,
            type_=type_,
            organisation=issuer.organisation,
            territory=issuer.territory,
            year=year,
        )
    return unnumbered_id(paper.text)


def _family(head: Head) -> Literal["qppl", "hanh_chinh", "dang"] | None:
    """The family of a paper whose serial is blank, by the shape of its symbol."""
    if head.symbol is None:
        return None
    number = parse_number(f"0/{head.symbol}") or parse_number(f"0-{head.symbol}")
    return number.family if number else None


def _orderer(paper: Paper) -> tuple[str, int, int] | None:
    """Whose conclusions these are: an office, or the last office in a person's titles."""
    if paper.head.orderer is None:
        return None
    unit = paper.units.get(paper.head.orderer)
    if unit:
        return " ".join(unit.words.split()), unit.start, unit.end
    person = paper.officials.get(paper.head.orderer)
    if person is None or person.title is None:
        return None
    office = person.title.split(", ")[-1]
    return " ".join(office.split()), person.outer_end - len(office), person.outer_end


def _signers(paper: Paper) -> list[Signer]:
    found = find_signer(paper.flow, paper.tree)
    if found is None:
        return []
    unit = unit_of_title(found.title, paper.roll, paper.context) if found.title else None
    span = paper.origin(found.start, found.end)
    return [Signer(found.name, found.title, unit or paper.issuer.name, found.capacity, *span)]


def _recipients(paper: Paper) -> list[Recipient]:
    return [one for line in find_recipients(paper.flow, paper.tree) for one in _of_line(paper, line)]


def _of_line(paper: Paper, line: RecipientLine) -> list[Recipient]:
    """One recipient, or each member of an elided list ("Các Sở: Công Thương, Tài chính")."""
    members = [paper.units[at] for at in range(line.start, line.end) if at in paper.units]
    if line.purpose != "lưu" and len(members) > 1 and _LIST.match(line.name):
        return [
            Recipient(one.words, line.purpose, paper.roll.names.get(one.start), *paper.origin(one.start, one.end))
            for one in members
        ]
    agent = None if line.purpose == "lưu" else paper.roll.names.get(line.start)
    return [Recipient(line.name, line.purpose, agent, *paper.origin(line.start, line.end))]


def _evidence(paper: Paper, orderer: tuple[str, int, int] | None) -> list[HeadField]:
    head, lines = paper.head, paper.head.issuer_lines
    spans = {
        "type": paper.tree.title,
        "subject": paper.tree.subject,
        "number": head.number_span,
        "place": head.place_span,
        "issue_date": head.date_span,
        "meeting_date": head.meeting_span,
        "ordered_by": (orderer[1], orderer[2]) if orderer else None,
        "issuer": (lines[0][0], lines[-1][1]) if lines else None,
    }
    return [HeadField(field, *paper.origin(*span)) for field, span in spans.items() if span]
