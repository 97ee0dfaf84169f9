"""Words that only reading needs, each list a file beside this one; loaded once, checked at load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from graph.records import UnitKind
from graph.vocabulary.fold import fold
from graph.vocabulary.tables import rows

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class UnitHead:
    """A word that begins the name of an organisation; columns as `unit_heads.tsv` explains them."""

    words: str
    kind: UnitKind
    of: Literal["issuer", "province", "none"]
    alone: Literal["name", "pronoun", ""]


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a list, as written."""
    return rows(name, _HERE)


@lru_cache(maxsize=16)
def phrases(name: str) -> dict[str, None]:
    """The first column of a list, as written and in its order: a set that is the same in every process."""
    return dict.fromkeys(row[0] for row in rows(name, _HERE))


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, str]:
    """A list of two columns, first to second."""
    return {row[0]: row[1] for row in rows(name, _HERE)}


@lru_cache(maxsize=1)
def unit_heads() -> dict[str, UnitHead]:
    """Folded words → head."""
    heads = {}
    for words, kind, of, alone in rows("unit_heads", _HERE):
        if of not in ("issuer", "province", "none") or alone not in ("name", "pronoun", ""):
            raise ValueError(f"unit_heads.tsv: {words}: unknown value {of!r} or {alone!r}")
        heads[fold(words)] = UnitHead(words, cast("UnitKind", kind), of, alone)  # type: ignore[arg-type]
    return heads
