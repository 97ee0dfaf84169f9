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
from ingest import read, read_bytes

SAMPLE = Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt"
# Two plans of one number, which only the province and the year tell apart.
TWINS = """UBND TỈNH BẮC NINH
Số: 71/TB-UBND
Bắc Ninh, ngày 15 tháng 9 năm 2025

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại buổi họp giao ban

1. Giao Sở Công Thương thực hiện Kế hoạch số 48/KH-UBND ngày 05/02/2021 của UBND tỉnh Bắc Giang về khuyến công.

2. Giao Sở Y tế thực hiện Kế hoạch số 48/KH-UBND ngày 28/8/2025 của UBND tỉnh Bắc Ninh về tiêm chủng.
"""
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
    """The graph with the reference notice, a paper that cites twins, and nothing else."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    with connect(running.bolt_uri, running.user, running.password) as graph:
        prepare(graph)
        apply(graph, [*read(SAMPLE), *read_bytes(TWINS.encode(), "song-sinh.txt")])


@pytest.fixture(scope="module")
def client(settings: Settings, loaded: None) -> Iterator[httpx.Client]:
    """A caller on this machine, who needs no key."""
    with serving(settings) as client:
        yield client


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with listen("127.0.0.1", 0) as listener:
        port: int = listener.getsockname()[1]
        return port


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
