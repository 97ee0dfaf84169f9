"""Provinces and cities under the central government, before and after 1 July 2025."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.vocabulary.fold import fold
from graph.vocabulary.tables import rows

_HYPHEN = re.compile(r" ?- ?")


@lru_cache(maxsize=1)
def province_names() -> dict[str, tuple[str, str]]:
    """Folded name → (name, class "tỉnh" or "thành phố")."""
    return {fold(name): (name, kind) for name, kind, _, _ in rows("provinces")}


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    names = sorted(
        (re.escape(folded).replace(r"\ \-\ ", " ?- ?") for folded in province_names()), key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})$")


def province_at_end(words: str) -> str | None:
    """The province that a name ends with: "UBND tỉnh Bắc Giang" → "Bắc Giang"; none for "UBND tỉnh Bắc"."""
    found = _ending().search(fold(words))
    return province_names()[_HYPHEN.sub(" - ", found.group())][0] if found else None
