"""One process at a time, and operating system errors told in words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from graph.local.failures import DiskFull, FolderNotWritable
from graph.local.running import Progress

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def alone(lock: Path, waiting: str, progress: Progress) -> Iterator[None]:
    """Hold `lock`, telling `waiting` where another holds it. The system frees it when its holder is killed.

    Raises OSError.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(lock, poll_interval=0.1)
    try:
        held.acquire(blocking=False)
    except Timeout:
        progress(waiting, None, None)
        held.acquire()
    try:
        yield
    finally:
        held.release()


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Any OSError within is DiskFull or FolderNotWritable of `folder`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(folder=folder) from error
        raise FolderNotWritable(folder=folder, reason=error.strerror or error) from error
