"""How much of a fetch is done, added up over the threads that fetch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from graph.local.running import Progress

_EVERY = 0.1  # seconds between two calls: each chunk is only 8 KiB


class Meter:
    """Tells `progress` the bytes done, never from two threads at once."""

    def __init__(self, progress: Progress, message: str, total: int) -> None:
        self._progress, self._message, self._total = progress, message, total
        self._had = 0
        self._received: dict[str, int] = {}
        self._told_at = 0.0
        self._lock = Lock()

    def begin_at(self, done: int) -> None:
        """`done` bytes were there before."""
        self._had = done
        self._progress(self._message, done, self._total)

    @contextmanager
    def file(self, name: str, size: int) -> Iterator[Callable[[int], None]]:
        """jgo's progress callback: one file's download, from its first byte even when it is tried again."""
        with self._lock:
            self._received[name] = 0
        yield lambda count: self._add(name, count)

    def _add(self, name: str, count: int) -> None:
        with self._lock:
            self._received[name] += count
            done = self._had + sum(self._received.values())
            if done >= self._total or time.monotonic() - self._told_at >= _EVERY:
                self._told_at = time.monotonic()
                self._progress(self._message, done, self._total)
