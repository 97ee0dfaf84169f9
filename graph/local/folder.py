"""Where the files of one project's Neo4j lie, and how they are written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

PRIVATE = 0o700


@dataclass(frozen=True)
class Folder:
    """One Neo4j's own folder, `home/neo4j`, open to its owner alone. Nothing is made until `make`."""

    root: Path

    @classmethod
    def of(cls, home: Path) -> Folder:
        # One folder must have one name: the running process is recognised by it.
        return cls(home.resolve() / "neo4j")

    @property
    def config(self) -> Path:
        return self.root / "conf" / "neo4j.conf"

    @property
    def password(self) -> Path:
        return self.root / "password"

    @property
    def first_password(self) -> Path:
        """Where the password is until Neo4j has answered once; see `password`."""
        return self.root / "run" / "first-password"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def system_database(self) -> Path:
        """Exists from Neo4j's first start on."""
        return self.data / "databases" / "system"

    @property
    def arguments(self) -> Path:
        """What Java is started with; `java @this` in a process list is this folder's Neo4j and no other."""
        return self.root / "run" / "java.args"

    @property
    def admin_arguments(self) -> Path:
        return self.root / "run" / "admin.args"

    @property
    def pid(self) -> Path:
        return self.root / "run" / "neo4j.pid"

    @property
    def scratch(self) -> Path:
        """Java's temporary files, emptied at every start."""
        return self.root / "tmp"

    @property
    def lock(self) -> Path:
        """Held by the one command that starts or stops this Neo4j."""
        return self.root / "run" / "lock"

    @property
    def console(self) -> Path:
        """What Java itself printed since the last start."""
        return self.root / "logs" / "console.log"

    @property
    def log(self) -> Path:
        return self.root / "logs" / "neo4j.log"

    def make(self) -> None:
        """Make the folder and its rooms, closed to others even if it was open before. Raises OSError."""
        self.root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        self.root.chmod(PRIVATE)
        for room in ("conf", "import", "logs", "run"):
            (self.root / room).mkdir(mode=PRIVATE, exist_ok=True)


def write_private(path: Path, text: str) -> None:
    """Put a file in place whole, readable by its owner alone. A reader sees the old text or the new, never a part.

    Raises OSError; the old text then stands.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
