"""Writing one document inside an open transaction (design §4 rules 1, 11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.changes import Outcome
from graph.cypher_files import statement
from graph.difference import FactChanges, Stored, fact_changes, node_changes
from graph.identity import Row, Rows
from graph.identity.head import READ_FROM
from graph.precedence import rank
from graph.schema import Kind
from graph.transaction import Work
from graph.weigh import find_candidates, rejoin_names, weigh_documents

_Facts = Mapping[Kind, Iterable[Stored]]


@dataclass(frozen=True, slots=True)
class Part:
    """What one reading says, and the stretch of its source's text for which it answers."""

    document: str
    source: str
    reader: str
    from_char: int
    to_char: int
    rows: Rows

    @property
    def rank(self) -> tuple[int, str]:
        return rank("text", self.reader, str(self.rows.facts[READ_FROM][0]["mention"]))

    def holds(self, source: str, char: int) -> bool:
        return source == self.source and self.from_char <= char < self.to_char


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of the same document that stands in the graph."""

    source: str
    rank: tuple[int, str]
    place: tuple[int, int]
    row: Row


def write_document(work: Work, part: Part, now: datetime) -> Outcome:
    """Make the graph say what the reading says, no more of its source, and nothing twice.

    Of several readings of one document only the most believed yields facts; the others stay as duplicates.
    """
    work.hold("Document", [part.document])
    own, others = _readings(work, part)
    current = all(part.rank < other.rank for other in others)
    wanted = part.rows if current else _only_as_duplicate(part.rows)
    facts = dict(wanted.facts)
    if [reading.row for reading in own] == list(facts[READ_FROM]):
        return "same"
    stands = work.facts(part.source, part.from_char, part.to_char) if own else {}
    for ousted in (other for other in others if current and other.row["role"] == "current"):
        _add(stands, work.facts(ousted.source, *ousted.place))
        facts[READ_FROM] = (*facts[READ_FROM], {**ousted.row, "role": "duplicate"})
    _write_nodes(work, wanted, now)
    changes = fact_changes(facts, stands)
    work.write_facts(changes)
    _tidy(work, part.document, wanted, _touched(changes) if stands else {})
    if not current:
        return "duplicate"
    return "changed" if own else "new"


def _readings(work: Work, part: Part) -> tuple[list[_Reading], list[_Reading]]:
    """What stands of this stretch of the source, of whatever document, and of this document in other places."""
    own, others = [], []
    for found in work.read(statement("maintenance/readings"), document=part.document, source=part.source):
        row: Row = {"start": found["document"], "end": found["source"], **found["properties"]}
        place = found["properties"]["from_char"], found["properties"]["to_char"]
        reading = _Reading(found["source"], rank("text", found["reader"], str(row["mention"])), place, row)
        if part.holds(reading.source, place[0]):
            own.append(reading)
        elif found["document"] == part.document:
            others.append(reading)
    return own, others


def _only_as_duplicate(rows: Rows) -> Rows:
    """The source, and that the document stands there too."""
    return Rows(
        {"Source": rows.nodes["Source"]},
        {READ_FROM: tuple({**row, "role": "duplicate"} for row in rows.facts[READ_FROM])},
    )


def _add(facts: dict[Kind, list[Stored]], more: _Facts) -> None:
    for kind, rows in more.items():
        facts.setdefault(kind, []).extend(rows)


def _write_nodes(work: Work, rows: Rows, now: datetime) -> None:
    for label, wanted in rows.nodes.items():
        ids = [str(row["id"]) for row in wanted]
        standing = work.hold(label, ids)
        if label != "Document":  # whose values are weighed later, when all that is said of it stands
            stamped = [{**row, "ingested_at": now} for row in wanted] if label == "Source" else wanted
            work.write_nodes(label, list(node_changes(work.schema.labels[label], stamped, standing)))


def _touched(changes: FactChanges) -> dict[str, set[str]]:
    """By label, the nodes of which something else is said than stood there. Sources stay, whatever they say."""
    touched: dict[str, set[str]] = defaultdict(set)
    for kind, rows in (*changes.delete.items(), *changes.write.items()):
        touched[kind.start] |= {row["start"] for row in rows}
        touched[kind.end] |= {row["end"] for row in rows}
    touched.pop("Source", None)
    return touched


def _tidy(work: Work, document: str, wanted: Rows, touched: Mapping[str, set[str]]) -> None:
    """Delete what nobody speaks of any more, then recompute what depends on all that is said."""
    said = {str(row["id"]) for rows in wanted.nodes.values() for row in rows}
    work.delete_lonely({label: ids - said for label, ids in touched.items()})
    documents = {str(row["id"]) for row in wanted.nodes.get("Document", ())} | {document}
    documents |= touched.get("Document", set())
    weigh_documents(work, sorted(documents))
    rejoin_names(work, sorted(touched.get("Agent", set()) | touched.get("Task", set())))
    find_candidates(work, sorted(documents))
