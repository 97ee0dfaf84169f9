"""Hits, false hits and misses, with their intervals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

Z = 1.96


@dataclass(slots=True)
class Score:
    """Hits, false hits and misses of one kind."""

    hit: int = 0
    false: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def compare(self, expected: Counter[Any], found: Counter[Any], optional: Counter[Any], where: str) -> None:
        """Count one paper; what is optional may be found or not."""
        false = found - expected - optional
        missed = expected - found
        self.hit += (expected & found).total()
        self.false += false.total()
        self.missed += missed.total()
        self.errors += [f"{where}  + {value}" for value in false] + [f"{where}  - {value}" for value in missed]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = 2 * self.hit + self.false + self.missed
        return ratio(2 * self.hit, whole)

    def line(self) -> str:
        precision, recall = ratio(self.hit, self.hit + self.false), ratio(self.hit, self.hit + self.missed)
        low, high = wilson(self.hit, self.hit + self.false)
        low_r, high_r = wilson(self.hit, self.hit + self.missed)
        return (
            f"P {precision:.3f} [{low:.2f} {high:.2f}]  R {recall:.3f} [{low_r:.2f} {high_r:.2f}]  "
            f"F1 {self.f1:.3f}  n {self.hit + self.missed}"
        )


def ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The Wilson score interval of a proportion (Wilson 1927)."""
    if not tries:
        return 0.0, 1.0
    share, spread = hits / tries, Z * Z / tries
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / tries + spread / (4 * tries)) / (1 + spread)
    return middle - half, middle + half
