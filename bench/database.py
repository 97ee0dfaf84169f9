"""A Neo4j of the measurement's own, on a scratch folder, gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from graph import Graph, connect, local, prepare


@contextmanager
def scratch() -> Iterator[Graph]:
    """An empty prepared graph."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        running = local.ensure(home, platformdirs.user_cache_path("chidao"), lambda *_: None)
        try:
            with connect(running.bolt_uri, running.user, running.password) as graph:
                prepare(graph)
                yield graph
        finally:
            local.stop(home, lambda *_: None)
