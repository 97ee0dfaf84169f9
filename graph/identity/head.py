"""The document itself: where it was read, who issued, ordered and signed it, and who receives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph.identity.paper import Paper
from graph.identity.values import Fact, Node, present
from graph.schema import Kind

READ_FROM: Final = Kind("READ_FROM", "Document", "Source")
ISSUED_BY: Final = Kind("ISSUED_BY", "Document", "Unit")
ORDERS: Final = Kind("ORDERS", "Agent", "Document")
SIGNED_BY: Final = Kind("SIGNED_BY", "Document", "Official")
SENT_TO: Final = Kind("SENT_TO", "Document", "Agent")


def head(paper: Paper) -> Iterator[Node | Fact]:
    """The document, its source and all that its head, signature and list of recipients say. The document's own
    properties are not here: they are recomputed from every source (rule 11)."""
    document = paper.reading.document
    yield Node("Document", paper.id, {})
    yield _source(paper)
    yield _read_from(paper)
    if document.issuer:
        place = paper.head_place("issuer")
        yield paper.said(ISSUED_BY, paper.id, paper.unit_ids[document.issuer], place, "head")
    if document.ordered_by:
        place = paper.head_place("ordered_by")
        yield paper.said(ORDERS, paper.agent_id(document.ordered_by), paper.id, place, "head")
    yield from _signatures(paper)
    yield from _recipients(paper)


def _source(paper: Paper) -> Node:
    source = paper.reading.source
    values = present(
        name=source.name,
        media_type=source.media_type,
        pages=source.pages,
        text=paper.reading.text,
        reader=source.reader,
    )
    return Node("Source", source.sha256, values)


def _read_from(paper: Paper) -> Fact:
    document = paper.reading.document
    values = present(
        role="current",
        number=document.number,
        number_source=document.number_source,
        symbol=document.symbol,
        type=document.type,
        type_text=document.type_text,
        family=document.family,
        subject=document.subject,
        issuer=document.issuer,
        issuer_text=document.issuer_text,
        issuing_body=document.issuing_body,
        ordered_by=document.ordered_by,
        issue_date=document.issue_date,
        meeting_date=document.meeting_date,
        place=document.place,
        territory=document.territory,
        fields=[e.field for e in document.evidence],
        fields_from=[e.start for e in document.evidence],
        fields_to=[e.end for e in document.evidence],
    )
    place = (document.start, document.end)
    return paper.stated(READ_FROM, paper.id, paper.reading.source.sha256, place, "head", **values)


def _signatures(paper: Paper) -> Iterator[Fact]:
    for signer in paper.reading.document.signers:
        person, place = paper.official_ids[signer.name], (signer.start, signer.end)
        capacity = list(signer.capacity)
        yield paper.said(SIGNED_BY, paper.id, person, place, "signature", title=signer.title, capacity=capacity)


def _recipients(paper: Paper) -> Iterator[Fact]:
    for recipient in paper.reading.document.recipients:
        if recipient.agent:
            agent, place = paper.agent_id(recipient.agent), (recipient.start, recipient.end)
            yield paper.said(SENT_TO, paper.id, agent, place, "recipients", purpose=recipient.purpose)
