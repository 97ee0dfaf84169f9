"""What is going on, told on stderr, and only of what takes longer than a second: stdout is the answer's alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

from graph.local import Progress as Say

PATIENCE = 1.0  # seconds in which nothing needs to be said
BETWEEN_LINES = 5.0


class _Face(Protocol):
    def say(self, words: str, done: int | None, total: int | None) -> None: ...

    def show(self) -> None: ...

    def close(self) -> None: ...


@contextmanager
def progress() -> Iterator[Say]:
    """Give a function that is told what is being done, how much of it, and of how much in all."""
    face: _Face = _Bar() if sys.stderr.isatty() else _Lines()
    timer = Timer(PATIENCE, face.show)
    timer.daemon = True
    timer.start()
    try:
        yield face.say
    finally:
        timer.cancel()
        timer.join()
        face.close()


class _Bar:
    """A bar that moves, and is gone when the work is done."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
        # Rich would send what is printed meanwhile to stderr too: right where both are the terminal, else never.
        self._bar = Progress(
            *columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()
        )
        self._task = self._bar.add_task("", total=None)

    def say(self, words: str, done: int | None, total: int | None) -> None:
        self._bar.update(self._task, description=words, completed=done or 0, total=total)

    def show(self) -> None:
        self._bar.start()

    def close(self) -> None:
        self._bar.stop()


class _Lines:
    """A plain line now and then, for logs and pipes."""

    def __init__(self) -> None:
        self._line = ""
        self._next = float("inf")

    def say(self, words: str, done: int | None, total: int | None) -> None:
        self._line = f"{words} {done * 100 // total} %" if total and done is not None else words
        if monotonic() >= self._next:
            self.show()

    def show(self) -> None:
        if self._line:
            print(self._line, file=sys.stderr, flush=True)
        self._next = monotonic() + BETWEEN_LINES

    def close(self) -> None:
        """Nothing to clear away."""
