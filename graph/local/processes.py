"""Finding, starting and ending the Java processes of a folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

if sys.platform == "win32":
    _APART = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _APART = 0  # a new session is enough


def find(arguments: Path, pid_file: Path) -> psutil.Process | None:
    """The process that runs `java @arguments`: the one in `pid_file`, else whichever does.

    Whichever, because a starter killed at the wrong moment leaves Neo4j running and nothing recorded. The command
    line is asked and not a start time, since it tells our process from any other that got its number later, even
    after the machine's clock was set.
    """
    for process in (*_recorded(pid_file), *psutil.process_iter()):
        if _runs(process, arguments):
            return process
    return None


def detach(command: Sequence[str], environment: Mapping[str, str], folder: Path, output: Path) -> psutil.Process:
    """Start a process that outlives this one and prints to `output`. Raises OSError."""
    with output.open("wb") as file:
        child = subprocess.Popen(  # noqa: S603 - our own Java or Python and our own words
            command, env=environment, cwd=folder, start_new_session=True, creationflags=_APART,
            stdin=subprocess.DEVNULL, stdout=file, stderr=file,
        )  # fmt: skip
    child.returncode = 0  # else Popen warns when it is dropped that the child still runs, as it should
    return psutil.Process(child.pid)


def is_alive(process: psutil.Process) -> bool:
    """Whether it still runs. One that ended and whose parent has not looked yet counts as ended."""
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def end(process: psutil.Process, patience: float) -> None:
    """Ask it to stop, wait `patience` seconds, then stop it the hard way, which Neo4j's own log makes good."""
    with suppress(psutil.NoSuchProcess):
        process.terminate()
        try:
            process.wait(patience)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait()


def listens(process: psutil.Process, port: int) -> bool:
    """Whether this very process listens on `port`; another program there must not be sent the password."""
    with suppress(psutil.NoSuchProcess):
        return any(
            connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
            for connection in process.net_connections("tcp")
        )
    return False


def _recorded(pid_file: Path) -> Iterable[psutil.Process]:
    with suppress(OSError, ValueError, psutil.NoSuchProcess):
        yield psutil.Process(int(pid_file.read_text(encoding="ascii")))


def _runs(process: psutil.Process, arguments: Path) -> bool:
    with suppress(psutil.Error):
        return process.cmdline()[1:2] == [f"@{arguments}"] and is_alive(process)
    return False
