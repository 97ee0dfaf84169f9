"""How right reading is, on golden papers that were used to write the rules and on papers held back from that.

    python -m bench.accuracy            # one line for each kind and field
    python -m bench.accuracy --errors   # and each miss and false hit on the tuned papers
    python -m bench.accuracy --floors   # and exit 1 where an F1 fell below bench/floors.tsv

A paper is held back when the SHA-256 of its text, as a number, is divisible by three: chosen once, by no one. Three
such papers were seen by whoever wrote rules, and count as tuned. Intervals are 95 % Wilson intervals of precision and
recall. Rows of the truth that are marked optional or uncertain, and its `ignore` spans, count neither way.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.facts import facts
from bench.scores import Score
from graph.records import Reading
from graph.vocabulary.tables import rows
from ingest import read_bytes

PAPERS = Path(__file__).parents[1] / "tests" / "golden" / "papers"
USED_BEFORE = {
    "01-laocai-tb-ket-luan-ccn",
    "17-quangngai-ct-05-thue-dien-tu-2020-ocr",
    "22-laocai-qd-1696-uy-quyen-2026",
}


def held_back(name: str, text: bytes) -> bool:
    return name not in USED_BEFORE and int(hashlib.sha256(text).hexdigest(), 16) % 3 == 0


def papers() -> Iterator[tuple[str, bool, Reading, dict[str, Any]]]:
    """(name, held back, reading, truth) of every golden paper."""
    for truth in sorted(PAPERS.glob("*.truth.json")):
        path = truth.with_name(truth.name.replace(".truth.json", ".txt"))
        data = path.read_bytes()
        (reading,) = read_bytes(data, path.name)
        yield path.stem[:12], held_back(path.stem, data), reading, json.loads(truth.read_text(encoding="utf-8"))


def measure() -> dict[tuple[str, bool], Score]:
    """(kind, held back) → its score over all papers."""
    scores: dict[tuple[str, bool], Score] = {}
    for name, held, reading, truth in papers():
        for kind, expected, found, optional in facts(reading, truth):
            scores.setdefault((kind, held), Score()).compare(expected, found, optional, name)
    return scores


def below_floor(scores: dict[tuple[str, bool], Score]) -> list[str]:
    """What fell below its committed floor, one line each."""
    return [
        f"{split} {kind}: F1 {score.f1:.3f} is below {floor}"
        for kind, split, floor in rows("floors", Path(__file__).parent)
        if (score := scores[kind, split == "held back"]).f1 < float(floor)
    ]


def main() -> None:
    scores = measure()
    for held in (False, True):
        print("held back" if held else "tuned")
        for (kind, own), score in scores.items():
            if own == held:
                print(f"  {kind:22} {score.line()}")
                if "--errors" in sys.argv and not held:
                    print("\n".join(f"      {error}" for error in score.errors))
    fallen = below_floor(scores) if "--floors" in sys.argv else []
    if fallen:
        raise SystemExit("\n".join(fallen))


if __name__ == "__main__":
    main()
