"""Organisations, groups and offices that a text names (domain §5, §10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.records import UnitKind
from graph.vocabulary.fold import fold
from graph.vocabulary.provinces import province_names
from ingest.grammar.names import name_end
from ingest.grammar.patterns import any_of, starting
from ingest.lexicon import phrases, unit_heads
from ingest.mentions import UnitMention

_MOST_GROUP_WORDS = 5
_BEHIND_FIELD = re.compile(r" (?:tỉnh|thành phố|TP\.?) (?=[A-ZĐ])")


@lru_cache(maxsize=1)
def head_pattern() -> re.Pattern[str]:
    """A word that begins an organisation's name: "Sở", "Ban Quản lý", "UBND"."""
    heads = starting([head.words for head in unit_heads().values()], r"\w&/-", phrases("not_heads"))
    return re.compile(rf"{heads}(?![\w&])")


@lru_cache(maxsize=1)
def _field_pattern() -> re.Pattern[str]:
    """A field of management behind Sở or Bộ, in full or abbreviated: "Khoa học và Công nghệ", "KH&CN"."""
    full = starting(phrases("fields"))
    return re.compile(rf"(?:{full}|[A-ZĐ]{{1,4}}(?:,? ?[&-] ?[A-ZĐ]{{1,5}})+|KHCN|GDĐT|GTVT)(?![\w&])")


@lru_cache(maxsize=1)
def _group_pattern() -> re.Pattern[str]:
    """ "các phòng, đơn vị thuộc Sở", "Thủ trưởng các sở, ban, ngành", "UBND các xã, phường"."""
    noun = any_of(phrases("group_nouns"))
    heads = starting(phrases("heads_of_groups"))
    organ = starting(("UBND", "Ủy ban nhân dân", "HĐND"))
    item = rf"(?:các )?(?:{noun})(?!\w)"
    tail = r"(?: (?:liên quan|có liên quan|trực thuộc|địa phương))?(?: (?:thuộc|của) (?:Sở|tỉnh|huyện|xã|Bộ))?"
    tail += r"(?: có (?:[^\W\d_]+ ){1,4}[^\W\d_]+(?=[\n.;:,]|$))?"
    every = starting(("các", "Các", "mọi", "Mọi", "CÁC", "MỌI"))
    pattern = rf"(?:(?:(?P<heads>{heads})|(?P<organ>{organ})) {every}|{every}) {item}"
    return re.compile(rf"{pattern}(?:, {item}|,? và (?:{noun})(?!\w))*{tail}")


@lru_cache(maxsize=1)
def _leaders_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[Ll](?<!\w.)ãnh đạo (?:Sở|Bộ|UBND tỉnh|Ủy ban nhân dân tỉnh|Tỉnh ủy|Văn phòng|phòng|đơn vị)(?!\w)"
    )


@lru_cache(maxsize=1)
def _office_pattern() -> re.Pattern[str]:
    """An office before the organisation that it heads: "Giám đốc" of "Giám đốc Sở"."""
    return re.compile(rf"{starting(phrases('titles'))}(?= [A-ZĐỦ])")


@lru_cache(maxsize=1)
def _lone_office_pattern() -> re.Pattern[str]:
    return re.compile(rf"{starting(phrases('offices'))}(?!\w)")


@lru_cache(maxsize=1)
def _place_list() -> re.Pattern[str]:
    names = any_of(name for name, _ in province_names().values())
    return re.compile(rf"(?:, | và |, và )({names})(?!\w)")


@lru_cache(maxsize=1)
def _field_list() -> re.Pattern[str]:
    return re.compile(rf"(?:, | và |; |, và )({_field_pattern().pattern})")


def find_units(shadow: str) -> list[UnitMention]:
    """Every mention in the text's shadow, in order, none inside another.

    Lines in capitals (heads, signatures) are left to the grammars of those zones.
    """
    found: list[UnitMention] = []
    for mention in sorted(_candidates(shadow), key=lambda m: (m.start, -m.end)):
        if (not found or mention.start >= found[-1].end) and not _in_capitals(mention):
            found.append(mention)
    return found


