"""The contract's words in Vietnamese, from `cypher/values.tsv`: for tables and for what people type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from graph.cypher_files import FOLDER
from graph.vocabulary.tables import rows


def word(column: str, value: str) -> str:
    """The Vietnamese word for a value of a column or a parameter; the value itself where it has none."""
    return words(column).get(value, value)


def words(column: str) -> Mapping[str, str]:
    """Every value of a column that has a Vietnamese word, in the order of the file."""
    return _table().get(column, {})


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for column, value, said in rows("values", FOLDER):
        found[column][value] = said
    return dict(found)
