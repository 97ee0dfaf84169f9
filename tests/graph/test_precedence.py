"""Which source is believed (design §4 rule 11)."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from graph.precedence import Evidence, weighed


def text(mention: str, reader: str = "plain", **values: Any) -> Evidence:
    return Evidence("text", reader, mention, values)


def citation(mention: str, **values: Any) -> Evidence:
    return Evidence("citation", None, mention, values)


def test_register_over_text_over_ocr_over_citation() -> None:
    said = [
        citation("a:1", subject="citation", issuer="citation", type="citation", family="citation"),
        text("b:1", "tesseract-ocr", subject="ocr", issuer="ocr", type="ocr"),
        text("c:1", subject="text", issuer="text"),
        Evidence("register", "vbpl", "d:1", {"subject": "register"}),
    ]
    for order in permutations(said):
        _, row = weighed("urn:x", order)
        assert [row[name] for name in ("subject", "issuer", "type", "family")] == [
            "register",
            "text",
            "ocr",
            "citation",
        ]


def test_ties_go_to_the_smaller_hash_whatever_the_order() -> None:
    said = [citation("b:1", issue_date="2021-08-30"), citation("a:9", issue_date="2021-08-29")]
    assert weighed("urn:x", said) == weighed("urn:x", reversed(said))
    assert weighed("urn:x", said)[1]["issue_date"] == "2021-08-29"


def test_coverage_is_the_best_way_in_which_it_is_known() -> None:
    register = Evidence("register", "vbpl", "r:1", {})
    assert weighed("urn:x", [citation("a:1")])[1]["coverage"] == "cited"
    assert weighed("urn:x", [citation("a:1"), register])[1]["coverage"] == "registered"
    assert weighed("urn:x", [citation("a:1"), register, text("b:1")])[1]["coverage"] == "full"


def test_the_number_tells_serial_symbol_and_year() -> None:
    _, row = weighed("urn:x", [citation("a:1", number="29/2023/QĐ-TTg", issue_date="2024-01-01")])
    assert (row["serial"], row["symbol"], row["year"], row["number_key"]) == ("29", "QĐ-TTg", 2023, "29/2023/qd-ttg")
    _, row = weighed("urn:x", [citation("a:1", number="26-CT/TU", issue_date="2023-06-02")])
    assert (row["serial"], row["symbol"], row["year"]) == ("26", "CT/TU", 2023)


def test_a_notice_of_conclusions_is_a_notice_and_no_other() -> None:
    assert weighed("urn:x", [text("a:1", type="Thông báo", subject="Kết luận của Giám đốc Sở")])[0] == "Notice"
    assert weighed("urn:x", [text("a:1", type="Thông báo", subject="Tuyển dụng viên chức")])[0] == "Document"
    assert weighed("urn:x", [text("a:1", type="Kế hoạch", subject="Thực hiện Kết luận 29")])[0] == "Document"
