"""Laws, codes and ordinances by name, with and without number (domain §2; design §4 rule 8).

Luật Xây dựng số 50/2014/QH13 · Luật Địa chất và Khoáng sản năm 2024 · Bộ luật Tố tụng hình sự
Luật Tổ chức HĐND và UBND ngày 26/11/2003
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.fold import key
from ingest.grammar.names import name_end
from ingest.grammar.units import head_pattern
from ingest.lexicon import phrases

LAW_TYPE = r"(?:Bộ luật|Bộ Luật|Luật|(?<!pháp )luật(?= [A-ZĐ])|Pháp lệnh)"
_LAW = re.compile(rf"(?<!\w)(?P<type>{LAW_TYPE}) (?=[A-ZĐ])")
# Not a law in force: a draft, or one that changes others and is named by what it changes.
_DRAFT = re.compile(r"(?:dự thảo|dự án|xây dựng) $", re.IGNORECASE)
_TOKEN = re.compile(r" ?[\w&]+(?:[-/][\w&]+)*|, ?| - ")
_YEAR = re.compile(r",? năm (?:19|20)\d\d(?!\d)")
_MOST_TOKENS = 22
_LOOK_BACK = 12


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names = {key(name): name for name in phrases("laws")}
    if len(names) < len(phrases("laws")):
        raise ValueError("laws.tsv: one law stands there twice")
    return names


def law_at(shadow: str, start: int, end: int) -> tuple[int, str] | None:
    """(where the name ends, the name as the law's own title writes it) of the law that begins at `start`."""
    match = _LAW.match(shadow, start, end)
    if match is None or _DRAFT.search(shadow, max(0, start - _LOOK_BACK), start):
        return None
    known = _longest_known(shadow, start, match.end("type"), end)
    if known:
        return known
    stop = name_end(shadow, match.end("type"), head_pattern())
    return (stop, " ".join(shadow[start:stop].split())) if stop > match.end("type") + 1 else None


def year_behind(shadow: str, position: int) -> int:
    """Behind "năm 2024" where it qualifies the law's name, else the position."""
    match = _YEAR.match(shadow, position)
    return match.end() if match else position


def _longest_known(shadow: str, start: int, behind_type: int, end: int) -> tuple[int, str] | None:
    """The longest name of the lexicon that stands here, abbreviations and joiners aside."""
    best = None
    position = behind_type
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(shadow, position, end)
        if token is None:
            break
        position = token.end()
        name = _names().get(key(shadow[start:position]))
        if name and shadow[position - 1].isalnum():
            best = (position, name)
    return best
