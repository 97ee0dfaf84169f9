"""What a paper rests on, by its opening lines."""

from __future__ import annotations

import pytest

from ingest import read_bytes

PAPER = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 12/QĐ-UBND

Lào Cai, ngày 15 tháng 5 năm 2026

QUYẾT ĐỊNH
Về việc ủy quyền

{opening}

1. Giao Sở Công Thương chủ trì thực hiện.
"""


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Căn cứ Luật số 72/2025/QH15 ngày 16/6/2025;", [("BASED_ON", "72/2025/QH15")]),
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;\nThực hiện Kế hoạch số 134/KH-UBND ngày "
            "26/3/2026 của Ủy ban nhân dân tỉnh;",
            [("BASED_ON", "30/2020/NĐ-CP"), ("IMPLEMENTS", "134/KH-UBND")],
        ),
        (
            "Căn cứ Nghị định số 34/2016/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 154/2020/NĐ-CP;",
            [("BASED_ON", "34/2016/NĐ-CP")],
        ),
        ("Xét đề nghị của Sở Công Thương tại Tờ trình số 1856/TTr-SCT ngày 14/5/2026.", []),
    ],
)
def test_relations_of_the_opening(opening: str, expected: list[tuple[str, str]]) -> None:
    (reading,) = read_bytes(PAPER.format(opening=opening).encode(), "x.txt")
    assert [(relation.type, relation.target) for relation in reading.relations] == expected
    assert all(reading.citations[r.citation].number == r.target for r in reading.relations)


def test_number_and_issuer_give_the_id() -> None:
    (reading,) = read_bytes(PAPER.format(opening="").encode(), "x.txt")
    assert reading.document.number == "12/QĐ-UBND"
    assert reading.document.issuer == "Ủy ban nhân dân tỉnh Lào Cai"
    assert reading.document.id == "urn:lex:vn;lao.cai:uy.ban.nhan.dan:quyet.dinh:2026;12-qd-ubnd"


def test_an_attachment_is_a_document_of_its_own() -> None:
    text = PAPER.format(opening="Căn cứ Luật Giá số 16/2023/QH15;").replace(
        "1. Giao Sở",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý cụm công nghiệp tỉnh Lào Cai.\n\n1. Giao Sở",
    )
    (reading,) = read_bytes(text.encode(), "x.txt")
    (attachment,) = reading.attachments
    assert attachment.id == f"{reading.document.id}:quy.che"
    assert reading.text[attachment.start : attachment.end] == attachment.title
    assert attachment.title == "Quy chế quản lý cụm công nghiệp tỉnh Lào Cai"
    assert attachment.type == "Quy chế"


@pytest.mark.parametrize(
    "words", ["Ban hành kèm theo Quyết định số 1/QĐ-UBND Quy chế A", "ban hành kèm theo Quyết định này phụ lục A"]
)
def test_what_others_promulgate_and_mere_annexes_are_no_attachments(words: str) -> None:
    text = PAPER.format(opening="Căn cứ Luật Giá số 16/2023/QH15;").replace(
        "1. Giao Sở", f"Điều 1. {words}.\n\n1. Giao Sở"
    )
    (reading,) = read_bytes(text.encode(), "x.txt")
    assert reading.attachments == ()


def test_an_act_in_force_from_a_day_says_so() -> None:
    text = PAPER.format(opening="Căn cứ Luật Giá số 16/2023/QH15;").replace(
        "1. Giao Sở",
        "Điều 1. Quyết định này có hiệu lực từ ngày 01/7/2026 và thay thế Quyết định số 5/2020/QĐ-UBND.\n\n1. Giao Sở",
    )
    (reading,) = read_bytes(text.encode(), "x.txt")
    found = {r.type: (r.target, r.scope, r.effective_from) for r in reading.relations}
    assert found["REPLACES"] == ("5/2020/QĐ-UBND", "whole", "2026-07-01")