def _in_capitals(mention: UnitMention) -> bool:
    return mention.words.isupper() and " " in mention.words


def _candidates(shadow: str) -> Iterator[UnitMention]:
    for match in _group_pattern().finditer(shadow):
        kind: UnitKind = "group_of_heads" if match["heads"] else "group"
        end = _group_end(shadow, match.end())
        yield UnitMention(match.start(), end, shadow[match.start() : end], kind)
    for match in _leaders_pattern().finditer(shadow):
        yield UnitMention(match.start(), match.end(), match.group(), "group")
    position = 0
    pattern = head_pattern()
    while head := pattern.search(shadow, position):
        mentions = _named(shadow, head)
        yield from mentions
        position = mentions[-1].end if mentions else head.end()
    for match in _lone_office_pattern().finditer(shadow):
        yield UnitMention(match.start(), match.end(), match.group(), "position")
    for match in _office_pattern().finditer(shadow):
        yield from _office(shadow, match)


def _group_end(shadow: str, end: int) -> int:
    """Behind the words that say which of the group are meant ("các chủ đầu tư hạ tầng cụm công nghiệp")."""
    further = name_end(shadow, end, head_pattern())
    more = shadow[end:further]
    return end if " và " in more or more.count(" ") > _MOST_GROUP_WORDS else further


def _named(shadow: str, head: re.Match[str]) -> list[UnitMention]:
    """The organisation whose name begins at the head; several in an elided list."""
    entry = unit_heads()[fold(head.group())]
    plural = shadow[max(0, head.start() - 4) : head.start()].lower() == "các "
    if entry.words in ("Sở", "Bộ"):
        return _of_field(shadow, head, plural)
    end = name_end(shadow, head.end(), head_pattern())
    if end == head.end():
        alone = entry.alone
        return [UnitMention(head.start(), end, head.group(), entry.kind, alone == "pronoun")] if alone else []
    if " " not in entry.words and not shadow[head.end() + 1].isupper() and entry.words not in ("UBND", "HĐND"):
        return []
    return [UnitMention(head.start(), end, shadow[head.start() : end], entry.kind)]


def _of_field(shadow: str, head: re.Match[str], plural: bool) -> list[UnitMention]:
    """ "Sở KH&CN tỉnh Cần Thơ, Cà Mau", "các Sở: Công Thương, Tài chính", or "Sở" alone for one named elsewhere."""
    colon = 1 if plural and shadow[head.end() : head.end() + 1] == ":" else 0
    field = _field_pattern().match(shadow, head.end() + colon + 1)
    if field is None:
        alone = shadow[head.end() : head.end() + 1] != " " or not shadow[head.end() + 1 : head.end() + 2].isupper()
        return [UnitMention(head.start(), head.end(), head.group(), "unit", True)] if alone and not plural else []
    end = field.end()
    place = _BEHIND_FIELD.match(shadow, end)
    if place:
        end = name_end(shadow, place.end(), head_pattern())
    first = UnitMention(head.start(), end, f"{head.group()} {shadow[field.start() : end]}", "unit")
    if not plural:
        return [first]
    stem = f"{head.group()} {shadow[field.start() : place.end()]}" if place else f"{head.group()} "
    return [first, *_elided(shadow, end, stem, _place_list() if place else _field_list())]


def _elided(shadow: str, position: int, stem: str, member: re.Pattern[str]) -> Iterator[UnitMention]:
    """The further members of a list in which type and place words stand once."""
    while match := member.match(shadow, position):
        yield UnitMention(match.start(1), match.end(1), stem + match.group(1), "unit")
        position = match.end()


def _office(shadow: str, title: re.Match[str]) -> Iterator[UnitMention]:
    """An office with its organisation; a person's name behind it makes it a title instead."""
    head = head_pattern().match(shadow, title.end() + 1)
    if head is None:
        return
    mentions = _named(shadow, head)
    if mentions:
        end = mentions[0].end
        yield UnitMention(title.start(), end, shadow[title.start() : end], "position")
