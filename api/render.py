"""Answers and the catalogue as data: the same JSON and CSV from the command and over HTTP."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, fields
from typing import Any

from graph import Answer, Question
from graph.read import Json


def to_json(answer: Answer, indent: int | None = None) -> str:
    """The answer's fields under their own names; rows are objects keyed by column."""
    named = {field.name: getattr(answer, field.name) for field in fields(answer)}
    return json.dumps(named, ensure_ascii=False, indent=indent)


_FORMULAS = ("=", "+", "@")


def to_csv(answer: Answer) -> str:
    """One header line and the rows, as RFC 4180 has it; a list in a cell is its JSON."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(answer.columns)
    writer.writerows([_no_formula(cell(row[column])) for column in answer.columns] for row in answer.rows)
    return text.getvalue()


def _no_formula(text: str) -> str:
    """A spreadsheet runs a cell that begins so; words of a paper must not (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def describe(question: Question) -> dict[str, Any]:
    """A question as the catalogue shows it; how it is asked of the database stays out."""
    return {name: value for name, value in asdict(question).items() if name != "cypher"}


def cell(value: Json) -> str:
    """One value as a person reads it; nothing where there is none."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
