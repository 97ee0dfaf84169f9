"""What a reader's headers ask for."""

from __future__ import annotations

import pytest

from api.negotiation import language, wants_csv


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "vi"),
        ("*", "vi"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("vi, en;q=0.9", "vi"),
        ("en-GB,en;q=0.9,vi;q=0.4", "en"),
        ("fr, de;q=0.8", "vi"),
        ("vi;q=0, en;q=0.1", "en"),
        ("en;q=zero", "vi"),
        (";;,,=", "vi"),
    ],
)
def test_language(header: str, chosen: str) -> None:
    assert language(header) == chosen


@pytest.mark.parametrize(
    ("header", "csv"),
    [
        ("", False),
        ("*/*", False),
        ("text/*", False),
        ("text/csv", True),
        ("text/csv;q=0.5, application/json", False),
        ("application/json;q=0.5, text/csv", True),
        ("text/csv; header=present; q=0.9, */*;q=0.1", True),
    ],
)
def test_csv_only_by_name(header: str, csv: bool) -> None:
    assert wants_csv(header) is csv
