"""Wrong use: exit code 2 and one line that says in Vietnamese what is wrong and where help is."""

from __future__ import annotations

import pytest

from .conftest import SAMPLE, Chidao

WRONG = [
    (["nạp"], "Không có lệnh “nạp”"),
    (["ingets", "x"], "Có: ingest"),
    (["ask", "--nope"], "Không có tùy chọn --nope. Xem “chidao ask --help”."),
    (["ingest"], "Thiếu ĐƯỜNG_DẪN…"),
    (["extract"], "Thiếu ĐƯỜNG_DẪN"),
    (["extract", str(SAMPLE), "--format", "xml"], "Giá trị của --format không dùng được"),
    (["ask", "deadlines", "18/5/2024"], "“18/5/2024” không có dạng tên=giá_trị"),
    (["ask", "unit-implementing-document"], "Không có câu hỏi “unit-implementing-document”"),
    (["down", "now"], "Lệnh thừa hoặc thiếu"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG)
def test_wrong_use_is_one_line(chidao: Chidao, arguments: list[str], told: str) -> None:
    ended = chidao(*arguments)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("CHIDAO_PORT", "nhiều"), ("CHIDAO_PORT", "0"), ("NEO4J_URI", "http://x"), ("CHIDAO_HOST", "a b")],
)
def test_wrong_setting_is_named_but_not_shown(chidao: Chidao, name: str, value: str) -> None:
    ended = chidao("serve", **{name: value})
    assert ended.returncode == 2
    assert f"Biến môi trường {name} không hợp lệ" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_off_loopback_without_a_key_does_not_start(chidao: Chidao) -> None:
    ended = chidao("serve", CHIDAO_HOST="0.0.0.0", NEO4J_URI="bolt://127.0.0.1:1")  # noqa: S104 - what must not open
    assert ended.returncode == 2
    assert "CHIDAO_API_KEY" in ended.stderr
