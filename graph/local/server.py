"""One Neo4j process: everything it needs put in place, then started, found again, ended."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.local import config, java, password, ports, processes
from graph.local.failures import DiskFull
from graph.local.folder import PRIVATE, Folder, write_private
from graph.local.ports import LOOPBACK, Ports
from graph.local.running import Running

# With less, Neo4j may die half-way through laying its first files.
_ROOM = 64 << 20  # bytes
_PATIENCE = 60.0  # seconds to stop in; writing out a large graph takes a few


@dataclass(frozen=True)
class Instance:
    """A Java process that runs the Neo4j of `folder`, answering yet or not."""

    folder: Folder
    ports: Ports
    process: psutil.Process

    @property
    def running(self) -> Running:
        return Running(
            bolt_uri=f"bolt://{LOOPBACK}:{self.ports.bolt}",
            browser_url=f"http://{LOOPBACK}:{self.ports.http}/browser/",
            user=password.USER,
            password_file=self.folder.password,
            pid=self.process.pid,
        )


def find(folder: Folder) -> Instance | None:
    process, at = processes.find(folder.arguments, folder.pid), config.read_ports(folder)
    return Instance(folder, at, process) if process and at else None


def launch(folder: Folder, jars: Iterable[Path], options: Iterable[str] = ()) -> Instance:
    """Start Neo4j in `folder` and return at once. Killed at any point, it can be called again.

    Raises DiskFull, PasswordLost, StartFailed, NoJava, OSError.
    """
    if shutil.disk_usage(folder.root).free < _ROOM:
        raise DiskFull(folder=folder.root)
    at = ports.choose(config.read_ports(folder))
    config.write(folder, at)
    password.prepare(folder, jars)
    words = (java.SERVER, f"--home-dir={folder.root}", f"--config-dir={folder.config.parent}")
    java.write_arguments(folder.arguments, jars, words, (*_scratch(folder), *options))
    command, environment = java.command(folder.arguments), java.environment(folder)
    process = processes.detach(command, environment, folder.root, folder.console)
    write_private(folder.pid, str(process.pid))
    return Instance(folder, at, process)


def _scratch(folder: Folder) -> tuple[str, ...]:
    """Keep in our folder what a killed Java would leave in /tmp and ~/.cache for good: unpacked jars and libraries."""
    shutil.rmtree(folder.scratch, ignore_errors=True)
    folder.scratch.mkdir(mode=PRIVATE)
    return tuple(f"-D{name}={folder.scratch}" for name in ("java.io.tmpdir", "jna.tmpdir"))


def end(instance: Instance) -> None:
    """Stop it and wait until it is gone."""
    processes.end(instance.process, _PATIENCE)
    instance.folder.pid.unlink(missing_ok=True)
