"""mentions → roll: every unit of the paper under one name, with the places where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.records import UnitKind
from graph.vocabulary.fold import fold, key
from ingest.mentions import UnitMention
from ingest.naming import Context, canonical_name, first_name, inner_name
from ingest.pronouns import Section, resolve_pronouns


@dataclass(frozen=True, slots=True)
class Roll:
    """`names` gives the canonical name of the mention that starts at an offset; pronouns without a unit have none."""

    names: dict[int, str]
    kinds: dict[str, UnitKind]
    mentions: tuple[UnitMention, ...]


def call_roll(flow: str, mentions: Sequence[UnitMention], context: Context, sections: Sequence[Section]) -> Roll:
    """Give each mention its name: first those that say it, then the pronouns that point at them."""
    said = {m.start: canonical_name(m, context) for m in mentions if not m.pronoun}
    best = _fullest(said.values(), context)
    names = {start: best[key(name)] for start, name in said.items()}
    kinds: dict[str, UnitKind] = {names[m.start]: m.kind for m in reversed(mentions) if not m.pronoun}
    meant = resolve_pronouns(flow, mentions, names, sections, context)
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
    owned: dict[str, set[str]] = {}
    for name in best.values():
        if " thuộc " in name:
            owned.setdefault(key(name.split(" thuộc ", maxsplit=1)[0]), set()).add(name)
    # Where several own the like ("các đơn vị thuộc Sở", "… thuộc tỉnh"), the short form says neither.
    best |= {short: full for short, (full, *others) in owned.items() if not others}
    return best


def unit_of_title(title: str, roll: Roll, context: Context) -> str | None:
    """The unit that a title names: "Phó Giám đốc Sở" → the issuing department, "Phó Chánh Văn phòng" → its office.

    None where the title names no unit, or one that could be several.
    """
    for office in reversed(title.split(", ")):
        if unit := _unit_of_office(office, roll, context):
            return unit
    return None


def _unit_of_office(title: str, roll: Roll, context: Context) -> str | None:
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
    full = superior(inner, context)
    return full if full in names else own[0] if len(own) == 1 else names.pop() if len(names) == 1 else None


def superior(inner: str, context: Context) -> str:
    """The full name of the organisation inside a name; a bare "Sở" is the issuer."""
    if context.issuer and fold(context.issuer).startswith(f"{fold(inner)} "):
        return context.issuer
    return canonical_name(UnitMention(0, 0, inner, "unit"), context)
