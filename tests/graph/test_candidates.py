from __future__ import annotations

import pytest

from graph.candidates import scored

BLANK = dict.fromkeys(f"{one}_{field}" for one in ("stub", "known") for field in ("date", "issuer", "territory"))


@pytest.mark.parametrize(
    ("known", "score", "reason"),
    [
        ({}, 0.5, "cùng số"),
        ({"stub_date": "2023-06", "known_date": "2023-06-02"}, 0.8, "cùng số, cùng ngày"),
        ({"stub_date": "2023-06-02", "known_date": "2023-11-23"}, 0.2, "cùng số, khác ngày"),
        ({"stub_issuer": "UBND tỉnh", "known_issuer": "Ủy ban nhân dân tỉnh"}, 0.6, "cùng số, cùng cơ quan"),
        (
            {"stub_date": "2023", "known_date": "2024", "stub_territory": "Bắc Giang", "known_territory": "Lào Cai"},
            0.1,
            "cùng số, khác ngày, khác địa bàn",
        ),
    ],
)
def test_what_agrees_counts_for_and_what_differs_against(known: dict[str, str], score: float, reason: str) -> None:
    assert scored(BLANK | known) == (score, reason)
