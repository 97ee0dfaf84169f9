"""Java's AOT cache: made aside, used by the next start, never a reason for a start to fail."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from graph import local
from graph.local import aot, deaths, fetch, server
from graph.local.folder import Folder

PATIENCE = 300  # seconds: it is made at the lowest priority, and the machine may be busy


def silent(*_: object) -> None:
    """Nobody watches."""


def wait(for_what: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not for_what():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def trainings(cache: Path) -> list[psutil.Process]:
    found = psutil.process_iter(["cmdline"])
    return [p for p in found if (p.info["cmdline"] or [])[-2:] == ["graph.local.training", str(cache)]]


@pytest.fixture
def own_cache(cache: Path, tmp_path: Path) -> Iterator[Path]:
    """A cache with every jar, as links into the user's, and no AOT cache."""
    own = tmp_path / "cache"
    for jar in fetch.jars(cache, silent):
        link = own / jar.relative_to(cache)
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(jar, link)
    yield own
    for process in trainings(own):
        process.terminate()
    wait(lambda: not trainings(own))


def test_made_aside_and_used_by_the_next_start(own_cache: Path, home: Path) -> None:
    folder = Folder.of(home)
    local.ensure(home, own_cache, silent)
    assert "AOTCache" not in folder.arguments.read_text()
    local.stop(home, silent)
    wait(lambda: aot.usable(own_cache) and not trainings(own_cache))
    assert not (own_cache / "training").exists()

    local.ensure(home, own_cache, silent)
    assert f"-XX:AOTCache={aot.usable(own_cache)}" in folder.arguments.read_text()
    assert not deaths.cache_was_rejected(folder)
    assert not trainings(own_cache)
    local.stop(home, silent)

    rejected = aot.usable(own_cache)
    touch(own_cache)
    assert local.ensure(home, own_cache, silent).password
    assert deaths.cache_was_rejected(folder)
    assert rejected
    assert not rejected.exists()
    wait(lambda: trainings(own_cache))


def touch(cache: Path) -> None:
    """The same jar with another date, as after a fetch: Java then takes no AOT cache made before."""
    jar = fetch.jars(cache, silent)[0]
    shutil.copyfile(jar, jar.with_suffix(".copy"))
    jar.with_suffix(".copy").replace(jar)


def test_a_killed_training_is_cleared_away_by_the_next(own_cache: Path) -> None:
    scratch = Folder.of(own_cache / "training")
    aot.train_aside(own_cache)
    wait(lambda: server.find(scratch))
    orphan = server.find(scratch)
    assert orphan
    for process in trainings(own_cache):
        process.kill()
    assert orphan.process.is_running()
    assert aot.usable(own_cache) is None
    aot.train_aside(own_cache)
    wait(lambda: not orphan.process.is_running())


def test_two_trainings_at_once_are_one(own_cache: Path) -> None:
    for _ in range(2):
        aot.train_aside(own_cache)
    wait(lambda: server.find(Folder.of(own_cache / "training")))
    wait(lambda: len(trainings(own_cache)) == 1)


def test_a_training_that_is_stopped_takes_its_neo4j_along(own_cache: Path) -> None:
    scratch = Folder.of(own_cache / "training")
    aot.train_aside(own_cache)
    wait(lambda: server.find(scratch))
    (training,) = trainings(own_cache)
    training.terminate()
    training.wait(60)
    assert server.find(scratch) is None
    assert not scratch.root.exists()


@pytest.mark.parametrize("harm", [lambda b: b[: len(b) // 2], lambda b: b[:-1] + b"?", lambda b: b""])
def test_a_damaged_cache_is_dropped(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    """Java would crash on it, some seconds after Neo4j has begun to answer."""
    fresh = tmp_path / "fresh.aot"
    fresh.write_bytes(b"as Java wrote it" * 1000)
    aot.publish(fresh, tmp_path)
    made = aot.usable(tmp_path)
    assert made
    made.write_bytes(harm(made.read_bytes()))
    assert aot.usable(tmp_path) is None
    assert not made.exists()


def test_a_cache_that_java_breaks_down_on_costs_one_more_try(
    own_cache: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option that Java refuses stands for a cache that it cannot bear."""
    fresh = own_cache / "fresh.aot"
    fresh.write_bytes(b"bad")
    aot.publish(fresh, own_cache)
    bad = aot.usable(own_cache)
    assert bad
    monkeypatch.setattr(aot, "options", lambda made: ("-Xmx1k",) if made else ())
    assert local.ensure(home, own_cache, silent).password
    assert not bad.exists()


def test_old_caches_are_not_heaped_up(tmp_path: Path) -> None:
    folder = tmp_path / "aot"
    for age in range(4):
        fresh = tmp_path / "fresh.aot"
        fresh.write_bytes(str(age).encode())
        aot.publish(fresh, tmp_path)
        for made in folder.iterdir():
            os.utime(made, (made.stat().st_mtime - 60,) * 2)
    assert len(list(folder.iterdir())) == 2
