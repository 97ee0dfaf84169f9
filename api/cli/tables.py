"""Answers and the catalogue as tables for a person.

On a terminal a long cell is folded to the window; elsewhere each row is one line, so that grep finds a whole name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.render import cell
from graph import Answer, Question

UNFOLDED = 1_000_000


def show_answer(answer: Answer) -> None:
    """Title, what it was asked for, rows."""
    given = ", ".join(f"{name}={cell(value)}" for name, value in answer.parameters.items() if value is not None)
    rows = ([cell(row[column]) for column in answer.columns] for row in answer.rows)
    print(f"{answer.title} ({given})")
    _show(answer.columns, rows)
    more = "; còn nữa, hãy hỏi hẹp hơn hoặc tăng limit" if answer.truncated else ""
    print(f"{len(answer.rows)} dòng{more}.")


def show_catalogue(catalogue: Sequence[Question]) -> None:
    """Every question with its parameters; those in brackets may be left out."""
    _show(
        ("câu hỏi", "nội dung", "tham số"),
        ([one.id, one.title, _parameters(one)] for one in catalogue),
    )


def _parameters(question: Question) -> str:
    return " ".join(one.name if one.required else f"[{one.name}]" for one in question.params)


def _show(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(*columns, box=box.SIMPLE, pad_edge=False)
    for row in rows:
        # Text, as a document's own brackets are no markup of ours.
        table.add_row(*(Text(value) for value in row))
    console = Console(file=sys.stdout)
    console.print(table, width=None if console.is_terminal else UNFOLDED, no_wrap=not console.is_terminal)
