"""Files and folders that a command was given, read one after another; one that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.cli.complaints import tell
from api.cli.screen import harmless
from api.failures import NoFiles
from graph.local import Progress
from graph.records import Reading
from graph.vocabulary.failures import Failure
from ingest import read
from ingest.failures import Unreadable

PARTIAL = 1

Paths = Annotated[
    list[Path],
    typer.Argument(metavar="ĐƯỜNG_DẪN…", readable=False, help="Tệp hoặc thư mục (thư mục được duyệt hết, trừ tệp ẩn)."),
]


class Reader:
    """Reads what it can, tells each failure in one line, and knows the exit code that follows."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._good = 0
        self._codes: set[int] = set()

    def read(self, paths: Sequence[Path]) -> Iterator[Reading]:
        """What every readable file says, files in the order given, those of a folder by name."""
        files = list(self._files(paths))
        for done, file in enumerate(files):
            self._progress(f"Đang đọc {harmless(file.name)}", done, len(files))
            yield from self._read(file)

    @property
    def exit_code(self) -> int:
        """0 without failures. A failure's own code where nothing else was given, else 1: a part could not be done."""
        if self._good or len(self._codes) > 1:
            return PARTIAL if self._codes else 0
        return max(self._codes, default=0)

    def _files(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            inside = sorted(_walk(path, self._refuse)) if _is_folder(path) else [path]
            if not inside:
                self._codes.add(tell(NoFiles(name=path)))
            yield from inside

    def _refuse(self, error: OSError) -> None:
        """A folder that cannot be looked into is told, and not left out without a word."""
        self._codes.add(tell(Unreadable(name=harmless(str(error.filename)), reason=error.strerror or "?")))

    def _read(self, file: Path) -> Sequence[Reading]:
        try:
            readings = read(file)
        except Failure as failure:
            self._codes.add(tell(failure))
            return ()
        self._good += 1
        return readings


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # too long, or under a folder that is closed to us: reading it says why
        return False


def _walk(folder: Path, refuse: Callable[[OSError], None]) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(inside) / name for name in names if not name.startswith("."))
