"""The password: random, in a file for its owner alone, told to Neo4j once."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Iterable
from pathlib import Path

from graph.local import java
from graph.local.failures import PasswordLost, StartFailed
from graph.local.folder import Folder, write_private

USER = "neo4j"


def prepare(folder: Folder, jars: Iterable[Path]) -> None:
    """See to it that Neo4j's first start will know the password in the file.

    Until that start every call tells it again, so it may be cut off anywhere; from then on Neo4j keeps it. Raises
    PasswordLost, StartFailed, OSError.
    """
    if folder.system_database.exists():
        if not folder.password.exists():
            raise PasswordLost(file=folder.password)
        return
    if not folder.password.exists():
        write_private(folder.password, secrets.token_hex(20))
    _tell(folder, jars)


def _tell(folder: Folder, jars: Iterable[Path]) -> None:
    # In a private file and gone after: any account of the machine can read a command line.
    words = (java.ADMIN, "dbms", "set-initial-password", folder.password.read_text(encoding="utf-8").strip())
    try:
        java.write_arguments(folder.admin_arguments, jars, words)
        done = subprocess.run(  # noqa: S603 - our own Java
            java.command(folder.admin_arguments), env=java.environment(folder), cwd=folder.root,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    finally:
        folder.admin_arguments.unlink(missing_ok=True)
    if done.returncode:
        # What it printed may repeat its arguments, so it is not shown.
        raise StartFailed(line=f"set-initial-password: {done.returncode}", log=folder.log)
