"""roll → units: the records of the organisations, groups and offices of a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.records import Mention, Unit, UnitKind
from graph.vocabulary.fold import fold, key
from ingest.mentions import UnitMention
from ingest.naming import Context, first_name, has_parts, head_of, inner_name, is_settled, territory_of
from ingest.paper import Paper
from ingest.roll import superior

# A group that means an organisation's own parts.
_OWN_PART = r"(?:phòng|đơn vị|trung tâm|chi cục|phòng ban|bộ phận)"
_OWN_GROUP = re.compile(
    rf"(?:(?:Trưởng|Thủ trưởng|Lãnh đạo|Giám đốc) )?[Cc]ác {_OWN_PART}(?:(?:, | và ){_OWN_PART})*"
    r"(?: chuyên môn)?(?: (?:trực )?thuộc(?: Sở| Bộ| Cục)?)?"
)


def units_of(paper: Paper, used: frozenset[str]) -> tuple[Unit, ...]:
    """The records of all units; offices and groups only where something is said of them (`used`)."""
    roll, context = paper.roll, paper.context
    listed = [
        name
        for name in dict.fromkeys([*roll.names.values(), *sorted(used)])
        if name in used or roll.kinds.get(name, "unit") in ("unit", "enterprise")
    ]
    own: dict[str, list[UnitMention]] = {name: [] for name in listed}
    for mention in roll.mentions:
        if (name := roll.names.get(mention.start)) in own:
            own[name].append(mention)
    known = frozenset(listed)
    parents = {name: _parent(name, roll.kinds.get(name, "unit"), context, known) for name in listed}
    return tuple(
        Unit(
            name=name,
            short_name=next(iter(variants), None),
            aliases=tuple(v for v in variants if key(v) == key(name)),
            kind=roll.kinds.get(name, "unit"),
            parent=parents[name],
            territory=territory_of(name, context),
            mentions=tuple(Mention(*paper.origin(m.start, m.end)) for m in mentions),
            settled=is_settled(name, context, parents[name]),
        )
        for name, mentions in own.items()
        for variants in [_variants(paper, name, mentions)]
    )


def _variants(paper: Paper, name: str, mentions: Sequence[UnitMention]) -> list[str]:
    """Other spellings in the text, the shortest first; groups have none, elided members are not written out."""
    if paper.roll.kinds.get(name) in ("group", "group_of_heads"):
        return []
    in_full = [paper.origin(m.start, m.end) for m in mentions if not m.pronoun and len(m.words) <= m.end - m.start]
    written = {" ".join(paper.text[start:end].split()) for start, end in in_full}
    return sorted((form for form in written if fold(form) != fold(name)), key=lambda form: (len(form), form))


def _parent(name: str, kind: UnitKind, context: Context, listed: frozenset[str]) -> str | None:
    """The unit inside the name, else the issuer for an organ that is its own ("Phòng …", "Các phòng, đơn vị").

    A group of others ("UBND các xã, phường", "các cơ quan liên quan") is part of nobody.
    """
    if kind in ("group", "group_of_heads"):
        return context.issuer if _OWN_GROUP.fullmatch(name) and context.issuer in listed else None
    entry = head_of(name)
    beside = entry is not None and entry.of == "province"
    inner = first_name(name) if kind == "position" else None if beside else inner_name(name)
    full = superior(inner, context) if inner else None
    if full in listed and full != name:
        return full
    own = entry is not None and entry.of == "issuer" and has_parts(context.issuer)
    return context.issuer if own and context.issuer in listed and context.issuer != name else None
