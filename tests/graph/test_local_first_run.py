"""A first run that is killed, at the moments that hurt most."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import neo4j
import psutil

from graph import local
from graph.local import aot, fetch, server
from graph.local.folder import Folder

ENSURE = """
import sys
from pathlib import Path
from graph import local
local.ensure(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: None)
"""


def silent(*_: object) -> None:
    """Nobody watches."""


def works(running: local.Running) -> bool:
    with neo4j.GraphDatabase.driver(running.bolt_uri, auth=(running.user, running.password)) as driver:
        records = driver.execute_query("CREATE (n:Works) RETURN n.id", database_="neo4j").records
    return len(records) == 1


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, path
        time.sleep(0.001)


def test_the_starter_is_killed_again_and_again(home: Path, cache: Path) -> None:
    """While the password is told to Neo4j; then while Neo4j starts, which goes on without its starter."""
    for moment in ("run/admin.args", "run/neo4j.pid"):
        starter = subprocess.Popen([sys.executable, "-c", ENSURE, str(home), str(cache)])
        wait_for(home / "neo4j" / moment)
        starter.kill()
        starter.wait()
    begun = server.find(Folder.of(home))
    assert begun
    running = local.ensure(home, cache, silent)
    assert running.pid == begun.process.pid
    assert works(running)
    assert not (home / "neo4j" / "run" / "admin.args").exists()


def test_java_is_killed_again_and_again(home: Path, cache: Path) -> None:
    """Neo4j itself would never come up again from either: an empty server_id, a store without its log."""
    folder = Folder.of(home)
    folder.make()
    jars, archive = fetch.jars(cache, silent), aot.usable(cache)
    for moment in ("data/server_id", "data/databases/system/database_lock"):
        instance = server.launch(folder, jars, aot.options(archive))
        wait_for(folder.root / moment)
        instance.process.kill()
        instance.process.wait()
        assert not folder.password.exists()
    assert works(local.ensure(home, cache, silent))
    assert folder.password.exists()


def test_data_laid_here_before_any_start_is_kept(home: Path, cache: Path) -> None:
    """A backup put back into an empty project: no unfinished start of ours, whatever happens next."""
    folder = Folder.of(home)
    folder.make()
    theirs = folder.data / "databases" / "theirs"
    theirs.mkdir(parents=True)
    for _ in range(2):
        instance = server.launch(folder, fetch.jars(cache, silent))
        instance.process.kill()
        instance.process.wait()
    assert theirs.is_dir()
    assert not psutil.pid_exists(instance.process.pid)
