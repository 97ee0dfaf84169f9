"""The steps of reading by name: file → source → text → tree → mentions → records.

`read` is pure but for opening the file: no database, no network, and the same bytes always give the same reading.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

from graph.records import Reading, Source
from ingest.antecedents import point_back
from ingest.cited_issuers import name_issuers
from ingest.directives import DirectiveSpan, addressees, find_directives, heading_unit
from ingest.document import to_document
from ingest.findings import findings
from ingest.grammar.assignments import Agent, Scope, find_charges, whole
from ingest.grammar.attachments import find_attachments
from ingest.grammar.citations import find_citations
from ingest.grammar.deadlines import find_deadlines
from ingest.grammar.deliveries import find_deliveries
from ingest.grammar.flow import flow_of
from ingest.grammar.head import parse_head
from ingest.grammar.labels import find_labelled
from ingest.grammar.officials import find_officials
from ingest.grammar.tasks import find_tasks, level_in
from ingest.grammar.units import find_units
from ingest.issuer import find_issuer
from ingest.mentions import OfficialMention, UnitMention
from ingest.not_cited import of_others
from ingest.paper import Paper
from ingest.pronouns import Section
from ingest.quotations import is_quoted, quotations
from ingest.readers.plain import read_plain
from ingest.relations import find_relations
from ingest.roll import call_roll
from ingest.shadow import cast_shadow
from ingest.source import OpenSource, open_bytes, open_source
from ingest.to_directives import Heard
from ingest.to_records import Found, to_records
from ingest.tree import Tree, parse_tree


def read(path: Path) -> list[Reading]:
    """Read one file and return what its documents say, with nothing resolved outside them.

    Raises:
        ingest.failures.SourceFailure: the file is missing, unreadable, empty, too large or no text.
    """
    return _read(open_source(path))


def read_bytes(data: bytes, name: str) -> list[Reading]:
    """The same for bytes that came under a name."""
    return _read(open_bytes(data, name))


def _read(source: OpenSource) -> list[Reading]:
    text = read_plain(source.characters)
    record = Source(source.sha256, source.name, text.media_type, None, text.reader, text.report)
    reading = to_records(record, find(text.characters))
    return [replace(reading, warnings=findings(reading))]


def find(text: str) -> Found:
    """Everything that one paper's text says."""
    shadow = cast_shadow(text)
    tree = parse_tree(shadow.text)
    flow = tree.flow
    officials = find_officials(flow, 0, len(flow))
    units = outside(find_units(flow), officials)
    agents: dict[int, Agent] = {m.start: m for m in units} | {m.start: m for m in officials}
    unit_at = {m.start: m for m in units}
    head = parse_head(shadow.text, tree)
    words = flow_of(flow, unit_at)
    citations = point_back(list(of_others(find_citations(words), head, tree)))
    scope = whole(flow, agents)
    spans = find_directives(scope, tree, {c.start: c for c in citations})
    heard = tuple(_hear(scope, tree, span) for span in spans)
    issuer = find_issuer(shadow.text, head, (tree.head[1], tree.opening[1]))
    sections = [Section(h.span.start, h.span.end, h.heading) for h in heard if h.heading]
    roll = call_roll(flow, units, issuer.context, sections)
    people = {mention.start: mention for mention in officials}
    paper = Paper(text, shadow, tree, head, issuer, roll, unit_at, people)
    issuers = name_issuers(paper, citations)
    quoted = quotations(flow)
    return Found(
        paper,
        to_document(paper),
        tuple(officials),
        tuple(citations),
        heard,
        issuers,
        tuple(find_relations(words, tree, citations, quoted, head.type)),
        tuple(one for one in find_attachments(words) if not is_quoted(quoted, one.start)),
    )


def outside(units: list[UnitMention], officials: list[OfficialMention]) -> list[UnitMention]:
    """Units that are not a part of somebody's name and title."""
    starts = [official.start for official in officials]

    def covered(unit: UnitMention) -> bool:
        before = bisect_right(starts, unit.start) - 1
        return before >= 0 and unit.start < officials[before].outer_end

    return [unit for unit in units if not covered(unit)]


def _hear(scope: Scope, tree: Tree, span: DirectiveSpan) -> Heard:
    """What one directive says, and what its headings say for it."""
    flow, agents = scope.shadow, scope.agents
    unit = heading_unit(span, flow, agents)
    level = next((lv for h in reversed(span.headings) if (lv := level_in(h.words(flow)))), None)
    return Heard(
        span=span,
        charges=tuple(find_charges(scope.within(span.start, span.end))),
        labelled=tuple(
            charge for label in span.labels for charge in find_labelled(scope.within(label.content, label.end))
        ),
        heading=unit,
        addressees=tuple(addressees(span, scope, tree)),
        deliveries=tuple(find_deliveries(flow, agents, span.start, span.end)),
        deadlines=tuple(
            deadline
            for start, end in [(span.start, span.end), *((label.content, label.end) for label in span.labels)]
            for deadline in find_deadlines(flow, start, end)
        ),
        tasks=tuple(find_tasks(flow, span.start, span.end, level)),
    )
