"""mentions → records: the paper's statements under canonical names, with offsets of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.records import (
    AgentType,
    Assignment,
    Citation,
    Deadline,
    Delivery,
    Directive,
    Document,
    Mention,
    Official,
    Reading,
    Source,
    Task,
)
from ingest.citing import identify
from ingest.directives import DirectiveSpan
from ingest.grammar.assignments import own_cue
from ingest.grammar.functions import citation_function
from ingest.mentions import Charge, CitationMention, DeadlineMention, OfficialMention, TaskMention, UnitMention
from ingest.paper import Paper
from ingest.roll import unit_of_title
from ingest.units import units_of


@dataclass(frozen=True, slots=True)
class Heard:
    """What the grammars found in one directive."""

    span: DirectiveSpan
    charges: tuple[Charge, ...]
    heading: tuple[UnitMention, int, int] | None
    addressees: tuple[UnitMention, ...]
    deliveries: tuple[UnitMention | OfficialMention, ...]
    deadlines: tuple[DeadlineMention, ...]
    tasks: tuple[TaskMention, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was recognised in one paper; `document` is its head and tail, already under names."""

    paper: Paper
    document: Document
    officials: tuple[OfficialMention, ...]
    citations: tuple[CitationMention, ...]
    directives: tuple[Heard, ...]


def to_records(source: Source, found: Found) -> Reading:
    """Assemble the reading; only what is said of an office or a group makes it a unit of the paper."""
    directives = tuple(_directive(found, heard) for heard in found.directives)
    citations = tuple(_citation(found, mention) for mention in found.citations)
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
        relations=(),
        warnings=(),
    )


def _used(document: Document, directives: Sequence[Directive], citations: Sequence[Citation]) -> Iterable[str]:
    for directive in directives:
        yield from (a.agent for a in directive.assignments if a.agent_type != "official")
        yield from (d.agent for d in directive.delivers_to if d.agent_type != "official")
    yield from (citation.issuer for citation in citations if citation.issuer)
    yield from (recipient.agent for recipient in document.recipients if recipient.agent)
    yield from (name for name in (document.issuer, document.ordered_by) if name)


def _directive(found: Found, heard: Heard) -> Directive:
    start, end = found.paper.origin(heard.span.start, heard.span.end)
    orders = heard.span.kind in ("order", "request")
    nearest = heard.span.headings[-1] if heard.span.headings else None
    return Directive(
        address=heard.span.address,
        heading=found.paper.words(nearest.content, nearest.end) if nearest else None,
        text=found.paper.text[start:end],
        kind=heard.span.kind,
        assignments=tuple(_assignments(found, heard)) if orders else (),
        delivers_to=tuple(_deliveries(found, heard)) if orders else (),
        deadlines=tuple(_deadline(found, mention) for mention in heard.deadlines),
        start=start,
        end=end,
    )


def _assignments(found: Found, heard: Heard) -> Iterable[Assignment]:
    """Explicit charges; the heading's unit or the addressees where they are not displaced (design §4 rule 3)."""
    explicit = [a for charge in heard.charges if (a := _explicit(found, charge)) is not None]
    led = any(a.role == "leads" for a in explicit)
    taken = {(a.agent, a.role) for a in explicit}
    if not led and heard.heading:
        mention, start, end = heard.heading
        name = found.paper.roll.names.get(mention.start)
        if name and (name, "leads") not in taken:
            cue = own_cue(found.paper.flow, heard.span.start, heard.span.end)
            yield _implied(found, name, mention, Implied("heading", cue, start, end))
    elif not explicit:
        for mention in heard.addressees:
            name = found.paper.roll.names[mention.start]
            yield _implied(found, name, mention, Implied("addressees", None, mention.start, mention.end))
    yield from _once(explicit)


def _once(assignments: Iterable[Assignment]) -> Iterable[Assignment]:
    """At most one edge for each agent and role."""
    seen: set[tuple[str, str]] = set()
    for assignment in assignments:
        if (assignment.agent, assignment.role) not in seen:
            seen.add((assignment.agent, assignment.role))
            yield assignment


def _explicit(found: Found, charge: Charge) -> Assignment | None:
    agent = charge.agent
    name = _agent_name(found, agent)
    if name is None:
        return None
    start, end = found.paper.origin(agent.start, agent.end)
    return Assignment(name, _agent_type(agent), charge.role, "explicit", charge.cue, charge.rule, start, end)


@dataclass(frozen=True, slots=True)
class Implied:
    """A charge that the directive does not say itself, with the words of the shadow that name who is charged."""

    basis: Literal["heading", "addressees"]
    cue: str | None
    start: int
    end: int


def _implied(found: Found, name: str, mention: UnitMention, charge: Implied) -> Assignment:
    rule = "heading-unit" if charge.basis == "heading" else "addressees"
    span = found.paper.origin(charge.start, charge.end)
    return Assignment(name, _agent_type(mention), "leads", charge.basis, charge.cue, rule, *span)


def _agent_name(found: Found, agent: UnitMention | OfficialMention) -> str | None:
    return agent.name if isinstance(agent, OfficialMention) else found.paper.roll.names.get(agent.start)


def _agent_type(agent: UnitMention | OfficialMention) -> AgentType:
    if isinstance(agent, OfficialMention):
        return "official"
    return "group" if agent.kind in ("group", "group_of_heads") else "unit"


def _deliveries(found: Found, heard: Heard) -> Iterable[Delivery]:
    for agent in heard.deliveries:
        name = _agent_name(found, agent)
        if name:
            yield Delivery(name, _agent_type(agent), "delivery-cue", *found.paper.origin(agent.start, agent.end))


def _deadline(found: Found, mention: DeadlineMention) -> Deadline:
    start, end = found.paper.origin(mention.start, mention.end)
    return Deadline(
        found.paper.text[start:end], mention.date, mention.bound, mention.form, mention.firm, mention.rule, start, end
    )


def _citation(found: Found, mention: CitationMention) -> Citation:
    paper = found.paper
    inside = _directive_at(found, mention.start)
    written = _issuer_words(found, mention)
    cited = identify(mention, _issuer_name(found, mention, written), paper.context)
    start, end = paper.origin(mention.start, mention.end)
    return Citation(
        raw=paper.text[start:end],
        start=start,
        end=end,
        type=cited.type,
        family=mention.number.family,
        number=mention.number.text,
        name=None,
        date=mention.date,
        issuer=cited.issuer.name,
        issuer_text=written,
        territory=cited.issuer.territory,
        pins=(),
        function=citation_function(paper.flow, inside.start if inside else _line_start(found, mention), mention.start),
        directive=inside.address if inside else None,
        id=cited.id,
        rule="numbered-citation",
    )


def _issuer_words(found: Found, mention: CitationMention) -> str | None:
    if mention.issuer_start is None or mention.issuer_end is None:
        return None
    return found.paper.words(mention.issuer_start, mention.issuer_end)


def _issuer_name(found: Found, mention: CitationMention, written: str | None) -> str | None:
    return found.paper.roll.names.get(mention.issuer_start or 0, written) if written else None


def _directive_at(found: Found, offset: int) -> DirectiveSpan | None:
    before = bisect_right(found.directives, offset, key=lambda heard: heard.span.start) - 1
    span = found.directives[before].span if before >= 0 else None
    return span if span and offset < span.end else None


def _line_start(found: Found, mention: CitationMention) -> int:
    return found.paper.flow.rfind("\n", 0, mention.start) + 1


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
