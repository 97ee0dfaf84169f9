"""The declared schema as frozen values, and what must hold of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple, get_args

PropertyType = Literal["string", "integer", "float", "boolean", "datetime", "strings", "integers", "booleans"]
Keep = Literal["replace", "once", "longest", "union"]

_LABEL = re.compile(r"[A-Z][A-Za-z]*")
_TYPE = re.compile(r"[A-Z]+(?:_[A-Z]+)*")
_PROPERTY = re.compile(r"[a-z]+(?:_[a-z]+)*")


class SchemaError(ValueError):
    """The declared schema contradicts itself; the message names the entry."""


@dataclass(frozen=True, slots=True)
class Property:
    """`keep` says what happens when a source says another value than the one that stands (nodes.yaml)."""

    name: str
    type: PropertyType
    vi: str
    en: str
    index: bool
    keep: Keep

    def __post_init__(self) -> None:
        _require(_PROPERTY.fullmatch(self.name), f"property {self.name}: not a lower-case name")
        _require(self.type in get_args(PropertyType), f"property {self.name}: unknown type {self.type}")
        _require(self.keep in get_args(Keep), f"property {self.name}: unknown keep {self.keep}")


@dataclass(frozen=True, slots=True)
class Label:
    """A node label. `also` are the labels that its nodes bear besides, `properties` those of `also` included.
    No node bears an abstract label alone."""

    name: str
    vi: str
    en: str
    caption: str
    abstract: bool
    also: tuple[str, ...]
    properties: Mapping[str, Property]

    def __post_init__(self) -> None:
        _require(_LABEL.fullmatch(self.name), f"label {self.name}: not a capitalised name")
        _require("id" in self.properties, f"label {self.name}: no property id")
        _require(self.caption in self.properties, f"label {self.name}: caption {self.caption} is no property")


class Kind(NamedTuple):
    """One form of a relationship: its type between two labels. Rows are kept and written by kind."""

    type: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship type. Computed ones come from the graph itself; all others from text, so their properties
    include the evidence and `mention` tells two between the same ends apart."""

    type: str
    vi: str
    en: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    computed: bool
    properties: Mapping[str, Property]

    def __post_init__(self) -> None:
        _require(_TYPE.fullmatch(self.type), f"relationship {self.type}: not in capitals")
        _require(self.starts and self.ends, f"relationship {self.type}: no ends")

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(Kind(self.type, start, end) for start, end in product(self.starts, self.ends))


@dataclass(frozen=True, slots=True)
class Schema:
    """Every label by its name and every relationship by its type, in the order of declaration."""

    labels: Mapping[str, Label]
    relationships: Mapping[str, Relationship]

    def __post_init__(self) -> None:
        for relationship in self.relationships.values():
            for end in (*relationship.starts, *relationship.ends):
                _require(end in self.labels, f"relationship {relationship.type}: unknown label {end}")

    def kinds(self) -> Iterator[Kind]:
        """Every kind of relationship that comes from text."""
        for relationship in self.relationships.values():
            if not relationship.computed:
                yield from relationship.kinds


def _require(holds: object, message: str) -> None:
    if not holds:
        raise SchemaError(message)
