"""The folder `cypher/`, which stands beside the package `graph` in the repository and in the wheel alike."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent.parent / "cypher"


@lru_cache
def statement(name: str) -> str:
    """The text of `cypher/<name>.cypher`."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
