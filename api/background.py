"""The API in the background: one for each home, started by `chidao up`, known by a small file, ended by `down`."""

from __future__ import annotations

import http.client
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from filelock import FileLock

from api.failures import CannotListen, ServerDidNotStart
from api.server import address, listen
from api.settings import Settings
from graph.local.alone import told
from graph.local.processes import detach, is_alive

START_SECONDS = 30.0
STOP_SECONDS = 15.0
PORTS_TRIED = 50


@dataclass(frozen=True, slots=True)
class Background:
    """A running API: its process, known by number and start time, where it answers, and which database it asks."""

    pid: int
    started: float
    url: str
    database: str


def start(settings: Settings, database: str) -> Background:
    """Return the API of this home that asks `database`, starting it where it does not run.

    Raises:
        CannotListen: no port is free.
        ServerDidNotStart: it ended, or did not answer in time.
        FolderNotWritable, DiskFull: its log or note cannot be written.
    """
    with _alone(settings):
        running = find(settings)
        if running and running.database == database and _answers(running.url):
            return running
        if running:
            _end(running)
        return _start(settings, database)


def find(settings: Settings) -> Background | None:
    """The API that `up` started here, while its process lives; a file left by a dead one counts for nothing."""
    with suppress(OSError, ValueError, TypeError, psutil.NoSuchProcess):
        noted = Background(**json.loads(_note(settings).read_text(encoding="utf-8")))
        process = psutil.Process(noted.pid)
        if process.create_time() == noted.started and is_alive(process):
            return noted
    return None


def stop(settings: Settings) -> bool:
    """End it; whether there was one. Answers under way are finished first."""
    if not _note(settings).exists():
        return False
    with _alone(settings):
        running = find(settings)
        if running:
            _end(running)
        _note(settings).unlink(missing_ok=True)
    return running is not None


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Two that start at once must not end with two servers and a note of one."""
    with told(settings.home):
        settings.logs.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.home / "api.lock"):
            yield


def _end(running: Background) -> None:
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(running.pid)
        process.terminate()
        if not _within(STOP_SECONDS, lambda: not is_alive(process)):
            process.kill()


def _start(settings: Settings, database: str) -> Background:
    port = _free_port(settings)
    log = settings.logs / "api.log"
    # -P: a folder named “api” where the user stands must not be taken for ours.
    environment = {**os.environ, "CHIDAO_PORT": str(port), "PYTHONUTF8": "1"}
    process = detach([sys.executable, "-P", "-m", "api", "serve"], environment, Path.cwd(), log)
    started = Background(process.pid, process.create_time(), address(settings, port), database)
    _note(settings).write_text(json.dumps(asdict(started)), encoding="utf-8")
    _within(START_SECONDS, lambda: _answers(started.url) or not is_alive(process))
    if not _answers(started.url):
        _end(started)
        raise ServerDidNotStart(log=log)
    return started


def _free_port(settings: Settings) -> int:
    last = min(settings.port + PORTS_TRIED, 65535)
    for port in range(settings.port, last):
        with suppress(CannotListen), closing(listen(settings.host, port)):
            return port
    with closing(listen(settings.host, last)):
        return last


def _answers(url: str) -> bool:
    with suppress(OSError, http.client.HTTPException), closing(_connection(url)) as connection:
        connection.request("GET", "/health/live")
        return connection.getresponse().status == http.client.OK
    return False


def _connection(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=2.0)


def _within(seconds: float, happened: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happened():
            return True
        time.sleep(0.05)
    return False


def _note(settings: Settings) -> Path:
    return settings.home / "api.json"
