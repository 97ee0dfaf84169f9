"""mentions → roll: every unit of the paper under one name, with the places where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.records import Mention, Unit, UnitKind
from graph.vocabulary.fold import fold, key
from ingest.mentions import UnitMention
from ingest.naming import Context, canonical_name, first_name, head_of, inner_name, territory_of
from ingest.pronouns import Section, resolve_pronouns
from ingest.shadow import Shadow


@dataclass(frozen=True, slots=True)
class Roll:
    """`names` gives the canonical name of the mention that starts at an offset; pronouns without a unit have none."""

    names: dict[int, str]
    kinds: dict[str, UnitKind]
    mentions: tuple[UnitMention, ...]


def call_roll(mentions: Sequence[UnitMention], context: Context, sections: Sequence[Section]) -> Roll:
    """Give each mention its name: first those that say it, then the pronouns that point at them."""
    said = {m.start: canonical_name(m, context) for m in mentions if not m.pronoun}
    best = _fullest(said.values(), context)
    names = {start: best[key(name)] for start, name in said.items()}
    kinds: dict[str, UnitKind] = {names[m.start]: m.kind for m in reversed(mentions) if not m.pronoun}
    meant = resolve_pronouns(mentions, names, sections, context)
    for mention in mentions:
        if mention.start in meant:
            kinds.setdefault(meant[mention.start], mention.kind)
    return Roll(names | meant, kinds, tuple(mentions))


def _fullest(names: Iterable[str], context: Context) -> dict[str, str]:
    """Key → the longest name that shares it; a group takes the name that says whose it is, the issuer its own."""
    best: dict[str, str] = {}
    for name in names:
        if len(name) > len(best.get(key(name), "")):
            best[key(name)] = name
    if context.issuer:
        best[key(context.issuer)] = context.issuer
    for full in [full for full in best if " thuoc " in full]:
        best[full.split(" thuoc ")[0]] = best[full]
    return best


def unit_of_title(title: str, roll: Roll, context: Context) -> str | None:
    """The unit that a title names: "Phó Giám đốc Sở" → the issuing department, "Phó Chánh Văn phòng" → its office.

    None where the title names no unit, or one that could be several.
    """
    inner = first_name(title)
    if inner is None:
        return None
    issuer = context.issuer or ""
    if fold(issuer).startswith(f"{fold(inner)} "):
        return issuer
    names = {
        name for name in roll.names.values() if key(name) == key(inner) or fold(name).startswith(f"{fold(inner)} ")
    }
    own = [name for name in names if fold(issuer).startswith(f"{fold(inner_name(name) or '-')} ")]
    full = _superior(inner, context)
    return full if full in names else own[0] if len(own) == 1 else names.pop() if len(names) == 1 else None


def units_of(roll: Roll, text: str, shadow: Shadow, context: Context, used: frozenset[str]) -> tuple[Unit, ...]:
    """The records of all units; offices and groups only where something is said of them (`used`)."""
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
            mentions=tuple(Mention(*shadow.origin(m.start, m.end)) for m in mentions),
        )
        for name, mentions in own.items()
        for variants in [_variants(name, mentions, text, shadow, roll.kinds.get(name, "unit"))]
    )


def _variants(name: str, mentions: Sequence[UnitMention], text: str, shadow: Shadow, kind: UnitKind) -> list[str]:
    """Other spellings in the text, the shortest first; groups have none, elided members are not written out."""
    if kind in ("group", "group_of_heads"):
        return []
    in_full = [shadow.origin(m.start, m.end) for m in mentions if not m.pronoun and len(m.words) <= m.end - m.start]
    written = {" ".join(text[start:end].split()) for start, end in in_full}
    return sorted((form for form in written if fold(form) != fold(name)), key=lambda form: (len(form), form))


def _parent(name: str, kind: UnitKind, context: Context, listed: frozenset[str]) -> str | None:
    """The unit inside the name, else the issuer for an organ that is somebody's own ("Phòng …", "Các phòng …")."""
    entry = head_of(name)
    beside = entry is not None and entry.of == "province"
    inner = first_name(name) if kind == "position" else None if beside else inner_name(name)
    full = _superior(inner, context) if inner else None
    if full in listed and full != name:
        return full
    own = kind in ("group", "group_of_heads") or (entry is not None and entry.of == "issuer")
    return context.issuer if own and context.issuer in listed and context.issuer != name else None


def _superior(inner: str, context: Context) -> str:
    """The full name of the organisation inside a name; a bare "Sở" is the issuer."""
    if context.issuer and fold(context.issuer).startswith(f"{fold(inner)} "):
        return context.issuer
    return canonical_name(UnitMention(0, 0, inner, "unit"), context)
