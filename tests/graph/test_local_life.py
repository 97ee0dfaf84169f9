"""The local Neo4j as its users live with it: started twice, stopped, killed, beside others."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest

from graph import local
from graph.local import config, ports
from graph.local.failures import FolderInUse, PasswordLost, WrongPassword
from graph.local.folder import Folder
from graph.local.ports import LOOPBACK, Ports

ENSURE = """
import json, sys
from pathlib import Path
from graph import local
running = local.ensure(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: None)
print(json.dumps([running.pid, running.bolt_uri]))
"""


def silent(*_: object) -> None:
    """Nobody watches."""


def ask(running: local.Running, question: str) -> list[object]:
    with neo4j.GraphDatabase.driver(running.bolt_uri, auth=(running.user, running.password)) as driver:
        return [record[0] for record in driver.execute_query(question, database_="neo4j").records]


def listener(port: int) -> socket.socket:
    taken = socket.socket()
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind((LOOPBACK, port))
    taken.listen()
    return taken


def servers_of(home: Path) -> list[psutil.Process]:
    word = f"@{Folder.of(home).arguments}"
    return [p for p in psutil.process_iter(["cmdline"]) if word in (p.info["cmdline"] or [])]


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("Hồ sơ chỉ đạo") / ".chidao"
    try:
        yield home
    finally:
        local.stop(home, silent)


@pytest.fixture
def own(own_home: Path, cache: Path) -> local.Running:
    """A Neo4j that these tests may stop and kill; running when a test begins."""
    return local.ensure(own_home, cache, silent)


def test_a_second_start_finds_the_first(running: local.Running, cache: Path) -> None:
    home = running.password_file.parent.parent
    assert local.ensure(home, cache, silent) == running == local.status(home)


def test_two_starts_at_once_from_bare_accounts_share_one(home: Path, cache: Path) -> None:
    """Two commands in the same second, in a shell without Java, home folder or a UTF-8 locale."""
    bare = {"PATH": "/nonexistent", "LANG": "C", "JAVA_TOOL_OPTIONS": "-Xmx1m", "NEO4J_CONF": "/nonexistent"}
    command = [sys.executable, "-c", ENSURE, str(home), str(cache)]
    both = [subprocess.Popen(command, env=bare, stdout=subprocess.PIPE) for _ in range(2)]
    said = [json.loads(one.communicate(timeout=100)[0]) for one in both]
    assert said[0] == said[1]
    assert [process.pid for process in servers_of(home)] == [said[0][0]]


def test_stopping_keeps_the_data_and_the_address(own: local.Running, own_home: Path, cache: Path) -> None:
    ask(own, "CREATE (:Kept {id: 1})")
    assert local.stop(own_home, silent)
    assert not local.stop(own_home, silent)
    assert local.status(own_home) is None
    assert servers_of(own_home) == []
    again = local.ensure(own_home, cache, silent)
    assert (again.bolt_uri, again.password) == (own.bolt_uri, own.password)
    assert ask(again, "MATCH (n:Kept) RETURN n.id") == [1]


def test_a_killed_server_comes_back_with_its_data(own: local.Running, own_home: Path, cache: Path) -> None:
    """The machine is switched off; its pid is another program's when it is on again, and the ports are taken."""
    ask(own, "CREATE (:Survivor {id: 1})")
    for process in servers_of(own_home):
        process.kill()
        process.wait()
    folder = Folder.of(own_home)
    folder.pid.write_text(str(os.getpid()))
    assert local.status(own_home) is None
    before = config.read_ports(folder)
    assert before
    with listener(before.bolt), listener(before.http):
        again = local.ensure(own_home, cache, silent)
    assert again.bolt_uri != own.bolt_uri
    assert ask(again, "MATCH (n:Survivor) RETURN n.id") == [1]


@pytest.mark.parametrize("text", ["", "not a number", "999999999", "-1", str(os.getpid())])
def test_a_stale_pidfile_is_nobody(home: Path, text: str) -> None:
    folder = Folder.of(home)
    folder.make()
    folder.pid.write_text(text)
    assert local.status(home) is None
    assert not local.stop(home, silent)
    assert psutil.pid_exists(os.getpid())


def test_a_server_whose_pidfile_is_lost_is_found(running: local.Running, cache: Path) -> None:
    """Its starter was killed between starting it and noting it down."""
    home = running.password_file.parent.parent
    Folder.of(home).pid.unlink()
    assert local.status(home) == running
    assert local.ensure(home, cache, silent).pid == running.pid


def test_a_port_taken_at_the_last_moment(
    own: local.Running, own_home: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone takes the port after we looked and before Neo4j has it."""
    local.stop(own_home, silent)
    honest = ports.choose
    with listener(0) as taken:
        port = taken.getsockname()[1]
        rash = iter([Ports(port, honest(None).http)])
        monkeypatch.setattr(ports, "choose", lambda previous: next(rash, None) or honest(previous))
        again = local.ensure(own_home, cache, silent)
        assert again.bolt_uri != f"bolt://{LOOPBACK}:{port}"
    assert ask(again, "RETURN 1") == [1]


def test_two_projects_side_by_side(running: local.Running, own: local.Running) -> None:
    assert running.bolt_uri != own.bolt_uri
    assert running.password != own.password
    ask(own, "CREATE (:Mine)")
    assert ask(running, "MATCH (n:Mine) RETURN count(n)") == [0]


def test_another_program_holds_the_data(own: local.Running, own_home: Path, cache: Path) -> None:
    """A Neo4j that is not ours, from Docker for one: told in one line, and nothing of it is touched."""
    local.stop(own_home, silent)
    store_lock = Folder.of(own_home).data / "databases" / "store_lock"
    with store_lock.open("r+") as file, pytest.raises(FolderInUse):
        fcntl.lockf(file, fcntl.LOCK_EX)
        local.ensure(own_home, cache, silent)
    assert servers_of(own_home) == []


def test_a_changed_password_is_told(own: local.Running, own_home: Path, cache: Path) -> None:
    password = own.password
    own.password_file.write_text("another\n")
    with pytest.raises(WrongPassword) as told:
        local.ensure(own_home, cache, silent)
    own.password_file.write_text(password)
    assert "another" not in str(told.value) + told.value.english()


def test_a_lost_password_is_told(own: local.Running, own_home: Path, cache: Path) -> None:
    """While Neo4j runs and after; with data there no new password is made up."""
    kept = own.password_file.rename(own_home / "kept")
    with pytest.raises(PasswordLost):
        local.ensure(own_home, cache, silent)
    assert local.stop(own_home, silent)
    with pytest.raises(PasswordLost):
        local.ensure(own_home, cache, silent)
    assert Folder.of(own_home).system_database.exists()
    kept.rename(own.password_file)
