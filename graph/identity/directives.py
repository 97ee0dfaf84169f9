"""Directives: what is ordered, who has which part in it, and what it is about (design §4 rules 2 to 6, 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graph.identity.ids import directive_id, task_id
from graph.identity.paper import Paper
from graph.identity.values import Fact, Node, Row, present
from graph.records import Assignment, Basis, Deadline, Delivery, Directive, Official, Task, Unit
from graph.schema import Kind

CONTAINS: Final = Kind("CONTAINS", "Document", "Directive")
ROLES: Final = {role: Kind(role.upper(), "Agent", "Directive") for role in ("leads", "supports", "directs")}
DELIVERS_TO: Final = Kind("DELIVERS_TO", "Directive", "Agent")
MENTIONS: Final = Kind("MENTIONS", "Directive", "Agent")
CONCERNS: Final = Kind("CONCERNS", "Directive", "Task")

_STRENGTH: dict[Basis, int] = {"explicit": 0, "heading": 1, "addressees": 2}


def directives(paper: Paper) -> Iterator[Node | Fact]:
    """Every directive with its parts."""
    for directive in paper.reading.directives:
        id_, place = directive_id(paper.id, directive.address), (directive.start, directive.end)
        yield Node("Directive", id_, _values(directive))
        yield paper.stated(CONTAINS, paper.id, id_, place, "tree")
        yield from _assigned(paper, id_, directive)
        yield from _delivered(paper, id_, directive)
        yield from _mentioned(paper, id_, directive)
    for task in paper.reading.tasks:
        yield from _concerned(paper, task)


def _values(directive: Directive) -> Row:
    return present(
        address=directive.address,
        heading=directive.heading,
        text=directive.text,
        kind=directive.kind,
        from_char=directive.start,
        to_char=directive.end,
        **(_deadlines(directive.deadlines) if directive.deadlines else {}),
    )


def _deadlines(deadlines: tuple[Deadline, ...]) -> Row:
    """Parallel lists, since the graph has no lists of maps, and no nulls in lists."""
    return present(
        due=min((d.date for d in deadlines if d.date), default=None),
        deadline_text=[d.text for d in deadlines],
        deadline_date=[d.date or "" for d in deadlines],
        deadline_bound=[d.bound or "" for d in deadlines],
        deadline_form=[d.form for d in deadlines],
        deadline_firm=[d.firm for d in deadlines],
        deadline_rule=[d.rule or "" for d in deadlines],
    )


def _assigned(paper: Paper, id_: str, directive: Directive) -> Iterator[Fact]:
    for part in _strongest(paper, directive.assignments):
        kind, place = ROLES[part.role], (part.start, part.end)
        agent = paper.agent_id(part.agent)
        yield paper.said(kind, agent, id_, place, part.rule, basis=part.basis, cue=part.cue)


def _strongest(paper: Paper, parts: Iterable[Assignment]) -> Iterable[Assignment]:
    """At most one for each agent and role, explicit over heading over addressees (rule 3): two names in a text may
    prove to be one agent only here."""
    best: dict[tuple[str, str], Assignment] = {}
    for part in sorted(parts, key=lambda part: _STRENGTH[part.basis]):
        best.setdefault((paper.agent_id(part.agent), part.role), part)
    return best.values()


def _delivered(paper: Paper, id_: str, directive: Directive) -> Iterator[Fact]:
    for delivery in directive.delivers_to:
        agent, place = paper.agent_id(delivery.agent), (delivery.start, delivery.end)
        yield paper.said(DELIVERS_TO, id_, agent, place, delivery.rule)


def _mentioned(paper: Paper, id_: str, directive: Directive) -> Iterator[Fact]:
    """Agents named in the directive's words that have no part in it, each where it stands first."""
    parts: tuple[Assignment | Delivery, ...] = (*directive.assignments, *directive.delivers_to)
    known = {paper.agent_id(part.agent) for part in parts}
    agents: tuple[Unit | Official, ...] = (*paper.units.values(), *paper.officials.values())
    for named in agents:
        places = [(m.start, m.end) for m in named.mentions if directive.start <= m.start < directive.end]
        agent = paper.agent_id(named.name)
        if places and agent not in known:
            known.add(agent)
            yield paper.said(MENTIONS, id_, agent, min(places), "mention")


def _concerned(paper: Paper, task: Task) -> Iterator[Node | Fact]:
    if task.directive is None:
        return
    id_, place = task_id(paper.reading.document.territory, task.title), (task.start, task.end)
    values = present(title=task.title, level=task.level)
    yield Node("Task", id_, values)
    yield paper.said(CONCERNS, directive_id(paper.id, task.directive), id_, place, "task", **values)
