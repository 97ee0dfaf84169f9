"""What is refused before anything reads it, and in which words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.vocabulary.failures import Failure
from ingest import read, read_bytes
from ingest.failures import Empty, Missing, TooLarge, Undecodable, Unreadable, Unsupported
from ingest.source import MAX_BYTES

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043000806060706") + b"\x00\x9c" * 40
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + b"\xff" * 40


@pytest.mark.parametrize(
    ("data", "failure", "says"),
    [
        (b"", Empty, "không có chữ nào"),
        (b" " * 50_000_000, Empty, "không có chữ nào"),
        ("—–…\n\n!".encode(), Empty, "không có chữ nào"),
        (JPEG, Unsupported, "ảnh"),
        (PNG, Unsupported, "ảnh"),
        (b"PK\x03\x04\x14\x00\x06\x00" + b"\xfe" * 60, Unsupported, "không phải văn bản thuần"),
        (b"abc\x00def", Unsupported, "nhị phân"),
        (b"Th\xf4ng b\xe1o", Undecodable, "byte thứ 2"),
        (b'[{"a": 1}]', Unsupported, "JSON"),
        (b"<!doctype html><html><p>Quyet dinh", Unsupported, "HTML"),
        (b"{\\rtf1\\ansi Quyet dinh}", Unsupported, "RTF"),
        (b"a" * (MAX_BYTES + 1), TooLarge, "quá lớn"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
def test_refused(data: bytes, failure: type[Failure], says: str) -> None:
    with pytest.raises(failure) as told:
        read_bytes(data, "thongbao.txt")
    assert says in str(told.value)
    assert "thongbao.txt" in str(told.value)
    assert "Chưa lưu gì" in str(told.value)
    assert "\n" not in str(told.value)
    assert told.value.english() != str(told.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="Không thấy tệp"):
        read(tmp_path / "khong-co.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read(tmp_path)


def test_a_byte_order_mark_is_no_letter() -> None:
    (reading,) = read_bytes("\ufeffTHÔNG BÁO\n\n1. Giao Sở Y tế chủ trì thực hiện.".encode(), "x.txt")
    assert reading.text.startswith("THÔNG BÁO")


def test_markdown_marks_are_left_out_and_counted() -> None:
    text = "## 1. Đối với **Văn phòng Sở**\n\n- Xem [trang](http://a.vn/b) *ngay*.\\-  \nHết"
    (reading,) = read_bytes(text.encode(), "x.md")
    assert reading.text == "1. Đối với Văn phòng Sở\n\n- Xem trang ngay.-\nHết"
    assert reading.source.media_type == "text/markdown"
    assert reading.source.report == {"heading_marks": 1, "emphasis": 2, "links": 1, "escapes": 1, "line_breaks": 1}


def test_plain_text_keeps_its_stars() -> None:
    (reading,) = read_bytes("Ghi chú: * là số ước, 2*3 và #5.".encode(), "x.txt")
    assert reading.text == "Ghi chú: * là số ước, 2*3 và #5."
    assert reading.source.media_type == "text/plain"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "x.txt"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="không phải tệp thường"):
        read(pipe)


def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(Unreadable):
        read(Path("/dev/zero"))


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o-c\xe1o.txt"))
    path.write_text("1. Giao Sở Y tế chủ trì thực hiện.", encoding="utf-8")
    (reading,) = read(path)
    assert reading.source.name == "b�o-c�o.txt"
