"""Each way to miss the database gives its own clear line, soon, and never the password."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter

import pytest

from graph import connect, local
from graph.failures import GraphFailure, MissingDatabase, Unreachable, WrongAddress, WrongPassword

PASSWORD = "tuyet-mat-1234"  # noqa: S105


def refused(call: Callable[[], object]) -> GraphFailure:
    with pytest.raises(GraphFailure) as told:
        call()
    assert PASSWORD not in str(told.value) + told.value.english() + repr(told.value)
    assert "\n" not in str(told.value)
    return told.value


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_listens(scheme: str) -> None:
    start = perf_counter()
    failure = refused(lambda: connect(f"{scheme}://127.0.0.1:{free_port()}", "neo4j", PASSWORD))
    assert isinstance(failure, Unreachable)
    assert perf_counter() - start < 5


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_something_listens_that_is_not_neo4j_and_says_nothing(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        uri = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        start = perf_counter()
        assert isinstance(refused(lambda: connect(uri, "neo4j", PASSWORD, timeout=1)), Unreachable)
        assert perf_counter() - start < 5


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "bolt://", "", "bolt://a b:1", "bolt://h:port", "bolt+x://h"]
)
def test_no_address_of_neo4j(uri: str) -> None:
    assert isinstance(refused(lambda: connect(uri, "neo4j", PASSWORD)), WrongAddress)


def test_wrong_password(running: local.Running) -> None:
    failure = refused(lambda: connect(running.bolt_uri, "neo4j", PASSWORD))
    assert isinstance(failure, WrongPassword)
    assert running.bolt_uri in str(failure)


def test_missing_database(running: local.Running) -> None:
    failure = refused(lambda: connect(running.bolt_uri, running.user, running.password, "khong-co"))
    assert isinstance(failure, MissingDatabase)
    assert "khong-co" in str(failure)


def test_a_connection_says_nothing_on_stderr(running: local.Running) -> None:
    """Old syntax and unknown labels make the server send notes, which the driver would log."""
    script = (
        "import sys; from graph import connect\n"
        "with connect(*sys.argv[1:]) as graph:\n"
        "    graph.driver.execute_query('MATCH (n:KhongCo) RETURN id(n)', database_=graph.database)\n"
    )
    arguments = [running.bolt_uri, running.user, running.password]
    ended = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
