"""Files that cannot be read: one clear line each, the right exit code, and the others go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import SAMPLE, Chidao

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb" + bytes(200)

BAD = [
    ("không-có.txt", None, "Không thấy tệp", 2),
    ("rỗng.txt", b"", "không có chữ nào", 1),
    ("ảnh.txt", JPEG, "không phải văn bản thuần", 1),
    ("mã-khác.txt", "Số: /TB-UBND\nKính gửi ".encode() + b"\xd2\xfe\xe1", "không phải chữ UTF-8", 1),
    ("khoảng-trắng.txt", b" " * 50_000_000, "không có chữ nào", 1),
]


@pytest.fixture(params=BAD, ids=lambda case: case[0])
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, int]:
    name, content, told, code = request.param
    if content is not None:
        (tmp_path / name).write_bytes(content)
    return tmp_path / name, told, code


@pytest.mark.parametrize("command", ["extract", "up"])
def test_a_bad_file_is_one_line(chidao: Chidao, bad: tuple[Path, str, int], command: str) -> None:
    path, told, code = bad
    ended = chidao(command, path)
    assert ended.returncode == code
    assert told in ended.stderr
    assert path.name in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_the_others_go_on(chidao: Chidao, tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").touch()
    ended = chidao("extract", "--format", "jsonl", "không-có.txt", SAMPLE, "rỗng.txt")
    assert ended.returncode == 1
    assert ended.stdout.count("\n") == 1
    assert ended.stderr.count("\n") == 2


def test_a_folder_is_walked_by_name_without_hidden_files(chidao: Chidao, tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".ẩn.txt", ".git/d.txt"):
        path = tmp_path / "thư mục" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SAMPLE.read_bytes())
    ended = chidao("ingest", "--preview", "thư mục")
    assert ended.returncode == 0
    assert [line.partition(":")[0] for line in ended.stdout.splitlines()] == ["c.txt", "b.txt", "Chưa ghi gì."]


def test_an_empty_folder_is_wrong_use(chidao: Chidao, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    ended = chidao("extract", "trống")
    assert ended.returncode == 2
    assert "không có tệp nào" in ended.stderr
