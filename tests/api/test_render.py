"""Answers as data that other programs open."""

from __future__ import annotations

import csv
import io

from api.render import to_csv
from graph import Answer


def test_a_cell_of_a_spreadsheet_runs_nothing() -> None:
    row = {"agent": '=HYPERLINK("http://x")', "note": "+1", "text": "- Giao Sở Y tế", "at": "@cmd"}
    answer = Answer("q", "Q", tuple(row), (row,), "2024-05-18", "2024-05-18T00:00", False, {})
    _, cells = csv.reader(io.StringIO(to_csv(answer)))
    assert cells == ['\'=HYPERLINK("http://x")', "'+1", "- Giao Sở Y tế", "'@cmd"]
