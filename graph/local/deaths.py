"""Why Neo4j ended while starting, from what Java printed."""

from __future__ import annotations

import re

from graph.local.failures import DiskFull, FolderInUse, StartFailed
from graph.local.folder import Folder
from graph.vocabulary.failures import Failure

_TELLING = re.compile(r"^Caused by: |Exception\b|Error\b|ERROR|\bSIG[A-Z]+ |^Optional\[")
_WRAPPING = re.compile(r'^Caused by: |^Optional\[|^Exception in thread "\w+" |\]$|^# +')
_CLASS_NAME = re.compile(r"^(?:\w+\.)+[\w$]+: ")


def port_was_taken(folder: Folder) -> bool:
    """Another program took a port between our looking and Neo4j's."""
    return "PortBindException" in _console(folder) or "Address already in use" in _console(folder)


def java_broke_down(folder: Folder) -> bool:
    """Java itself crashed or would not begin, which a bad AOT cache can bring about."""
    return re.search("fatal error has been detected|during initialization of VM", _console(folder)) is not None


def cache_was_rejected(folder: Folder) -> bool:
    """Java found the AOT cache unfit and started without it."""
    return re.search(r"^\[.*?\]\[error *\]\[aot", _console(folder), re.MULTILINE) is not None


def failure(folder: Folder) -> Failure:
    """The death, told in one line."""
    said = _console(folder) + _log_of_this_start(folder)
    if "locked by another process" in said:
        return FolderInUse(folder=folder.root)
    if "No space left on device" in said:
        return DiskFull(folder=folder.root)
    return StartFailed(line=telling_line(said), log=folder.log)


def telling_line(said: str) -> str:
    """The last line that says what was wrong, without Java's wrapping: "Unrecognized setting. No declared …".

    Of a chain of causes that is the first one.
    """
    lines = [line for line in said.splitlines() if _TELLING.search(line)]
    last = lines[-1] if lines else "Java bị tắt giữa chừng"
    return _CLASS_NAME.sub("", _WRAPPING.sub("", last)).strip(" .")


def _console(folder: Folder) -> str:
    return folder.console.read_text(encoding="utf-8", errors="replace")


def _log_of_this_start(folder: Folder) -> str:
    try:
        log = folder.log.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    return log.rpartition(" Starting...\n")[2]
