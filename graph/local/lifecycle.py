"""The three verbs: have it running, look, stop."""

from __future__ import annotations

from pathlib import Path

from graph.local import aot, deaths, fetch, ready, server
from graph.local.alone import alone, told
from graph.local.folder import Folder
from graph.local.running import Progress, Running

_ATTEMPTS = 3  # one may fail over a taken port and one over an AOT cache
_BUSY = "Một lệnh khác đang khởi động hoặc dừng Neo4j, xin chờ"


def ensure(home: Path, cache: Path, progress: Progress) -> Running:
    """Return a Neo4j that answers over Bolt, with the data of `home`: the one that runs, else one started now.

    Safe to call from several processes at once and after any of them was killed. Raises a Failure from
    `graph.local.failures`; the data is then as it was.
    """
    folder, cache = Folder.of(home), cache.resolve()
    with told(folder.root):
        folder.make()
        with alone(folder.lock, _BUSY, progress):
            return _reuse_or_start(folder, cache, progress)


def status(home: Path) -> Running | None:
    """The Neo4j of `home` if its process runs. Changes nothing.

    While its first start is not over, its password file is not there yet.
    """
    instance = server.find(Folder.of(home))
    return instance.running if instance else None


def stop(home: Path, progress: Progress) -> bool:
    """Stop it cleanly and wait until it is gone; the data stays. True if something was stopped."""
    folder = Folder.of(home)
    if not folder.lock.exists():
        return False
    with told(folder.root), alone(folder.lock, _BUSY, progress):
        if not (instance := server.find(folder)):
            return False
        progress("Đang dừng Neo4j", None, None)
        server.end(instance)
        return True


def _reuse_or_start(folder: Folder, cache: Path, progress: Progress) -> Running:
    found = server.find(folder)
    if found and _comes_up(found):
        return found.running
    for _ in range(_ATTEMPTS):
        jars, archive = _fetch(cache, progress)
        progress("Đang khởi động Neo4j", None, None)
        instance = server.launch(folder, jars, aot.options(archive))
        if _comes_up(instance):
            _care_for(archive, folder, cache)
            return instance.running
        _remedy(archive, folder)
    raise deaths.failure(folder)


def _fetch(cache: Path, progress: Progress) -> tuple[tuple[Path, ...], Path | None]:
    """The jars and, if there is one, the AOT cache."""
    with told(cache):
        return fetch.jars(cache, progress), aot.usable(cache)


def _comes_up(instance: server.Instance) -> bool:
    try:
        ready.wait_until_ready(instance)
    except ready.Died:
        return False
    return True


def _remedy(archive: Path | None, folder: Folder) -> None:
    """Take away what Neo4j died of, for another attempt. Raises the failure where that is not in our hands."""
    if archive and deaths.java_broke_down(folder):
        aot.discard(archive)
    elif not deaths.port_was_taken(folder):
        raise deaths.failure(folder)


def _care_for(archive: Path | None, folder: Folder, cache: Path) -> None:
    """After a start: have an AOT cache made where there is none that Java takes."""
    if archive and not deaths.cache_was_rejected(folder):
        return
    if archive:
        aot.discard(archive)
    aot.train_aside(cache)
