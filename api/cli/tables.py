"""Answers and the catalogue for a person: as a table where it fits, else one record after another.

Where no window is written to, nothing is folded, so that grep finds a whole name.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from api.cli.screen import harmless
from api.render import cell
from graph import Answer, Question
from graph.read import Json
from graph.words import word

# Where the words of the evidence stand, for programs; JSON and CSV have them.
FOR_PROGRAMS = {"source", "from_char", "to_char"}
# Asked for by everyone and worth no room.
UNTOLD = {"known_at", "limit"}
# As wide as a table may be where there is no window to fit.
READABLE = 160
UNLIMITED = 1_000_000
# A value is given this much room even in a window that has less.
NARROWEST = 20
GAP = "  "

Rows = Sequence[Sequence[str]]


def show_answer(question: Question, answer: Answer) -> None:
    """Title, what was asked, and the rows without what only programs need."""
    given = [
        f"{name}={_shown(value)}"
        for name, value in answer.parameters.items()
        if value is not None and name not in UNTOLD
    ]
    columns = list(_for_people(answer))
    print(f"{answer.title} ({', '.join(given)})\n")
    headings = dict(zip(question.columns, question.headings, strict=True))
    rows = [[_shown(_said(column, row[column])) for column in columns] for row in answer.rows]
    show([headings[column] for column in columns], rows)
    more = "; còn nữa: hãy hỏi hẹp hơn hoặc tăng limit" if answer.truncated else ""
    print(f"{len(answer.rows)} dòng{more}.\n")


def show_catalogue(catalogue: Sequence[Question]) -> None:
    """Every question with the parameters of its own; those in brackets may be left out."""
    rows = [[one.id, one.title, " ".join(_parameters(one))] for one in catalogue]
    show(["câu hỏi", "nội dung", "tham số"], rows)
    print("Câu nào cũng nhận thêm as_of=ngày, known_at=thời điểm, limit=số dòng.")


def show(columns: Sequence[str], rows: Rows) -> None:
    """Print them in whichever form fits."""
    window = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    on_lines = any("\n" in value for row in rows for value in row)
    if not on_lines and sum(widths) + len(GAP) * (len(widths) - 1) <= (window or READABLE):
        for row in (columns, ["─" * width for width in widths], *rows):
            print(GAP.join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip())
        print()
    else:
        for row in rows:
            _show_record(columns, row, window)


def _for_people(answer: Answer) -> Iterable[str]:
    """Columns that hold something, and not an id that stands beside its name, nor a text that the evidence repeats."""
    for column in answer.columns:
        named = column.removesuffix("_id")
        beside = named != column and named in answer.columns
        beside |= column == "text" and "evidence" in answer.columns
        if column not in FOR_PROGRAMS and not beside and any(row[column] is not None for row in answer.rows):
            yield column


def _parameters(question: Question) -> Iterable[str]:
    for param in question.params:
        if param.name not in {"as_of", "known_at", "limit"}:
            value = "|".join(param.choices) if param.type == "choice" else ""
            yield f"{param.name}={value}" if param.required else f"[{param.name}={value}]"


def _show_record(columns: Sequence[str], row: Sequence[str], window: int | None) -> None:
    indent = " " * (max(map(len, columns)) + len(GAP))
    for column, value in zip(columns, row, strict=True):
        if value:
            room = max(window or UNLIMITED, len(indent) + NARROWEST)
            for name, line in zip_longest([column], filter(None, value.split("\n")), fillvalue=""):
                print(textwrap.fill(line, room, initial_indent=name.ljust(len(indent)), subsequent_indent=indent))
    print()


def _said(column: str, value: Json) -> Json:
    """The Vietnamese word for a word of the contract."""
    return word(column, value) if isinstance(value, str) else value


def _shown(value: Json) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return "; ".join(map(_shown, value)) if isinstance(value, list) else harmless(cell(value))
