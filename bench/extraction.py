"""Reading the law portal's pages, against a bare scan by the pipeline's own patterns, and beside two known extractors.

    python -m bench.extraction CORPUS.jsonl.xz [--every 20]

CORPUS holds one JSON object a line with `text`. Every Nth page is taken. The limit is one `finditer` of each compiled
pattern over the same shadows: no parsing of its matches, no names, no records. eyecite reads its own kind of text (a
US opinion), underthesea's named-entity recogniser the first pages of the same Vietnamese text; both only where they
are installed (`pip install eyecite underthesea`). One process, one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.reading import patterns
from graph.vocabulary.fold import flat
from ingest import read_bytes
from ingest.grammar.citations import find_citations
from ingest.grammar.flow import Flow
from ingest.shadow import cast_shadow

_OPINION = (
    "In Roe v. Wade, 410 U.S. 113, 152 (1973), the Court held otherwise; see also Brown v. Board of Education, 347 "
    "U.S. 483 (1954). Id. at 495. The statute, 42 U.S.C. § 1983, was applied in Monell, 436 U.S., at 690. "
) * 200
_LONGEST_SAMPLE = 4_000


def pages(corpus: Path, every: int) -> list[str]:
    """The text of every Nth page that holds any."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for number, line in enumerate(lines) if number % every == 0]
    return [text for text in texts if text.strip()]


def seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def others(texts: list[str]) -> Iterable[tuple[str, str, Callable[[str], object]]]:
    """(name, its text, its call) of the extractors that are installed."""
    if importlib.util.find_spec("eyecite"):
        from eyecite import get_citations  # noqa: PLC0415 - only where it is installed

        yield "eyecite, English opinion", _OPINION, get_citations
    if importlib.util.find_spec("underthesea"):
        from underthesea import ner  # noqa: PLC0415

        yield "underthesea ner", texts[0][:_LONGEST_SAMPLE], ner


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=20)
    options = parser.parse_args()
    texts = pages(options.corpus, options.every)
    read_bytes(texts[0].encode(), "warm.txt")
    shadows = [cast_shadow(text).text for text in texts]
    own = list(dict.fromkeys(patterns()))
    size = sum(map(len, texts))
    rows = {
        "whole pipeline": seconds(lambda text: read_bytes(text.encode(), "page.txt"), texts),
        "citations alone": seconds(lambda text: find_citations(Flow(text, flat(text), {}, {})), shadows),
        f"bare scan, {len(own)} patterns": seconds(
            lambda text: [sum(1 for _ in p.finditer(text)) for p in own], shadows
        ),
    }
    print(f"{len(texts)} pages, {size:,} characters")
    for name, taken in rows.items():
        print(f"{name:28} {taken:7.2f} s  {size / taken / 1e6:7.2f} million characters/s")
    whole, _, bare = rows.values()
    print(f"whole pipeline at {100 * bare / whole:.0f} % of the bare scan's speed")
    for name, text, call in others(texts):
        call(text[:200])
        taken = seconds(call, [text])
        print(f"{name:28} {taken:7.2f} s  {len(text) / taken / 1e6:7.4f} million characters/s")


if __name__ == "__main__":
    main()
