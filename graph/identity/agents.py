"""Units and officials: who is who in one reading (design §4 rules 5 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from graph.identity.ids import official_id, unit_id
from graph.identity.paper import Paper, Place
from graph.identity.values import Fact, Node, Row, present
from graph.records import Assignment, Delivery, Official, Reading, Unit
from graph.schema import Kind
from graph.vocabulary.fold import key

PART_OF: Final = Kind("PART_OF", "Unit", "Unit")
NAMED: Final = Kind("MENTIONS", "Document", "Agent")
HOLDS: Final = Kind("HOLDS", "Official", "Unit")
GROUPS: Final = ("group", "group_of_heads")

_Named = TypeVar("_Named", Unit, Official)


def paper_of(reading: Reading) -> Paper:
    """The reading with the ids of all that it names."""
    issuer = reading.document.issuer
    officials = _by_name(_officials(reading))
    units = _by_name(unit for unit in _units(reading) if unit.name not in officials)
    ids = {name: _unit_id(reading, name, units, ()) for name in units}
    home = ids[issuer] if issuer else reading.document.id
    people = {p.name: official_id(ids[p.unit] if p.unit else home, p.name) for p in officials.values()}
    return Paper(reading, units, officials, ids, people, home)


def agents(paper: Paper) -> Iterator[Node | Fact]:
    """Every unit and official, under which names, with what they belong to and which position they hold."""
    for unit in paper.units.values():
        yield from _named(paper, unit, Node("Unit", paper.unit_ids[unit.name], _unit_values(unit)))
        if unit.parent and unit.parent != unit.name:
            ends = paper.unit_ids[unit.name], paper.unit_ids[unit.parent]
            yield paper.said(PART_OF, *ends, _first(paper, unit), "parent")
    for official in paper.officials.values():
        names: Row = {"name": official.name, "name_keys": [key(official.name)]}
        yield from _named(paper, official, Node("Official", paper.official_ids[official.name], names))
        if official.title and official.unit:  # a title that names no unit tells of no position in the issuer
            yield _position(paper, official, official.title, official.unit)


def _named(paper: Paper, named: Unit | Official, node: Node) -> Iterator[Node | Fact]:
    """The node, and that this paper names it so."""
    yield node
    yield paper.said(NAMED, paper.id, node.id, _first(paper, named), "name", **node.values)


def _unit_values(unit: Unit) -> Row:
    names = (unit.name, *unit.aliases, *([unit.short_name] if unit.short_name else []))
    return present(
        name=unit.name,
        name_keys=sorted({key(name) for name in names}),
        short_name=unit.short_name,
        aliases=sorted(unit.aliases) or None,
        kind=unit.kind,
        territory=unit.territory,
    )


def _position(paper: Paper, official: Official, title: str, unit: str) -> Fact:
    person = paper.official_ids[official.name]
    return paper.said(
        HOLDS, person, paper.unit_ids[unit], _first(paper, official), "title", title=title, seen_on=paper.day
    )


def _first(paper: Paper, named: Unit | Official) -> Place:
    """Where the name stands first; for a signer, in the signature."""
    signed = [(s.start, s.end) for s in paper.reading.document.signers if s.name == named.name]
    places = [(m.start, m.end) for m in named.mentions] or signed
    return min(places, default=(paper.reading.document.start, paper.reading.document.start))


def _officials(reading: Reading) -> Iterator[Official]:
    yield from reading.officials
    for signer in reading.document.signers:
        yield Official(signer.name, signer.title, signer.unit, ())
    for part in _parts(reading):
        if part.agent_type == "official":
            yield Official(part.agent, None, None, ())


def _units(reading: Reading) -> Iterator[Unit]:
    """The units of the reading, then those that only other parts of it name, such as an issuer that only the
    document's symbol tells."""
    yield from reading.units
    document = reading.document
    if document.issuer:
        yield Unit(document.issuer, None, (), "unit", None, document.territory, ())
    for citation in reading.citations:
        if citation.issuer:
            yield _only_named(citation.issuer, citation.territory, citation.id is not None)
    for name in (document.ordered_by, *_names(reading)):
        if name:
            yield _only_named(name, document.territory)


def _only_named(name: str, territory: str | None, settled: bool = False) -> Unit:
    """A unit of which the reading has no more than the name; without a place, that alone settles nothing."""
    return Unit(name, None, (), "unit", None, territory, (), settled=settled or territory is not None)


def _names(reading: Reading) -> Iterator[str | None]:
    yield from (recipient.agent for recipient in reading.document.recipients)
    yield from (unit.parent for unit in reading.units)
    yield from (official.unit for official in _officials(reading))
    yield from (part.agent for part in _parts(reading))


def _parts(reading: Reading) -> Iterator[Assignment | Delivery]:
    for directive in reading.directives:
        yield from directive.assignments
        yield from directive.delivers_to


def _by_name(named: Iterable[_Named]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for one in named:
        found.setdefault(one.name, one)
    return found


def _unit_id(reading: Reading, name: str, units: Mapping[str, Unit], inside: tuple[str, ...]) -> str:
    """Under the unit around it, a group without one under the issuer (rule 5). What the paper does not settle, and a
    group of nobody's, is the paper's own: "UBND tỉnh" in two papers without a province may be two."""
    unit, document = units[name], reading.document
    if not unit.settled:
        return unit_id(name, unit.territory, document.id)
    around = unit.parent or (document.issuer if unit.kind in GROUPS else None)
    if around is not None and around not in (name, *inside):
        return unit_id(name, unit.territory, _unit_id(reading, around, units, (*inside, name)))
    return unit_id(name, unit.territory, document.id if unit.kind in GROUPS else None)
