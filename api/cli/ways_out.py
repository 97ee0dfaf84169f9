"""How the command ends: an exit code always, a traceback never."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from typer import Abort, Exit

from api.cli.group import chidao

PART_MISSING = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


def use_utf8() -> None:
    """Vietnamese goes out as UTF-8 whatever the console or pipe was set to; Windows would take its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except (KeyboardInterrupt, Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has seen enough (`| head`). Nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        return _told(error)
    return code


def _told(error: Exception) -> int:
    try:
        from api.cli.complaints import tell  # noqa: PLC0415 - only a command that fails waits for its imports
    except ImportError as broken:
        print(f"Bản cài đặt của chidao thiếu một phần ({broken}). Hãy cài lại.", file=sys.stderr)
        return PART_MISSING
    return tell(error)


def _invoke(arguments: Sequence[str]) -> int:
    try:
        with chidao.make_context("chidao", list(arguments) or ["--help"]) as context:
            return int(chidao.invoke(context) or 0)
    except Exit as way_out:
        return way_out.exit_code
