"""What a person types for a parameter."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph import question
from graph.failures import BadParameter
from graph.parameters import typed

DEADLINES = question("deadlines")


def test_defaults_are_today_now_and_nothing() -> None:
    values = typed(DEADLINES, {})
    assert values["as_of"] == date.today().isoformat()
    assert abs((datetime.now(UTC) - values["known_at"]).total_seconds()) < 5
    assert (values["until"], values["collection"], values["limit"]) == (None, None, 500)


@pytest.mark.parametrize("written", ["2024-05-18", "18/5/2024", "18-05-2024", " 18.5.2024 "])
def test_days(written: str) -> None:
    assert typed(DEADLINES, {"until": written})["until"] == "2024-05-18"


def test_a_day_as_a_time_is_its_end() -> None:
    end = typed(DEADLINES, {"known_at": "2024-05-18"})["known_at"].astimezone()
    assert (end.date(), end.hour, end.minute) == (date(2024, 5, 18), 23, 59)
    assert typed(DEADLINES, {"known_at": "2024-05-18T08:00:00+07:00"})["known_at"] == datetime(
        2024, 5, 18, 1, tzinfo=UTC
    )


def test_empty_text_is_no_value() -> None:
    assert typed(DEADLINES, {"until": "  ", "limit": ""}) | {"known_at": 0} == typed(DEADLINES, {}) | {"known_at": 0}


@pytest.mark.parametrize(
    ("values", "name", "example"),
    [
        ({"until": "mai"}, "until", "2024-05-18"),
        ({"until": "31/2/2024"}, "until", "2024-05-18"),
        ({"limit": "0"}, "limit", "100"),
        ({"limit": "10001"}, "limit", "100"),
        ({"limit": "nhiều"}, "limit", "100"),
        ({"known_at": "hôm qua"}, "known_at", "2024-05-18T08:00"),
    ],
)
def test_a_malformed_value_is_told_with_an_example(values: dict[str, str], name: str, example: str) -> None:
    with pytest.raises(BadParameter) as told:
        typed(DEADLINES, values)
    assert f"“{name}”" in str(told.value)
    assert f"{name}={example}" in str(told.value)
    assert f"{name}={example}" in told.value.english()


@pytest.mark.parametrize(
    ("asked", "name", "written", "meant"),
    [
        ("directives-of-unit", "role", "leads", "leads"),
        ("directives-of-unit", "role", "Chủ trì", "leads"),
        ("directives-of-unit", "role", "phoi hop", "supports"),
        ("tasks", "level", "Tinh", "tỉnh"),
        ("documents", "coverage", "đã nạp", "full"),
        ("documents", "type", "ke hoach", "Kế hoạch"),
        ("units", "kind", "đơn vị", "unit"),
    ],
)
def test_a_choice_in_either_language_with_or_without_marks(asked: str, name: str, written: str, meant: str) -> None:
    assert typed(question(asked), {"unit": "x"} if asked == "directives-of-unit" else {})[name] is None
    values = {name: written} | ({"unit": "x"} if asked == "directives-of-unit" else {})
    assert typed(question(asked), values)[name] == meant


def test_what_is_no_choice_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BadParameter) as told:
        typed(question("directives-of-unit"), {"unit": "x", "role": "làm"})
    assert "có: leads (chủ trì), supports (phối hợp), directs (chỉ đạo). Ví dụ: role=leads" in str(told.value)
    with pytest.raises(BadParameter, match=r"có: .*Kế hoạch.*, …"):
        typed(question("documents"), {"type": "kế hoạt"})


def test_a_missing_value_and_an_unknown_name() -> None:
    with pytest.raises(BadParameter, match="bắt buộc"):
        typed(question("document"), {})
    with pytest.raises(BadParameter, match="“day”"):
        typed(DEADLINES, {"day": "2024-05-18"})


def test_a_time_outside_the_calendar_is_a_malformed_value() -> None:
    for said in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        with pytest.raises(BadParameter, match="không hiểu giá trị"):
            typed(DEADLINES, {"known_at": said})
