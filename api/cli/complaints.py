"""One line on stderr for whatever went wrong, in words that a clerk understands; below it, choices if any."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from typer import BadParameter, TyperException

# Typer tells its other wrong uses apart only in the click that it carries within itself.
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

from api.cli.group import UnknownCommand
from api.cli.screen import harmless
from api.errors import outcome
from api.failures import Unexpected, WrongUse
from graph.failures import Ambiguous
from graph.vocabulary.failures import Failure

CHOICES_SHOWN = 10


def tell(error: Exception) -> int:
    """Print the line, below it what there is to choose from, and return the exit code."""
    failure = error if isinstance(error, Failure) else _as_failure(error)
    print(harmless(" ".join(str(failure).split())), file=sys.stderr)
    if isinstance(failure, Ambiguous):
        print(harmless("\n".join(_choices(failure))), file=sys.stderr)
    return outcome(failure).exit


def _choices(several: Ambiguous) -> Iterator[str]:
    """Each candidate as a person knows it, under it the id to ask with."""
    for one in several.candidates[:CHOICES_SHOWN]:
        told = (one.number, one.name if one.name != one.id else None, one.detail, one.date)
        yield "  " + " · ".join(" ".join(part.split()) for part in told if part)
        yield f"    {one.id}"
    if len(several.candidates) > CHOICES_SHOWN:
        yield f"  … và {len(several.candidates) - CHOICES_SHOWN} nữa"


def _as_failure(error: Exception) -> Failure:
    if isinstance(error, TyperException):
        context = error.ctx if isinstance(error, UsageError) else None
        return WrongUse(what=_what(error), command=context.command_path if context else "chidao")
    return Unexpected(log=_written_down(error))


def _what(error: TyperException) -> str:
    match error:
        case UnknownCommand():
            return error.message
        case NoSuchOption():
            return f"Không có tùy chọn {error.option_name}."
        case MissingParameter(param=param) if param:
            return f"Thiếu {param.display_name_raw}."
        case BadParameter(param=param) if param:
            return f"Giá trị của {' / '.join(param.opts)} không dùng được."
    return "Lệnh thừa hoặc thiếu phần nào đó."


def _written_down(error: Exception) -> Path:
    """Keep the trace of a bug for whoever mends it, in the home's logs or, where those cannot be written, among the
    system's temporary files."""
    name = f"loi-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
    home = Path(os.environ.get("CHIDAO_HOME") or ".chidao").expanduser().absolute()
    try:
        return _write(home / "logs" / name, error)
    except OSError:
        return _write(Path(tempfile.gettempdir()) / name, error)


def _write(path: Path, error: Exception) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
        path.chmod(0o600)
        traceback.print_exception(error, file=file)
    return path
