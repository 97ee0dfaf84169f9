"""The command as a process, the API as a server on loopback, both on the real Neo4j of tests/conftest.py."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import httpx
import neo4j
import pytest
from pydantic import SecretStr

from api.app import create_app
from api.connection import Connection, open_graph
from api.server import listen, server
from api.settings import Settings
from graph import apply, connect, local, prepare
from ingest import read

SAMPLE = Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt"
OURS = ("CHIDAO_", "NEO4J_")

Chidao = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def chidao(tmp_path: Path) -> Chidao:
    """Run the command with a home of its own; keywords are environment variables."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}

    def run(*arguments: str | Path, timeout: float = 60, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-m", "api", *map(str, arguments)],
            env={**clean, "CHIDAO_HOME": str(tmp_path / "home"), **variables},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture
def on_database(running: local.Running) -> dict[str, str]:
    """The variables that lead the command to the tests' Neo4j."""
    return {"NEO4J_URI": running.bolt_uri, "NEO4J_USER": running.user, "NEO4J_PASSWORD": running.password}


@pytest.fixture(scope="module")
def settings(running: local.Running) -> Settings:
    return Settings(NEO4J_URI=running.bolt_uri, NEO4J_USER=running.user, NEO4J_PASSWORD=SecretStr(running.password))


@pytest.fixture(scope="module")
def loaded(running: local.Running, driver: neo4j.Driver) -> None:
    """The graph with the reference notice and nothing else."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with connect(running.bolt_uri, running.user, running.password) as graph:
        prepare(graph)
        apply(graph, read(SAMPLE))


@pytest.fixture(scope="module")
def client(settings: Settings, loaded: None) -> Iterator[httpx.Client]:
    """A caller on this machine, who needs no key."""
    with serving(settings) as client:
        yield client


@contextmanager
def serving(settings: Settings) -> Iterator[httpx.Client]:
    """The API on a free port of loopback, whatever host the settings name."""
    connection = Connection(lambda: open_graph(settings, lambda *_: None))
    served = server(create_app(settings, connection))
    with listen("127.0.0.1", 0) as listener:
        thread = Thread(target=served.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=60) as client:
                yield client
        finally:
            served.should_exit = True
            thread.join()
