"""What is recomputed from everything that sources say, so that the order of ingesting does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graph.candidates import scored
from graph.cypher_files import statement
from graph.difference import Change, Stored, joined_changes, node_changes
from graph.identity import Row
from graph.precedence import Evidence, weighed
from graph.schema import Kind
from graph.transaction import Work

MAY_BE: Final = Kind("MAY_BE", "Document", "Document")


def weigh_documents(work: Work, ids: Iterable[str]) -> None:
    """The properties of documents, each from the most believed source (design §4 rule 11)."""
    said: dict[str, list[Evidence]] = defaultdict(list)
    for found in work.read(statement("maintenance/document-evidence"), ids=ids):
        said[found["id"]].append(Evidence(found["via"], found["reader"], found["mention"], found["values"]))
    rows: dict[str, list[Row]] = defaultdict(list)
    for id_, evidence in said.items():
        label, row = weighed(id_, evidence)
        rows[label].append(row)
    for label, weighed_rows in rows.items():
        standing = work.hold(label, [str(row["id"]) for row in weighed_rows])
        work.write_nodes(label, list(node_changes(work.schema.labels[label], weighed_rows, standing)))
    work.remove_label("Notice", (str(row["id"]) for row in rows["Document"]))


def rejoin_names(work: Work, ids: Iterable[str]) -> None:
    """The names of agents and tasks of which a source says something no more. What is only added needs no such
    care: joining it to what stands gives the same."""
    said: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    for found in work.read(statement("maintenance/names"), ids=ids):
        said[found["label"], found["id"]].append(found["values"])
    for (label, id_), values in said.items():
        changed = joined_changes(work.schema.labels[label], values, work.hold(label, [id_])[id_])
        work.write_nodes(label, [{"id": id_, "set": changed}] if changed else [])


def find_candidates(work: Work, ids: Iterable[str]) -> None:
    """Which known documents the stubs among these, or the stubs with the numbers of these, may be."""
    changed: list[Change] = []
    for pair in work.read(statement("maintenance/candidates"), ids=ids):
        score, reason = scored(pair)
        if (score, reason) != (pair["score"], pair["reason"]):
            changed.append({"start": pair["stub"], "end": pair["known"], "set": {"score": score, "reason": reason}})
    work.write_relationships(MAY_BE, changed)
