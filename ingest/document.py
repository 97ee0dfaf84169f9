"""head and tail → document: the paper itself, with where each field stands."""

from __future__ import annotations

from typing import Literal

from graph.records import Document, HeadField, Recipient, Signer
from graph.vocabulary.identity import document_id, unnumbered_id
from graph.vocabulary.numbers import parse_number
from ingest.grammar.head import Head
from ingest.grammar.tail import RecipientLine, find_recipients, find_signer
from ingest.issuer import Issuer
from ingest.mentions import OfficialMention, UnitMention
from ingest.naming import Context
from ingest.roll import Roll, unit_of_title
from ingest.shadow import Shadow
from ingest.tree import Tree


def to_document(
    text: str,
    shadow: Shadow,
    tree: Tree,
    head: Head,
    issuer: Issuer,
    roll: Roll,
    officials: dict[int, OfficialMention],
    units: dict[int, UnitMention],
) -> Document:
    """The record of the paper; a field that is not printed is none."""
    orderer = _orderer(head, officials, units)
    number = head.number
    return Document(
        id=_id(text, head, issuer),
        type=head.type,
        type_text=text[slice(*shadow.origin(*tree.title))] if tree.title else None,
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
        subject=" ".join(text[slice(*shadow.origin(*tree.subject))].split()) if tree.subject else None,
        signers=tuple(_signers(shadow, tree, roll, issuer.context)),
        recipients=tuple(_recipients(shadow, tree, roll)),
        evidence=tuple(_evidence(shadow, tree, head, orderer)),
        start=0,
        end=len(text),
    )


def _id(text: str, head: Head, issuer: Issuer) -> str:
    """The id by the printed number where issuer, type and year are known too, else by the words."""
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
    return unnumbered_id(text)


def _family(head: Head) -> Literal["qppl", "hanh_chinh", "dang"] | None:
    """The family of a paper whose serial is blank, by the shape of its symbol."""
    if head.symbol is None:
        return None
    number = parse_number(f"0/{head.symbol}") or parse_number(f"0-{head.symbol}")
    return number.family if number else None


def _orderer(
    head: Head, officials: dict[int, OfficialMention], units: dict[int, UnitMention]
) -> tuple[str, int, int] | None:
    """Whose conclusions these are: an office, or the last office in a person's titles."""
    if head.orderer is None:
        return None
    unit = units.get(head.orderer)
    if unit:
        return " ".join(unit.words.split()), unit.start, unit.end
    person = officials.get(head.orderer)
    if person is None or person.title is None:
        return None
    office = person.title.split(", ")[-1]
    return " ".join(office.split()), person.outer_end - len(office), person.outer_end


def _signers(shadow: Shadow, tree: Tree, roll: Roll, context: Context) -> list[Signer]:
    found = find_signer(tree.flow, tree)
    if found is None:
        return []
    span = shadow.origin(found.start, found.end)
    unit = unit_of_title(found.title, roll, context) if found.title else None
    return [Signer(found.name, found.title, unit or context.issuer, found.capacity, *span)]


def _recipients(shadow: Shadow, tree: Tree, roll: Roll) -> list[Recipient]:
    return [
        Recipient(line.name, line.purpose, _recipient(line, roll), *shadow.origin(line.start, line.end))
        for line in find_recipients(tree.flow, tree)
    ]


def _recipient(line: RecipientLine, roll: Roll) -> str | None:
    return None if line.purpose == "lưu" else roll.names.get(line.start)


def _evidence(shadow: Shadow, tree: Tree, head: Head, orderer: tuple[str, int, int] | None) -> list[HeadField]:
    spans = {
        "type": tree.title,
        "subject": tree.subject,
        "number": head.number_span,
        "place": head.place_span,
        "issue_date": head.date_span,
        "meeting_date": head.meeting_span,
        "ordered_by": (orderer[1], orderer[2]) if orderer else None,
        "issuer": (head.issuer_lines[0][0], head.issuer_lines[-1][1]) if head.issuer_lines else None,
    }
    return [HeadField(field, *shadow.origin(*span)) for field, span in spans.items() if span]
