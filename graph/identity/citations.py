"""Citations and legal relations: which document is meant, and which must stay open (design §4 rules 1 and 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.identity.head import ISSUED_BY
from graph.identity.ids import directive_id
from graph.identity.paper import Paper
from graph.identity.values import Fact, Node, present
from graph.records import Citation
from graph.schema import Kind
from graph.vocabulary.fold import shadow
from graph.vocabulary.identity import stub_id
from graph.vocabulary.numbers import find_number

CITED_IN_DIRECTIVE: Final = Kind("CITES", "Directive", "Document")
PROMULGATES: Final = Kind("PROMULGATES", "Document", "Document")
CITED_BESIDE: Final = Kind("CITES", "Document", "Document")

# "Kế hoạch số 488/KH-UBND" and "Nghị quyết 59-NQ/TW": the words before the number are the type as written.
_TYPE_WORDS = re.compile(r"\A(?!số\b)[^\W\d](?:[^\d]*?[^\W\d])?(?=\s*(?:\bsố\b[\s:]*)?\d)", re.IGNORECASE)


def citations(paper: Paper) -> Iterator[Node | Fact]:
    """Every place where a document is cited, the cited documents and their issuers, and the legal relations."""
    for citation in paper.reading.citations:
        yield Node("Document", cited_id(paper, citation), {})
        yield _cites(paper, citation)
    yield from _issuers(paper)
    for relation in paper.reading.relations:
        yield paper.said(
            Kind(relation.type, "Document", "Document"),
            paper.id,
            cited_id(paper, paper.reading.citations[relation.citation]),
            (relation.start, relation.end),
            "relation",
            scope=relation.scope,
            pins=list(relation.pins),
            effective_from=relation.effective_from,
        )


def attachments(paper: Paper) -> Iterator[Node | Fact]:
    """The documents that the paper promulgates with itself."""
    for attachment in paper.reading.attachments:
        yield Node("Document", attachment.id, {})
        place = (attachment.start, attachment.end)
        yield paper.said(PROMULGATES, paper.id, attachment.id, place, "attachment", scope="whole")


def cited_id(paper: Paper, citation: Citation) -> str:
    """The cited document's id, or that of a stub where the words do not settle which document is meant."""
    return citation.id or stub_id(paper.id, citation.number or citation.refers_to or citation.name or citation.raw)


def _cites(paper: Paper, citation: Citation) -> Fact:
    within = citation.directive is not None
    start = directive_id(paper.id, citation.directive) if citation.directive is not None else paper.id
    values = present(
        function=citation.function,
        status="resolved" if citation.id else "stub",
        pins=list(citation.pins),
        type=citation.type,
        type_text=_type_text(citation.raw) if citation.number else citation.type,
        family=citation.family,
        number=citation.number,
        number_text=_number_text(citation.raw),
        name=citation.name,
        refers_to=citation.refers_to,
        date=citation.date,
        issuer=citation.issuer,
        issuer_text=citation.issuer_text,
        territory=citation.territory,
    )
    kind, place = CITED_IN_DIRECTIVE if within else CITED_BESIDE, (citation.start, citation.end)
    return paper.said(kind, start, cited_id(paper, citation), place, citation.rule, **values)


def _issuers(paper: Paper) -> Iterator[Fact]:
    """Who issued a cited document, once for each, as the first citation with an issuer says."""
    told: set[str] = set()
    for citation in paper.reading.citations:
        document = cited_id(paper, citation)
        if citation.issuer and document not in told:
            told.add(document)
            place = (citation.start, citation.end)
            yield paper.said(ISSUED_BY, document, paper.unit_ids[citation.issuer], place, citation.rule)


def _type_text(words: str) -> str | None:
    found = _TYPE_WORDS.search(shadow(words))
    return words[slice(*found.span())] if found else None


def _number_text(words: str) -> str | None:
    found = find_number(words)
    return words[found[1] : found[2]] if found else None
