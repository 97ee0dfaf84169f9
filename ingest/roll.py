"""mentions → roll: every unit of the paper under one name, with the places where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.records import Mention, Unit, UnitKind
from graph.vocabulary.fold import fold, key
from ingest.mentions import UnitMention
from ingest.naming import Context, canonical_name, first_name, head_of, inner_name, territory_of
from ingest.shadow import Shadow


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the shadow that stands under a heading which names a unit."""

    start: int
    end: int
    unit: UnitMention


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
    for mention in mentions:
        if mention.pronoun and (meant := _meant(mention, mentions, names, sections, context)):
            names[mention.start] = meant
            kinds.setdefault(meant, mention.kind)
    return Roll(names, kinds, tuple(mentions))


def _fullest(names: Iterable[str], context: Context) -> dict[str, str]:
    """Key → the longest name that shares it; a group takes the name that says whose it is, the issuer its own."""
    best: dict[str, str] = {}
    for name in names:
        if len(name) > len(best.get(key(name), "")):
            best[key(name)] = name
    if context.issuer:
        best[key(context.issuer)] = context.issuer
    for short in list(best):
        longer = [full for full in best if full.startswith(f"{short} thuoc ")]
        if longer:
            best[short] = best[longer[0]]
    return best


def _meant(
    pronoun: UnitMention,
    mentions: Sequence[UnitMention],
    names: dict[int, str],
    sections: Sequence[Section],
    context: Context,
) -> str | None:
    """The unit that a bare "Sở", "Trung tâm", "Doanh nghiệp" points at: the issuer, the section's unit, the last
    enterprise named, or the only unit of that kind; none where several could be meant."""
    word = fold(pronoun.words)
    if context.issuer and fold(context.issuer).startswith(f"{word} "):
        return context.issuer
    if pronoun.kind == "enterprise":
        before = [m for m in mentions if m.kind == "enterprise" and not m.pronoun and m.start < pronoun.start]
        return names[before[-1].start] if before else None
    for section in sections:
        own = names.get(section.unit.start, "")
        if section.start <= pronoun.start < section.end and fold(own).startswith(f"{word} "):
            return own
    candidates = {n for n in names.values() if fold(n).startswith(f"{word} ")}
    return candidates.pop() if len(candidates) == 1 else None


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
    return tuple(_unit(name, roll, text, shadow, context, frozenset(listed)) for name in listed)


def _unit(name: str, roll: Roll, text: str, shadow: Shadow, context: Context, listed: frozenset[str]) -> Unit:
    own = [m for m in roll.mentions if roll.names.get(m.start) == name]
    spans = [shadow.origin(m.start, m.end) for m in own]
    in_full = [span for m, span in zip(own, spans, strict=True) if not (m.pronoun or len(m.words) > m.end - m.start)]
    written = {" ".join(text[start:end].split()) for start, end in in_full}
    is_group = roll.kinds.get(name) in ("group", "group_of_heads")
    variants = [] if is_group else sorted((v for v in written if fold(v) != fold(name)), key=lambda v: (len(v), v))
    return Unit(
        name=name,
        short_name=variants[0] if variants else None,
        aliases=tuple(v for v in variants if key(v) == key(name)),
        kind=roll.kinds.get(name, "unit"),
        parent=_parent(name, roll.kinds.get(name, "unit"), context, listed),
        territory=territory_of(name, context),
        mentions=tuple(Mention(*span) for span in spans),
    )


def _parent(name: str, kind: UnitKind, context: Context, listed: frozenset[str]) -> str | None:
    """The unit inside the name, else the issuer for an organ that is somebody's own ("Phòng …", "Các phòng …")."""
    inner = first_name(name) if kind == "position" else inner_name(name)
    full = _superior(inner, context) if inner else None
    if full in listed and full != name:
        return full
    entry = head_of(name)
    own = kind in ("group", "group_of_heads") or (entry is not None and entry.of == "issuer")
    return context.issuer if own and context.issuer in listed and context.issuer != name else None


def _superior(inner: str, context: Context) -> str:
    """The full name of the organisation inside a name; a bare "Sở" is the issuer."""
    if context.issuer and fold(context.issuer).startswith(f"{fold(inner)} "):
        return context.issuer
    return canonical_name(UnitMention(0, 0, inner, "unit"), context)
