"""Readings into the graph, told as it goes."""

from __future__ import annotations

from collections.abc import Iterable

from api.cli.screen import harmless
from graph import Graph, Written, apply, prepare
from graph.records import Reading

OUTCOMES = {
    "new": "mới",
    "changed": "có thay đổi",
    "same": "không đổi",
    "duplicate": "cùng số với văn bản đã có, không dùng nội dung của tệp này",
}


def write(graph: Graph, readings: Iterable[Reading]) -> None:
    """Write them, with a line for each document and one for the sum of what the database counted."""
    prepare(graph)
    changes = apply(graph, readings, _tell)
    print(
        f"Đã ghi {changes.nodes_created} nút, {changes.relationships_created} quan hệ, "
        f"{changes.properties_set} thuộc tính; đã xóa {changes.nodes_deleted} nút, "
        f"{changes.relationships_deleted} quan hệ."
    )


def _tell(written: Written) -> None:
    print(harmless(f"{written.source}: {OUTCOMES[written.outcome]}, {written.document}"), flush=True)
