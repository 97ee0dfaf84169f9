"""Which known document an unsettled citation may mean: scored, with the reason, for a person to decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graph.vocabulary.fold import key

_SAME_NUMBER: Final = 0.5


def scored(pair: Mapping[str, Any]) -> tuple[float, str]:
    """Score between 0 and 1 and reason of a stub and a known document with the same number.

    `pair` holds `stub_date`, `known_date` and the like; what only one of the two has counts neither way.
    """
    score, reasons = _SAME_NUMBER, ["cùng số"]
    for field, word, weight in (("date", "ngày", 0.3), ("issuer", "cơ quan", 0.1), ("territory", "địa bàn", 0.1)):
        agrees = _agrees(field, pair[f"stub_{field}"], pair[f"known_{field}"])
        if agrees is not None:
            score += weight if agrees else -weight
            reasons.append(f"{'cùng' if agrees else 'khác'} {word}")
    return round(score, 2), ", ".join(reasons)


def _agrees(field: str, one: str | None, other: str | None) -> bool | None:
    if not one or not other:
        return None
    if field == "date":  # a date may be a prefix of the other
        return one.startswith(other) or other.startswith(one)
    return key(one) == key(other)
