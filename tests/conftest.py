"""A real Neo4j for every test that wants one: the local one, on a home of its own, fetched once per machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import neo4j
import platformdirs
import pytest

from graph import local


def silent(message: str, done: int | None, total: int | None) -> None:
    """A progress that nobody watches."""


@pytest.fixture(scope="session")
def cache() -> Path:
    """The user's own cache, so that jars are downloaded once and not by every run."""
    named = os.environ.get("CHIDAO_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("chidao")


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[local.Running]:
    """A Neo4j that all tests of a session share; see `empty_graph`."""
    home = tmp_path_factory.mktemp("home")
    try:
        yield local.ensure(home, cache, silent)
    finally:
        local.stop(home, silent)


@pytest.fixture(scope="session")
def driver(running: local.Running) -> Iterator[neo4j.Driver]:
    with neo4j.GraphDatabase.driver(running.bolt_uri, auth=(running.user, running.password)) as driver:
        yield driver


@pytest.fixture
def empty_graph(driver: neo4j.Driver) -> neo4j.Driver:
    """The shared Neo4j with no node in it. Constraints and indexes of earlier tests stay."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")
    return driver


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder of one test's own, named as people name theirs. What runs there is stopped after."""
    home = tmp_path / "Hồ sơ chỉ đạo" / ".chidao"
    try:
        yield home
    finally:
        if home.is_dir():
            local.stop(home, silent)
