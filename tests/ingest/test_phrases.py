"""Golden phrases: text that a lawyer can read and correct, one case a block (tests/golden/phrases)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.vocabulary.fold import shadow
from ingest import read_bytes
from ingest.antecedents import point_back
from ingest.grammar.assignments import find_charges, whole
from ingest.grammar.citations import find_citations
from ingest.grammar.deadlines import find_deadlines
from ingest.grammar.flow import flow_of
from ingest.grammar.officials import find_officials
from ingest.grammar.units import find_units
from ingest.mentions import OfficialMention
from ingest.pipeline import outside

CIRCULAR = """BỘ TÀI CHÍNH
Số: 12/2026/TT-BTC

Hà Nội, ngày 15 tháng 5 năm 2026

THÔNG TƯ
Quy định một số nội dung

{}
"""
PHRASES = Path(__file__).parents[1] / "golden" / "phrases"


def blocks(name: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """(title, lines of text, expected rows) of each block; each line of text is a case of its own."""
    for block in (PHRASES / f"{name}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        yield lines[0], [x for x in lines[1:] if not x.startswith("=>")], [x[3:] for x in lines if x.startswith("=>")]


def citations(text: str) -> list[str]:
    plain = shadow(text)
    flow = flow_of(plain, {unit.start: unit for unit in find_units(plain)})
    return [
        f"{text[c.start : c.end]} · {c.number.text if c.number else c.name} · {c.date or '-'} · "
        f"{text[c.issuer_start : c.issuer_end] if c.issuer_start is not None else '-'}"
        + (f" · {' '.join(c.pins)}" if c.pins else "")
        + (f" → {c.antecedent.number.text}" if c.antecedent and c.antecedent.number else "")
        for c in point_back(find_citations(flow))
    ]


def relations(text: str) -> list[str]:
    """What the one item of a circular, or a line over its first article, does; " ⏎ " stands for a new paragraph."""
    found = read_bytes(CIRCULAR.format(text.replace(" ⏎ ", "\n")).encode(), "x.txt")[0]
    return [f"{r.type} {r.target} {r.scope}" + (f" {' '.join(r.pins)}" if r.pins else "") for r in found.relations]


def deadlines(text: str) -> list[str]:
    return [
        f"{text[d.start : d.end]} · {d.form} · {d.date or '-'} · {d.bound or '-'} · "
        f"{'firm' if d.firm else 'soft'} · {d.rule or '-'}"
        for d in find_deadlines(shadow(text), 0, len(text))
    ]


def units(text: str) -> list[str]:
    return [f"{unit.words} · {unit.kind}" for unit in find_units(shadow(text)) if not unit.pronoun]


def charges(text: str) -> list[str]:
    plain = shadow(text)
    officials = find_officials(plain, 0, len(plain))
    agents = {m.start: m for m in outside(find_units(plain), officials)} | {m.start: m for m in officials}
    found = find_charges(whole(plain, agents))
    return [
        f"{c.role} · {c.agent.name if isinstance(c.agent, OfficialMention) else c.agent.words} · {c.cue or '-'}"
        for c in found
    ]


READERS: dict[str, Callable[[str], list[str]]] = {
    "citations": citations,
    "relations": relations,
    "deadlines": deadlines,
    "units": units,
    "charges": charges,
}
CASES = [
    pytest.param(READERS[name], text, expected, id=f"{name}: {title.lstrip('# ')}")
    for name in READERS
    for title, texts, expected in blocks(name)
    for text in texts
]


@pytest.mark.parametrize(("reader", "text", "expected"), CASES)
def test_phrase(reader: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert reader(text) == expected


def test_every_file_of_phrases_is_read() -> None:
    assert {path.stem for path in PHRASES.glob("*.txt")} == set(READERS)
    assert len(CASES) > 30
