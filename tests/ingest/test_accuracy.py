"""What reading reaches on golden papers, tuned and held back apart, never falls below the committed floors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.accuracy import PAPERS, below_floor, measure
from graph.vocabulary.fold import fold
from ingest import read_bytes

FORMS = sorted((Path(__file__).parents[1] / "golden" / "forms").glob("*.txt"))


def test_no_kind_falls_below_its_floor() -> None:
    scores = measure()
    assert below_floor(scores) == []
    held = {kind: score.hit + score.missed for (kind, held), score in scores.items() if held}
    assert held["mentions"] >= 1000
    assert held["four relations"] >= 300
    assert len(list(PAPERS.glob("*.truth.json"))) >= 30


def cited(path: Path) -> Counter[tuple[object, ...]]:
    """Numbers, dates, types and pins of the documents that a paper cites by number."""
    (reading,) = read_bytes(path.read_bytes(), path.name)
    return Counter((c.number, c.date, fold(c.type or ""), c.pins) for c in reading.citations if c.number)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_other_forms_of_a_paper_cite_the_same(form: Path) -> None:
    """D1 without marks, D2 decomposed, D3 with soft hyphens, D4 in small letters, D5 with the Đ of another alphabet."""
    original = PAPERS / f"{form.name.split('.')[0]}.txt"
    assert cited(form) == cited(original)
    assert cited(form).total() > 4


def test_there_are_five_forms() -> None:
    assert len(FORMS) == 5
