"""issuers beside citations → names: each cited document's issuer in full, by its own words or those beside another
mention of the same number in the paper (design §4 rule 12)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph.vocabulary.codes import issuers
from graph.vocabulary.fold import expand, flat, fold
from ingest.grammar.issuers import CONGRESS, known_issuers
from ingest.lexicon import phrases, rows_of
from ingest.mentions import CitationMention
from ingest.naming import Context, with_province, with_territory
from ingest.paper import Paper

_CONGRESS = re.compile(rf"{CONGRESS}$")
_OFFICE = re.compile(r"^(?P<office>(?:(?:phó )?chủ tịch|thường trực) )(?=UBND|HĐND|ủy ban|hội đồng)", re.IGNORECASE)
_DEPARTMENT = re.compile(r"(?:(?:Phó )?Giám đốc |Chánh )?(?:Sở|Công an tỉnh|Thanh tra tỉnh)(?!\w)")
_MINISTRY = re.compile(r"^(?P<head>(?:bộ trưởng )?bộ) (?P<field>.+)$", re.IGNORECASE)


def name_issuers(paper: Paper, mentions: Sequence[CitationMention]) -> Mapping[int, str]:
    """Start of the mention → its issuer's name; none where only the code can tell.

    A Party code stands for several bodies ("TW"), so what the paper says once beside the number holds for all places.
    """
    said = {m.start: name for m in mentions if (name := _by_words(paper, m))}
    of_number: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.number and mention.number.family == "dang" and mention.start in said:
            of_number.setdefault(mention.number.text, set()).add(said[mention.start])
    elsewhere = {number: names.pop() for number, names in of_number.items() if len(names) == 1}
    return {m.start: elsewhere[m.number.text] for m in mentions if m.number and m.number.text in elsewhere} | said


def _by_words(paper: Paper, mention: CitationMention) -> str | None:
    if mention.issuer_start is None or mention.issuer_end is None:
        return None
    words = paper.flow[mention.issuer_start : mention.issuer_end]
    known = known_issuers(flat(words))
    if known and known[0][0] == 0 and known[-1][1] == len(words):
        return "; ".join(in_full(words[start:end], paper.context) for start, end in known)
    name = paper.roll.names.get(mention.issuer_start, " ".join(words.split()))
    return (
        with_province(name, paper.context) if _DEPARTMENT.match(name) else with_territory(expand(name), paper.context)
    )


def in_full(words: str, context: Context) -> str:
    """A known issuer's name as the tables spell it, with the paper's province where it is a province's own.

    >>> in_full("UBND tỉnh", Context(None, "Lào Cai"))
    'Ủy ban nhân dân tỉnh Lào Cai'
    """
    name = " ".join(words.split())
    known = _spelled().get(_CONGRESS.sub("", fold(name)))
    if known:
        return known
    ministry = _MINISTRY.match(name)
    if ministry:
        field = _fields().get(fold(ministry["field"]), ministry["field"])
        return ("Bộ trưởng Bộ " if ministry["head"].lower().startswith("bộ trưởng") else "Bộ ") + field
    office = _OFFICE.match(name)
    organ = with_territory(_organ(name[office.end() :] if office else name), context)
    return f"{office['office'].capitalize().replace('chủ tịch', 'Chủ tịch')}{organ}" if office else organ


def _organ(name: str) -> str:
    full = expand(name)
    for organ in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Tỉnh ủy", "Thành ủy"):
        if fold(full).startswith(fold(organ)):
            return organ + full[len(organ) :]
    return full


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    central = {fold(i.name): i.name for i in issuers() if i.level in ("central", "party_central")}
    return central | {fold(name): full or name for name, full in rows_of("issuing_bodies")}


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    spelled = {fold(name): name for name in phrases("fields")}
    dashed = {fold(name.replace(" - ", ", ")): name for name in phrases("fields")}
    return spelled | dashed | {fold(name.replace("Phát triển nông thôn", "PTNT")): name for name in phrases("fields")}
