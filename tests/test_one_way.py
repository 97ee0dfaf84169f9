"""Imports flow one way (design §3): ingest knows records and vocabulary, graph knows neither ingest nor api, and no
two modules import each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "ingest", "api")


def modules() -> dict[str, Path]:
    """Dotted name → file of every module of the product."""
    found = {}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """Names that a file imports from the product, also inside functions and for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in PACKAGES)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in PACKAGES:
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:  # `from graph.local import fetch` needs the module, not its package's exports
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


MODULES = modules()
IMPORTS = {name: {module for module in imported(path) if module in MODULES} for name, path in MODULES.items()}


def test_modules_are_found() -> None:
    assert {name.split(".")[0] for name in MODULES} == set(PACKAGES)
    assert len(MODULES) > 30


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] == "ingest"])
def test_ingest_imports_only_records_and_vocabulary(name: str) -> None:
    allowed = ("ingest", "graph.records", "graph.vocabulary")
    foreign = {module for module in IMPORTS[name] if not module.startswith(allowed)} - {"graph"}
    assert not foreign


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] == "graph"])
def test_graph_imports_neither_ingest_nor_api(name: str) -> None:
    assert not {module for module in IMPORTS[name] if module.split(".")[0] in ("ingest", "api")}


def test_nothing_imports_in_a_circle() -> None:
    # A package's __init__ only exports; its modules do not import it, so it is left out of the order.
    order = TopologicalSorter({name: found - {name} for name, found in IMPORTS.items()})
    order.prepare()  # raises CycleError with the circle
    assert order.is_active()
