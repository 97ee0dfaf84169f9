"""The password: random, in a file for its owner alone, told to Neo4j once.

Until Neo4j has answered for the first time the password lies in another file, where no one looks for it. So as long
as that file is there nobody but us can have written into the graph, and the data of a first start that was cut off
may be thrown away. It has to be: Neo4j does not come up again from some of the moments at which it can be killed.
"""

from __future__ import annotations

import secrets
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from graph.local import java
from graph.local.failures import PasswordLost, StartFailed
from graph.local.folder import Folder, write_private

USER = "neo4j"


def prepare(folder: Folder, jars: Iterable[Path]) -> None:
    """Before a start: see to it that Neo4j will know our password. It may be cut off anywhere and called again.

    Raises PasswordLost, StartFailed, OSError.
    """
    if folder.first_password.exists():
        shutil.rmtree(folder.data, ignore_errors=True)
    elif not folder.password.exists():
        _invent(folder)
    if not folder.system_database.exists():  # from then on Neo4j keeps it
        _tell(folder, jars)


def current(folder: Folder) -> str:
    """The password, published yet or not. Raises PasswordLost, OSError."""
    file = folder.first_password if folder.first_password.exists() else folder.password
    try:
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise PasswordLost(file=folder.password) from error


def publish(folder: Folder) -> None:
    """After Neo4j has answered: put the password where its owner finds it."""
    if folder.first_password.exists():
        folder.first_password.replace(folder.password)


def _invent(folder: Folder) -> None:
    if folder.system_database.exists():
        raise PasswordLost(file=folder.password)
    # Data that was laid here before any start is somebody's; it must never count as our unfinished work.
    file = folder.password if folder.data.exists() else folder.first_password
    write_private(file, secrets.token_hex(20))


def _tell(folder: Folder, jars: Iterable[Path]) -> None:
    # In a private file and gone after: any account of the machine can read a command line.
    words = (java.ADMIN, "dbms", "set-initial-password", current(folder))
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
