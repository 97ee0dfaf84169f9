"""The two values that callers of this package see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.local.failures import NotReady

# (what is being done, in Vietnamese; bytes done; bytes in all). The numbers are there only while fetching.
Progress = Callable[[str, int | None, int | None], None]


@dataclass(frozen=True)
class Running:
    """A Neo4j that runs on this machine, reachable from this machine only.

    The password is in `password_file` (mode 0600) and not in this value, so that printing or logging it is harmless.
    """

    bolt_uri: str
    browser_url: str
    user: str
    password_file: Path
    pid: int

    @property
    def password(self) -> str:
        """Read afresh each time, since its owner may have changed it.

        Raises NotReady where there is none: the first start is not over, or the file is gone. Raises OSError.
        """
        try:
            return self.password_file.read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise NotReady(pid=self.pid, file=self.password_file) from error
