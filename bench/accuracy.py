"""How right reading is, on golden papers that were used to write the rules and on papers held back from that.

    python -m bench.accuracy            # one line for each kind and field
    python -m bench.accuracy --errors   # and each miss and false hit on the tuned papers

A paper is held back when the SHA-256 of its text, as a number, is divisible by three: chosen once, by no one. One such
paper was used before the split was made, and counts as tuned. Intervals are 95 % Wilson intervals of precision and
recall. Rows of the truth that are marked optional or uncertain, and its `ignore` spans, count neither way.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from graph.records import Reading
from graph.vocabulary.fold import key
from ingest import read_bytes

PAPERS = Path(__file__).parents[1] / "tests" / "golden" / "papers"
USED_BEFORE = {
    "01-laocai-tb-ket-luan-ccn",
    "17-quangngai-ct-05-thue-dien-tu-2020-ocr",
    "22-laocai-qd-1696-uy-quyen-2026",
}
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

    def line(self) -> str:
        precision, recall = ratio(self.hit, self.hit + self.false), ratio(self.hit, self.hit + self.missed)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        low, high = wilson(self.hit, self.hit + self.false)
        low_r, high_r = wilson(self.hit, self.hit + self.missed)
        return (
            f"P {precision:.3f} [{low:.2f} {high:.2f}]  R {recall:.3f} [{low_r:.2f} {high_r:.2f}]  "
            f"F1 {f1:.3f}  n {self.hit + self.missed}"
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


def held_back(name: str, text: bytes) -> bool:
    return name not in USED_BEFORE and int(hashlib.sha256(text).hexdigest(), 16) % 3 == 0


def papers() -> Iterator[tuple[str, bool, Reading, dict[str, Any]]]:
    """(name, held back, reading, truth) of every golden paper."""
    for truth in sorted(PAPERS.glob("*.truth.json")):
        path = truth.with_name(truth.name.replace(".truth.json", ".txt"))
        data = path.read_bytes()
        (reading,) = read_bytes(data, path.name)
        yield path.stem[:12], held_back(path.stem, data), reading, json.loads(truth.read_text(encoding="utf-8"))


def facts(reading: Reading, truth: dict[str, Any]) -> Iterator[tuple[str, Counter[Any], Counter[Any], Counter[Any]]]:
    """(kind, expected, found, optional) for everything that is scored."""
    until = truth["annotated_until"] or len(reading.text)
    yield from citation_facts(reading, truth, until)
    if truth["directives"] is not None:
        yield from directive_facts(reading, truth, until)
    head = truth["document"]
    for name in ("type", "number", "issuer", "issue_date", "ordered_by"):
        own = getattr(reading.document, name)
        yield f"own {name}", Counter([key(str(head[name]))]), Counter([key(str(own))]), Counter()
    if truth["officials"] is None:
        return
    people = Counter((o["name"], key(o["title"] or "")) for o in truth["officials"])
    yield "officials with title", people, Counter((o.name, key(o.title or "")) for o in reading.officials), Counter()


def citation_facts(
    reading: Reading, truth: dict[str, Any], until: int
) -> Iterator[tuple[str, Counter[Any], Counter[Any], Counter[Any]]]:
    ignored = [(x["start"], x["end"]) for x in truth["ignore"]]
    found = [c for c in reading.citations if c.start < until and not any(a < c.end and c.start < b for a, b in ignored)]
    loose = [c for c in truth["citations"] if c.get("optional")]
    firm = [c for c in truth["citations"] if not c.get("optional")]
    numbered = {c["number"] for c in firm if c["number"]}
    maybe = {c["number"] for c in loose if c["number"]} - numbered
    yield "documents cited", Counter(numbered), Counter({c.number for c in found if c.number}), Counter(maybe)
    dated = {(c["number"], c["date"]) for c in firm if c["number"] and c["date"]}
    yield "their dates", Counter(dated), Counter({(c.number, c.date) for c in found if c.number and c.date}), Counter()

    def rows(names: tuple[str, ...]) -> tuple[Counter[Any], Counter[Any], Counter[Any]]:
        def row(c: dict[str, Any]) -> tuple[Any, ...]:
            return (c["start"], c["end"], *(key(str(c[n])) if n == "issuer" else str(c[n] or "") for n in names))

        own = Counter(
            (c.start, c.end, *(key(str(getattr(c, n))) if n == "issuer" else str(getattr(c, n) or "") for n in names))
            for c in found
        )
        return Counter(map(row, firm)), own, Counter(map(row, loose))

    yield ("mentions", *rows(()))
    yield ("  number and date", *rows(("number", "date")))
    yield ("  issuer", *rows(("issuer",)))
    yield ("  function", *rows(("function",)))
    yield from relation_facts(reading, truth, until)


RELATIONS = ("BASED_ON", "AMENDS", "REPLACES", "REPEALS")


def relation_facts(
    reading: Reading, truth: dict[str, Any], until: int
) -> Iterator[tuple[str, Counter[Any], Counter[Any], Counter[Any]]]:
    """A relation holds at the place of its citation. On uncertain rows it may be found or not, as whatever it is."""
    unsure = {c["start"] for c in truth["citations"] if c.get("uncertain") or c.get("optional")}
    ignored = [(x["start"], x["end"]) for x in truth["ignore"]]
    own = [(r.type, reading.citations[r.citation].start) for r in reading.relations]
    own = [r for r in own if r[1] < until and r[1] not in unsure and not any(a <= r[1] < b for a, b in ignored)]
    firm = [(c["relation"], c["start"]) for c in truth["citations"] if c["relation"] and c["start"] not in unsure]
    kinds = (
        *((name, {name}) for name in RELATIONS),
        ("DETAILS or GUIDES", {"DETAILS", "GUIDES"}),
        ("IMPLEMENTS", {"IMPLEMENTS"}),
    )
    yield (
        "four relations",
        Counter(r for r in firm if r[0] in RELATIONS),
        Counter(r for r in own if r[0] in RELATIONS),
        Counter(),
    )
    for name, kind in kinds:
        yield f"  {name}", Counter(r for r in firm if r[0] in kind), Counter(r for r in own if r[0] in kind), Counter()


def directive_facts(
    reading: Reading, truth: dict[str, Any], until: int
) -> Iterator[tuple[str, Counter[Any], Counter[Any], Counter[Any]]]:
    firm = [d for d in truth["directives"] if not d.get("optional")]
    loose = [d for d in truth["directives"] if d.get("optional")]
    found = [d for d in reading.directives if d.start < until]
    yield (
        "directives",
        Counter(d["address"] for d in firm),
        Counter(d.address for d in found),
        Counter(d["address"] for d in loose),
    )

    def charges(rows: list[dict[str, Any]], optional: bool) -> Counter[Any]:
        return Counter(
            (d["start"], key(a["agent"]), a["role"])
            for d in rows
            for a in d["assignments"]
            if optional or not a.get("optional")
        )

    own = Counter((d.start, key(a.agent), a.role) for d in found for a in d.assignments)
    yield "agent and role", charges(firm, False), own, charges([*firm, *loose], True)
    days = Counter((d["start"], x["date"]) for d in firm for x in d["deadlines"] if x["date"] and not x.get("optional"))
    maybe = Counter((d["start"], x["date"]) for d in truth["directives"] for x in d["deadlines"])
    yield "dated deadlines", days, Counter((d.start, x.date) for d in found for x in d.deadlines if x.date), maybe


def main() -> None:
    scores: dict[tuple[str, bool], Score] = {}
    for name, held, reading, truth in papers():
        for kind, expected, found, optional in facts(reading, truth):
            scores.setdefault((kind, held), Score()).compare(expected, found, optional, name)
    for held in (False, True):
        print("held back" if held else "tuned")
        for (kind, own), score in scores.items():
            if own == held:
                print(f"  {kind:22} {score.line()}")
                if "--errors" in sys.argv and not held:
                    print("\n".join(f"      {error}" for error in score.errors))


if __name__ == "__main__":
    main()
