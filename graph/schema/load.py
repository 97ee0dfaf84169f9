"""From `nodes.yaml` and `relationships.yaml` to the schema. Unknown words in them are errors, not ignored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.schema.model import Label, Property, Relationship, Schema, SchemaError

_Entry = Mapping[str, Any]
# Ten times as fast where PyYAML was built with libyaml; every command that touches the graph reads the schema.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_PROPERTY_WORDS = {"type", "vi", "en", "index", "keep"}
_LABEL_WORDS = {"vi", "en", "extends", "caption", "abstract", "properties"}
_RELATIONSHIP_WORDS = {"vi", "en", "from", "to", "computed", "properties"}


@lru_cache(maxsize=1)
def schema() -> Schema:
    """The schema of the graph.

    Raises:
        SchemaError: a declaration is incomplete or contradicts another.
    """
    nodes, relationships = _read("nodes.yaml"), _read("relationships.yaml")
    return parse(nodes, relationships["relationships"], relationships["evidence"])


def parse(nodes: _Entry, relationships: _Entry, evidence: _Entry) -> Schema:
    """The schema that three YAML mappings declare: labels, relationship types, properties of all evidence."""
    labels: dict[str, Label] = {}
    for name, entry in nodes.items():
        labels[name] = _label(name, entry, labels)
    return Schema(labels, {type_: _relationship(type_, entry, evidence) for type_, entry in relationships.items()})


def _read(name: str) -> _Entry:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    loaded: _Entry = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- both are safe loaders
    return loaded


def _label(name: str, entry: _Entry, known: Mapping[str, Label]) -> Label:
    _check(name, entry, _LABEL_WORDS)
    base = entry.get("extends")
    if base is not None and base not in known:
        raise SchemaError(f"{name}: extends {base}, which does not stand before it")
    inherited = known[base] if base else None
    properties = _properties(name, entry.get("properties", {}))
    return Label(
        name=name,
        vi=entry["vi"],
        en=entry["en"],
        caption=entry.get("caption") or (inherited.caption if inherited else "id"),
        abstract=entry.get("abstract", False),
        also=(inherited.name, *inherited.also) if inherited else (),
        properties={**_inherited(inherited), **properties},
    )


def _inherited(base: Label | None) -> dict[str, Property]:
    """The base's properties. Nodes of a label that is not abstract are in that label's indexes already."""
    if base is None or base.abstract:
        return dict(base.properties) if base else {}
    return {name: replace(declared, index=False) for name, declared in base.properties.items()}


def _relationship(type_: str, entry: _Entry, evidence: _Entry) -> Relationship:
    _check(type_, entry, _RELATIONSHIP_WORDS, frozenset({"vi", "en", "from", "to"}))
    computed = entry.get("computed", False)
    own = entry.get("properties", {})
    if not computed and (twice := own.keys() & evidence.keys()):
        raise SchemaError(f"{type_}: {', '.join(sorted(twice))} stands in the evidence too")
    declared = own if computed else {**evidence, **own}
    starts, ends = tuple(entry["from"]), tuple(entry["to"])
    return Relationship(type_, entry["vi"], entry["en"], starts, ends, computed, _properties(type_, declared))


def _properties(owner: str, entries: _Entry) -> dict[str, Property]:
    return {name: _property(f"{owner}.{name}", name, entry) for name, entry in entries.items()}


def _property(place: str, name: str, entry: _Entry) -> Property:
    _check(place, entry, _PROPERTY_WORDS, frozenset({"type", "vi", "en"}))
    keep = entry.get("keep", "replace")
    return Property(name, entry["type"], entry["vi"], entry["en"], entry.get("index", False), keep)


def _check(place: str, entry: _Entry, words: set[str], required: frozenset[str] = frozenset({"vi", "en"})) -> None:
    if unknown := entry.keys() - words:
        raise SchemaError(f"{place}: unknown words {', '.join(sorted(unknown))}")
    if missing := required - entry.keys():
        raise SchemaError(f"{place}: {', '.join(sorted(missing))} missing")
