"""Writing one document inside an open transaction (design §4 rules 1, 11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from graph.candidates import scored
from graph.changes import Outcome
from graph.cypher_files import statement
from graph.difference import FactChanges, Stored, fact_changes, node_changes
from graph.identity import Row, Rows
from graph.identity.head import READ_FROM
from graph.precedence import Evidence, rank, weighed
from graph.schema import Kind
from graph.transaction import Work

MAY_BE: Final = Kind("MAY_BE", "Document", "Document")

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
    _tidy(work, wanted, changes)
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
    nodes = {label: rows.nodes[label] for label in ("Source",)}
    return Rows(nodes, {READ_FROM: tuple({**row, "role": "duplicate"} for row in rows.facts[READ_FROM])})


def _add(facts: dict[Kind, list[Stored]], more: _Facts) -> None:
    for kind, rows in more.items():
        facts.setdefault(kind, []).extend(rows)


def _write_nodes(work: Work, rows: Rows, now: datetime) -> None:
    for label, wanted in rows.nodes.items():
        ids = [str(row["id"]) for row in wanted]
        work.hold(label, ids)
        if label != "Document":  # whose values are weighed later, when all that is said of it stands
            stamped = [{**row, "ingested_at": now} for row in wanted] if label == "Source" else wanted
            work.write_nodes(label, list(node_changes(work.schema.labels[label], stamped, work.nodes(label, ids))))


def _tidy(work: Work, wanted: Rows, changes: FactChanges) -> None:
    """Delete what nobody speaks of any more, then weigh anew what is known of the documents concerned."""
    touched: dict[str, set[str]] = defaultdict(set)
    for kind, rows in changes.delete.items():
        touched[kind.start] |= {row["start"] for row in rows}
        touched[kind.end] |= {row["end"] for row in rows}
    touched.pop("Source", None)
    said = {str(row["id"]) for rows in wanted.nodes.values() for row in rows}
    work.delete_lonely({label: ids - said for label, ids in touched.items()})
    documents = {str(row["id"]) for row in wanted.nodes.get("Document", ())} | touched["Document"]
    documents |= {str(row["start"]) for row in wanted.facts[READ_FROM]}
    _weigh(work, sorted(documents))
    _find_candidates(work, sorted(documents))


def _weigh(work: Work, ids: list[str]) -> None:
    """Recompute the properties of documents from everything that sources say of them."""
    said: dict[str, list[Evidence]] = defaultdict(list)
    for row in work.read(statement("maintenance/document-evidence"), ids=ids):
        said[row["id"]].append(Evidence(row["via"], row["reader"], row["mention"], row["values"]))
    rows: dict[str, list[Row]] = defaultdict(list)
    for id_, evidence in said.items():
        label, row = weighed(id_, evidence)
        rows[label].append(row)
    standing = work.nodes("Document", said)
    for label, weighed_rows in rows.items():
        work.write_nodes(label, list(node_changes(work.schema.labels[label], weighed_rows, standing)))


def _find_candidates(work: Work, ids: list[str]) -> None:
    changed: list[dict[str, Any]] = []
    for pair in work.read(statement("maintenance/candidates"), ids=ids):
        score, reason = scored(pair)
        if (score, reason) != (pair["score"], pair["reason"]):
            changed.append({"start": pair["stub"], "end": pair["known"], "set": {"score": score, "reason": reason}})
    work.write_relationships(MAY_BE, changed)
