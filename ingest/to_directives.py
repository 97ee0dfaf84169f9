"""mentions → directives: each with who is charged, who receives and by when, under canonical names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.records import AgentType, Assignment, Deadline, Delivery, Directive
from ingest.directives import DirectiveSpan
from ingest.grammar.assignments import own_cue
from ingest.mentions import Charge, DeadlineMention, OfficialMention, TaskMention, UnitMention
from ingest.paper import Paper


@dataclass(frozen=True, slots=True)
class Heard:
    """What the grammars found in one directive."""

    span: DirectiveSpan
    charges: tuple[Charge, ...]
    labelled: tuple[Charge, ...]
    heading: UnitMention | None
    addressees: tuple[UnitMention, ...]
    deliveries: tuple[UnitMention | OfficialMention, ...]
    deadlines: tuple[DeadlineMention, ...]
    tasks: tuple[TaskMention, ...]


def to_directive(paper: Paper, heard: Heard) -> Directive:
    start, end = paper.origin(heard.span.start, heard.span.end)
    orders = heard.span.kind in ("order", "request")
    nearest = heard.span.headings[-1] if heard.span.headings else None
    return Directive(
        address=heard.span.address,
        heading=paper.words(nearest.content, nearest.end) if nearest else None,
        text=paper.text[start:end],
        kind=heard.span.kind,
        assignments=tuple(_assignments(paper, heard)) if orders else (),
        delivers_to=tuple(_deliveries(paper, heard)) if orders else (),
        deadlines=tuple(_deadline(paper, mention) for mention in heard.deadlines) if orders else (),
        start=start,
        end=end,
    )


def _assignments(paper: Paper, heard: Heard) -> Iterable[Assignment]:
    """Explicit charges; the heading's unit or the addressees where they are not displaced (design §4 rule 3)."""
    named = [a for charge in heard.charges if (a := _said(paper, charge, "explicit")) is not None]
    explicit = [*named, *_labelled(paper, heard, named)]
    led = any(a.role == "leads" for a in explicit)
    taken = {(a.agent, a.role) for a in explicit}
    if not led and heard.heading:
        mention = heard.heading
        name = paper.roll.names.get(mention.start)
        if name and (name, "leads") not in taken:
            cue = own_cue(paper.flow, heard.span.start, heard.span.end)
            yield _implied(paper, name, mention, "heading", cue)
    elif not explicit:
        for mention in heard.addressees:
            name = paper.roll.names[mention.start]
            yield _implied(paper, name, mention, "addressees", None)
    yield from _once(explicit)


def _labelled(paper: Paper, heard: Heard, named: list[Assignment]) -> Iterable[Assignment]:
    """What labelled lines say, but for a lead where the directive names one, and for agents that it names."""
    led = any(a.role == "leads" for a in named)
    agents = {a.agent for a in named}
    for charge in heard.labelled:
        assignment = _said(paper, charge, "heading")
        if assignment and assignment.agent not in agents and not (led and assignment.role == "leads"):
            yield assignment


def _once(assignments: Iterable[Assignment]) -> Iterable[Assignment]:
    """At most one edge for each agent and role."""
    seen: set[tuple[str, str]] = set()
    for assignment in assignments:
        if (assignment.agent, assignment.role) not in seen:
            seen.add((assignment.agent, assignment.role))
            yield assignment


def _said(paper: Paper, charge: Charge, basis: Literal["explicit", "heading"]) -> Assignment | None:
    agent = charge.agent
    name = _agent_name(paper, agent)
    if name is None:
        return None
    start, end = paper.origin(agent.start, agent.end)
    return Assignment(name, _agent_type(agent), charge.role, basis, charge.cue, charge.rule, start, end)


def _implied(
    paper: Paper, name: str, mention: UnitMention, basis: Literal["heading", "addressees"], cue: str | None
) -> Assignment:
    """A charge that the directive does not say itself; the span is the words that name who is charged."""
    rule = "heading-unit" if basis == "heading" else "addressees"
    return Assignment(name, _agent_type(mention), "leads", basis, cue, rule, *paper.origin(mention.start, mention.end))


def _agent_name(paper: Paper, agent: UnitMention | OfficialMention) -> str | None:
    return agent.name if isinstance(agent, OfficialMention) else paper.roll.names.get(agent.start)


def _agent_type(agent: UnitMention | OfficialMention) -> AgentType:
    if isinstance(agent, OfficialMention):
        return "official"
    return "group" if agent.kind in ("group", "group_of_heads") else "unit"


def _deliveries(paper: Paper, heard: Heard) -> Iterable[Delivery]:
    for agent in heard.deliveries:
        name = _agent_name(paper, agent)
        if name:
            yield Delivery(name, _agent_type(agent), "delivery-cue", *paper.origin(agent.start, agent.end))


def _deadline(paper: Paper, mention: DeadlineMention) -> Deadline:
    start, end = paper.origin(mention.start, mention.end)
    return Deadline(
        paper.text[start:end], mention.date, mention.bound, mention.form, mention.firm, mention.rule, start, end
    )
