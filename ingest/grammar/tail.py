"""The tail of a paper: who receives it, and who signed with what authority (domain §4, Decree 30/2020)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.fold import fold
from ingest.grammar.casing import proper_case
from ingest.grammar.officials import NAME, is_person
from ingest.lexicon import phrases, table
from ingest.tree import Tree

_ITEM = re.compile(r"(?:^|\n)[ \t]*[-+–] ?(?P<name>[^\n\t]+)")
_ANNEX = re.compile(r"\n\s*(?:PHỤ LỤC|Phụ lục|BIỂU|DANH MỤC|DANH SÁCH)")
_PURPOSE = re.compile(r"\s*\((?P<purpose>[^()]{1,40})\)\s*$")
_ARCHIVE = re.compile(r"Lưu ?:? ?(?P<name>.+)", re.IGNORECASE)
_LONGEST_LINE = 200
_MOST_TITLES = 8
_CAPITALS = re.compile(r"[^\t\n]+")
_PERSON = re.compile(rf"^(?:[A-Z][\w]{{1,4}}\. ?)*(?P<name>{NAME})$")


@dataclass(frozen=True, slots=True)
class RecipientLine:
    name: str
    purpose: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SignerLines:
    """The person, the title above the name, and the marks of delegation from the outermost."""

    name: str
    start: int
    end: int
    title: str | None
    capacity: tuple[str, ...]


def find_recipients(shadow: str, tree: Tree) -> list[RecipientLine]:
    """The lines under "Nơi nhận", in order."""
    if tree.recipients is None:
        return []
    found: list[RecipientLine] = []
    for match in _ITEM.finditer(shadow, tree.recipients):
        if found and (found[-1].purpose == "lưu" or _ANNEX.search(shadow, found[-1].end, match.start())):
            break
        found.append(_recipient(match))
    return found


def _recipient(match: re.Match[str]) -> RecipientLine:
    words = match["name"].strip().rstrip(".;,/ ")
    start = match.start("name") + match["name"].index(words[0]) if words else match.start("name")
    archive = _ARCHIVE.match(words)
    if archive:
        return RecipientLine(archive["name"], "lưu", start + archive.start("name"), start + len(words))
    purpose = _PURPOSE.search(words)
    name = words[: purpose.start()] if purpose else words
    return RecipientLine(name, _purpose(purpose["purpose"]) if purpose else None, start, start + len(name))


def _purpose(words: str) -> str:
    return table("purposes").get(words.strip().lower(), words.strip())


def find_signer(shadow: str, tree: Tree) -> SignerLines | None:
    """The last block of capitals in the tail with a name under it; none where nobody's name is printed."""
    titles: list[str] = []
    signer = None
    for cell in _CAPITALS.finditer(shadow, tree.tail[0]):
        words = cell.group().strip()
        person = _PERSON.match(words)
        if len(words) > _LONGEST_LINE:
            continue
        if words.isupper() and not words.startswith("-") and _is_title_line(words):
            titles.append(words)
        elif person and titles and is_person(person["name"]):
            start = cell.start() + cell.group().index(person["name"])
            signer = _signer(person["name"], start, titles[-_MOST_TITLES:])
            titles = []
    return signer


def _signer(name: str, start: int, lines: list[str]) -> SignerLines:
    capacity, offices = [], []
    for line in lines:
        mark, office = _split_mark(line)
        capacity += [mark] if mark else []
        offices.append(office)
    title = proper_case(offices[-1])
    return SignerLines(name, start, start + len(name), title, tuple(capacity))


@lru_cache(maxsize=1)
def _mark() -> re.Pattern[str]:
    marks = sorted(table("capacities"), key=len, reverse=True)
    return re.compile(rf"^({'|'.join(map(re.escape, marks))})\. ?(?=\w)")


def _split_mark(line: str) -> tuple[str | None, str]:
    match = _mark().match(line)
    return (table("capacities")[match.group(1)], line[match.end() :]) if match else (None, line)


def _is_title_line(words: str) -> bool:
    """Whether capitals are a title or a delegating body and not a heading of something else."""
    mark, office = _split_mark(words)
    folded = fold(office)
    return mark is not None or folded.startswith(_titles())


@lru_cache(maxsize=1)
def _titles() -> tuple[str, ...]:
    return tuple(fold(title) for title in phrases("titles"))
