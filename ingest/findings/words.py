"""Findings on names and spelling (domain §6.2, L27 to L29)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

from graph.records import Reading, Unit, Warning
from graph.vocabulary.fold import expand, fold, key, shadow
from graph.vocabulary.provinces import province_names
from ingest.lexicon import rows_of


def word_findings(reading: Reading) -> Iterator[Warning]:
    """Slips of the pen, wrong classes of places, and units named in two ways."""
    plain = shadow(reading.text)
    yield from _slips(plain)
    yield from _place_classes(plain)
    for unit in reading.units:
        yield from _two_names(reading, unit)


@lru_cache(maxsize=1)
def _typos() -> tuple[tuple[re.Pattern[str], str, Literal["E", "I"]], ...]:
    return tuple((re.compile(p), meant, cast('Literal["E", "I"]', severity)) for p, meant, severity in rows_of("typos"))


def _slips(plain: str) -> Iterator[Warning]:
    """L29: a slip that flips or blurs the meaning; what stands there is kept until a person judges."""
    for pattern, meant, severity in _typos():
        for match in pattern.finditer(plain):
            message = f"“{match['wrong']}” có thể là “{meant}”: cần người rà soát, giữ nguyên văn."
            yield Warning("L29", severity, message, *match.span("wrong"))


@lru_cache(maxsize=1)
def _classed_places() -> re.Pattern[str]:
    names = sorted((re.escape(name) for name, _ in province_names().values()), key=len, reverse=True)
    return re.compile(rf"(?P<kind>tỉnh|thành phố)(?<!\wtỉnh) (?P<name>{'|'.join(names)})(?!\w)")


def _place_classes(plain: str) -> Iterator[Warning]:
    """L27: a city under the central government called a province, or the other way round."""
    for match in _classed_places().finditer(plain):
        kind = province_names()[fold(match["name"])][1]
        # Cities that bear their province's name ("thành phố Bắc Giang") are right too.
        if kind == "thành phố" and match["kind"] == "tỉnh":
            yield Warning("L27", "W", f"“{match.group()}”: {match['name']} là {kind}.", *match.span())


def _two_names(reading: Reading, unit: Unit) -> Iterator[Warning]:
    """L28: one unit in two spellings that are no mere abbreviation of each other."""
    forms: dict[str, tuple[int, int]] = {}
    for mention in unit.mentions:
        words = " ".join(reading.text[mention.start : mention.end].split())
        if key(words) == key(unit.name):
            forms.setdefault(fold(expand(words.replace(":", ""))), (mention.start, mention.end))
    if len(forms) > 1 and unit.kind in ("unit", "enterprise"):
        written = " và ".join(f"“{reading.text[start:end]}”" for start, end in forms.values())
        yield Warning("L28", "I", f"Một đơn vị ghi hai cách: {written}.", *min(forms.values()))
