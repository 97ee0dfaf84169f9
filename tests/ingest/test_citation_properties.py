"""What holds for citations in any text: look-alike writings give the same values, and other words change nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import read_bytes
from ingest.failures import Empty

TYPES = [
    "Quyết định số ",
    "Nghị định số ",
    "Kế hoạch số ",
    "Chỉ thị số ",
    "Công văn số ",
    "theo Luật Thủy lợi số ",
    "số ",
]
NUMBERS = [
    "29/2023/QĐ-TTg",
    "488/KH-UBND",
    "26-CT/TU",
    "29/2013/QH13",
    "734/SKHCN-TĐC",
    "66.19/2026/NQ-CP",
    "30c/NQ-CP",
]
DATES = ["", " ngày 02/6/2023", " ngày 19 tháng 12 năm 2023", ", ngày 3-5-2024", " năm 2024"]
PINS = ["", "điểm đ khoản 2 Điều 5 ", "khoản 1, 2 và 3 Điều 7 của ", "Phụ lục II kèm theo ", "các Điều 5, 6 "]
ISSUERS = ["", " của Thủ tướng Chính phủ", " của Ủy ban nhân dân tỉnh Lào Cai", " của Tỉnh ủy", "; ", ", ", " và "]
sentences = st.lists(
    st.tuples(*(st.sampled_from(part) for part in (PINS, TYPES, NUMBERS, DATES, ISSUERS))).map("".join),
    min_size=1,
    max_size=6,
).map(lambda parts: "Thực hiện " + " ".join(parts))
WRITINGS = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "new tones": lambda text: text.replace("ủy", "uỷ").replace("Ủy", "Uỷ"),
    "eth": lambda text: text.replace("Đ", "Ð"),
    "soft hyphens": lambda text: text.replace("ịnh", "ị\u00adnh").replace("tháng", "th\u00adáng"),
    "no-break hyphens": lambda text: text.replace("-", "\u2011"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


def values(text: str) -> list[tuple[object, ...]]:
    """What is cited, without spans and spellings."""
    (reading,) = read_bytes(text.encode(), "x.txt")
    assert all(reading.text[c.start : c.end] == c.raw for c in reading.citations)
    return [(c.number, c.name, c.date, c.type, c.pins, c.issuer) for c in reading.citations]


@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS)
@settings(max_examples=60, deadline=None)
@given(sentences)
def test_writings_that_look_alike_cite_the_same(writing, text: str) -> None:  # type: ignore[no-untyped-def]
    assert values(writing(text)) == values(text)
    assert values(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789/-.,;:()“” \nABCĐQNTUHKLabcđiểmkhoảnĐiềuLuậtsốngàycủa", max_size=300))
def test_any_letters_around_numbers_are_read_without_an_exception(text: str) -> None:
    try:
        values(text)
    except Empty:
        assert not any(character.isalnum() for character in text)
