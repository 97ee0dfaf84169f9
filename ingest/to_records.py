"""mentions → records: the paper's statements under canonical names, with offsets of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.records import (
    Attachment,
    Citation,
    Directive,
    Document,
    Function,
    Mention,
    Official,
    Reading,
    Relation,
    Source,
    Task,
)
from graph.vocabulary.identity import attachment_id
from ingest.citing import identify
from ingest.directives import DirectiveSpan
from ingest.grammar.functions import citation_function
from ingest.mentions import AttachmentMention, CitationMention, OfficialMention
from ingest.paper import Paper
from ingest.relations import RelationMention
from ingest.roll import unit_of_title
from ingest.to_directives import Heard, to_directive
from ingest.units import units_of


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was recognised in one paper; `document` is its head and tail, already under names; `issuers`
    are the names of the cited documents' issuers, by where the mention begins."""

    paper: Paper
    document: Document
    officials: tuple[OfficialMention, ...]
    citations: tuple[CitationMention, ...]
    directives: tuple[Heard, ...]
    issuers: Mapping[int, str]
    relations: tuple[RelationMention, ...]
    attachments: tuple[AttachmentMention, ...]


def to_records(source: Source, found: Found) -> Reading:
    """Assemble the reading; only what is said of an office or a group makes it a unit of the paper."""
    directives = tuple(to_directive(found.paper, heard) for heard in found.directives)
    stated = {found.citations[relation.citation].start: relation.type for relation in found.relations}
    citations = tuple(_citation(found, mention, stated.get(mention.start)) for mention in found.citations)
    used = frozenset(_used(found.document, directives, citations)) & frozenset(
        [*found.paper.roll.names.values(), found.document.issuer or "", found.document.ordered_by or ""]
    )
    return Reading(
        source=source,
        text=found.paper.text,
        document=found.document,
        directives=directives,
        citations=citations,
        units=units_of(found.paper, used - {""}),
        officials=_officials(found),
        tasks=tuple(_tasks(found)),
        relations=tuple(_relations(found, citations)),
        warnings=(),
        attachments=tuple(_attachments(found)),
    )


def _used(document: Document, directives: Sequence[Directive], citations: Sequence[Citation]) -> Iterable[str]:
    for directive in directives:
        yield from (a.agent for a in directive.assignments if a.agent_type != "official")
        yield from (d.agent for d in directive.delivers_to if d.agent_type != "official")
    yield from (citation.issuer for citation in citations if citation.issuer)
    yield from (recipient.agent for recipient in document.recipients if recipient.agent)
    yield from (name for name in (document.issuer, document.ordered_by) if name)


def _citation(found: Found, mention: CitationMention, stated: str | None) -> Citation:
    paper = found.paper
    inside = _directive_at(found, mention.start)
    written = _issuer_words(found, mention)
    meant = mention.antecedent or mention
    cited = identify(meant, found.issuers.get(mention.start) or found.issuers.get(meant.start), paper.context)
    start, end = paper.origin(mention.start, mention.end)
    return Citation(
        raw=paper.text[start:end],
        start=start,
        end=end,
        type=cited.type,
        family=meant.number.family if meant.number else "qppl",
        number=mention.number.text if mention.number else None,
        name=mention.name,
        refers_to=meant.number.text if meant is not mention and meant.number else None,
        date=mention.date,
        issuer=cited.issuer.name,
        issuer_text=written,
        territory=cited.issuer.territory,
        pins=mention.pins,
        function=_function(found, mention, inside, stated),
        directive=inside.address if inside else None,
        id=cited.id,
        rule=mention.rule,
    )


_NORMATIVE = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
_FUNCTIONS: Mapping[str, Function] = {"BASED_ON": "basis", "IMPLEMENTS": "implements"}


def _function(found: Found, mention: CitationMention, inside: DirectiveSpan | None, stated: str | None) -> Function:
    """By the relation that the paper states at this place. Norms refer to other norms: elsewhere in a normative text it
    is a mention; in other papers the words before it tell."""
    if stated or found.document.family == "qppl" or found.document.type in _NORMATIVE:
        return _FUNCTIONS.get(stated or "", "mention")
    flow = found.paper.flow
    return citation_function(flow, inside.start if inside else _line_start(found, mention), mention.start)


def _issuer_words(found: Found, mention: CitationMention) -> str | None:
    if mention.issuer_start is None or mention.issuer_end is None:
        return None
    return found.paper.words(mention.issuer_start, mention.issuer_end)


def _directive_at(found: Found, offset: int) -> DirectiveSpan | None:
    before = bisect_right(found.directives, offset, key=lambda heard: heard.span.start) - 1
    span = found.directives[before].span if before >= 0 else None
    return span if span and offset < span.end else None


def _line_start(found: Found, mention: CitationMention) -> int:
    return found.paper.flow.rfind("\n", 0, mention.start) + 1


def _relations(found: Found, citations: Sequence[Citation]) -> Iterable[Relation]:
    for mention in found.relations:
        cited = citations[mention.citation]
        start, end = found.paper.origin(mention.start, found.citations[mention.citation].end)
        yield Relation(
            type=mention.type,
            target=cited.number or cited.refers_to or cited.name or cited.raw,
            citation=mention.citation,
            scope=mention.scope,
            pins=cited.pins,
            effective_from=mention.effective_from,
            start=start,
            end=end,
        )


def _attachments(found: Found) -> Iterable[Attachment]:
    """Each attachment once, where it is first named."""
    seen: dict[str, dict[str, None]] = {}
    for mention in found.attachments:
        titles = seen.setdefault(mention.type, {})
        if mention.title not in titles:
            titles[mention.title] = None
            start, end = found.paper.origin(mention.start, mention.end)
            id_ = attachment_id(found.document.id, mention.type, len(titles))
            yield Attachment(id_, mention.type, mention.title, start, end)


def _officials(found: Found) -> tuple[Official, ...]:
    """People in the order in which they are first named, the signer last; one name is one person of the paper."""
    names = list(dict.fromkeys([m.name for m in found.officials] + [s.name for s in found.document.signers]))
    return tuple(_official(name, found) for name in names)


def _official(name: str, found: Found) -> Official:
    own = [m for m in found.officials if m.name == name]
    signed = [s for s in found.document.signers if s.name == name]
    titles = [m.title for m in own if m.title] + [s.title for s in signed if s.title]
    title = max(titles, key=len) if titles else None
    spans = [Mention(*found.paper.origin(m.start, m.end)) for m in own] + [Mention(s.start, s.end) for s in signed]
    unit = signed[0].unit if signed else unit_of_title(title, found.paper.roll, found.paper.context) if title else None
    return Official(name, " ".join(title.split()) if title else None, unit, tuple(spans))


def _tasks(found: Found) -> Iterable[Task]:
    for heard in found.directives:
        for mention in heard.tasks:
            start, end = found.paper.origin(mention.start, mention.end)
            yield Task(" ".join(found.paper.text[start:end].split()), mention.level, heard.span.address, start, end)
