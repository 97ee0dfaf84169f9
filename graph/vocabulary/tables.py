"""Vocabulary tables: tab-separated files that a clerk can read and extend; `#` starts a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str, folder: Path = _HERE) -> Iterator[list[str]]:
    """The rows of `<folder>/<name>.tsv`, each padded by the head's last comment line to one length.

    Raises:
        ValueError: a row has more columns than the head, naming file and line.
    """
    path = folder / f"{name}.tsv"
    width = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            width = len(line.split("\t"))
        elif line.strip():
            cells = line.split("\t")
            if len(cells) > width:
                raise ValueError(f"{path.name}:{number}: {len(cells)} columns where the head has {width}")
            yield cells + [""] * (width - len(cells))
