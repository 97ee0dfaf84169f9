"""Reading one paper in a warm process, against a bare scan by the pipeline's own patterns.

    python -m bench.reading [FILE]

The limit is one `finditer` of each compiled pattern over the same shadow: no parsing of its matches, no names, no
records. Prints the median of both and their ratio.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.timing import milliseconds
from ingest import read_bytes
from ingest.shadow import cast_shadow

SAMPLE = Path(__file__).parents[1] / "samples" / "thong-bao-giao-ban-2024-05.txt"


def patterns() -> Iterator[re.Pattern[str]]:
    """Every compiled pattern of the reading modules, also those that a function makes at first use."""
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] != "ingest":
            continue
        for value in vars(module).values():
            own = getattr(value, "__module__", None) == name
            made = (
                value()
                if own and hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount
                else value
            )
            if isinstance(made, re.Pattern):
                yield made


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    data = path.read_bytes()
    (reading,) = read_bytes(data, path.name)
    shadow = cast_shadow(reading.text).text
    scanned = list(dict.fromkeys(patterns()))
    whole = milliseconds(lambda: read_bytes(data, path.name))
    bare = milliseconds(lambda: [sum(1 for _ in pattern.finditer(shadow)) for pattern in scanned])
    print(f"{path.name}: {len(reading.text):,} characters, {len(reading.directives)} directives")
    print(f"whole pipeline      {whole:7.2f} ms   {len(reading.text) / whole / 1000:6.2f} million characters/s")
    print(f"bare scan, {len(scanned):3} patterns {bare:6.2f} ms")
    print(f"ratio               {whole / bare:7.2f}")


if __name__ == "__main__":
    main()
