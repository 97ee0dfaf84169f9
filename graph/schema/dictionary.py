"""The data dictionary, written from the schema: `python -m graph.schema.dictionary > docs/graph.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from graph.schema.load import schema
from graph.schema.model import Label, Property, Relationship, Schema

_HEAD = """\
# Từ điển dữ liệu · Data dictionary

Tệp này được sinh từ `graph/schema/*.yaml`; đừng sửa tay. · Generated from `graph/schema/*.yaml`; do not edit.

Ngày là chuỗi ISO 8601, có thể chỉ là phần đầu (`2024-05`). Vị trí ký tự tính theo mã Unicode trong `Source.text`. \
· Dates are ISO 8601 strings and may be prefixes. Offsets count Unicode code points of `Source.text`.
"""
_EVIDENCE = """\
Mọi quan hệ lấy từ văn bản đều mang các thuộc tính bằng chứng sau. · Every relationship that comes from text carries \
this evidence.
"""


def render(declared: Schema) -> str:
    """The whole dictionary as Markdown."""
    relationships = declared.relationships.values()
    evidence = _evidence(relationships)
    parts = [_HEAD, "## Nút · Nodes\n", *_nodes(declared), "## Bằng chứng · Evidence\n", _EVIDENCE]
    parts += [_table(evidence.values()), "## Quan hệ · Relationships\n"]
    parts += [_relationship(relationship, evidence) for relationship in relationships]
    return "\n".join(parts)


def _evidence(relationships: Iterable[Relationship]) -> Mapping[str, Property]:
    """The properties that all relationships from text share."""
    stated = [relationship.properties for relationship in relationships if not relationship.computed]
    shared = set[str].intersection(*(set(properties) for properties in stated))
    return {name: declared for name, declared in stated[0].items() if name in shared}


def _nodes(declared: Schema) -> Iterator[str]:
    for label in declared.labels.values():
        shared = {name for base in label.also for name in declared.labels[base].properties}
        yield _node(label, [own for name, own in label.properties.items() if name not in shared])


def _node(label: Label, own: list[Property]) -> str:
    """A label with the properties that it does not share with the labels which its nodes bear besides."""
    also = f" Như · like `{'`, `'.join(label.also)}`." if label.also else ""
    table = f"\n{_table(own)}" if own else ""
    return f"### {label.name} — {label.vi}\n\n{label.en}{also}\n{table}"


def _relationship(relationship: Relationship, evidence: Mapping[str, Property]) -> str:
    ends = f"`(:{'|'.join(relationship.starts)})-[:{relationship.type}]->(:{'|'.join(relationship.ends)})`"
    computed = " Tính từ đồ thị · computed from the graph." if relationship.computed else ""
    own = [declared for name, declared in relationship.properties.items() if name not in evidence]
    table = f"\n{_table(own)}" if own else ""
    return f"### {relationship.type} — {relationship.vi}\n\n{ends}: {relationship.en}.{computed}\n{table}"


def _table(properties: Iterable[Property]) -> str:
    return "\n".join(_lines(properties)) + "\n"


def _lines(properties: Iterable[Property]) -> Iterator[str]:
    yield "| Thuộc tính · Property | Kiểu · Type | Tên · Name | Nghĩa · Meaning |"
    yield "|---|---|---|---|"
    for declared in properties:
        yield f"| `{declared.name}` | {declared.type} | {declared.vi} | {declared.en} |"


if __name__ == "__main__":
    sys.stdout.write(render(schema()))
