"""Papers in small: articles, labelled lines, groups, units that a paper does not settle."""

from __future__ import annotations

import pytest

from graph.records import Reading
from ingest import read_bytes

HEAD = (
    "UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG\n\nSố: 12/KH-SCT\n\nLào Cai, ngày 15 tháng 5 năm 2026\n\n"
    "KẾ HOẠCH\nThử nghiệm\n\n"
)


def reading(body: str, head: str = HEAD) -> Reading:
    (only,) = read_bytes((head + body).encode(), "x.txt")
    return only


def charges(found: Reading) -> dict[str, list[tuple[str, str, str]]]:
    return {d.address: [(a.agent, a.role, a.basis) for a in d.assignments] for d in found.directives}


def test_labelled_lines_hold_for_every_item_of_their_heading() -> None:
    found = reading(
        "1. Phát triển các cụm công nghiệp\n- Rà soát, tham mưu điều chỉnh quy hoạch.\n- Đôn đốc hoàn thiện hạ tầng.\n"
        "Đơn vị chủ trì: Phòng Quản lý Công nghiệp; Đơn vị phối hợp: Phòng Quản lý Năng lượng, Văn phòng Sở.\n"
    )
    expected = [
        ("Phòng Quản lý Công nghiệp", "leads", "heading"),
        ("Phòng Quản lý Năng lượng", "supports", "heading"),
        ("Văn phòng Sở", "supports", "heading"),
    ]
    assert charges(found) == {"1.1": expected, "1.2": expected}


def test_articles_are_addressed_as_printed_and_coming_into_force_is_no_order() -> None:
    found = reading("Điều 1. Giao Văn phòng Sở thực hiện.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n")
    assert [(d.address, d.kind) for d in found.directives] == [("dieu1", "order"), ("dieu2", "information")]


def test_own_groups_have_a_parent_and_others_none() -> None:
    found = reading(
        "1. Các phòng, đơn vị rà soát.\n2. Yêu cầu UBND các xã, phường rà soát.\n3. Giao các cơ quan liên quan rà soát."
    )
    parents = {unit.name: unit.parent for unit in found.units if unit.kind == "group"}
    assert parents == {
        "Các phòng, đơn vị": "Sở Công Thương Lào Cai",
        "UBND các xã, phường": None,
        "Các cơ quan liên quan": None,
    }


@pytest.mark.parametrize(
    ("words", "name", "settled"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lào Cai", True),
        ("Cục Thuế tỉnh", "Cục Thuế tỉnh", True),
        ("UBND xã", "Ủy ban nhân dân xã", False),
        ("Bộ Công Thương", "Bộ Công Thương", True),
    ],
)
def test_units_that_a_paper_settles(words: str, name: str, settled: bool) -> None:
    (unit,) = [unit for unit in reading(f"1. Yêu cầu {words} rà soát.").units if unit.name == name]
    assert unit.settled is settled


def test_nothing_settles_a_province_that_is_not_told() -> None:
    (unit,) = reading("1. Yêu cầu UBND tỉnh rà soát.", head="THÔNG BÁO\nKết luận\n\n").units
    assert (unit.name, unit.settled) == ("Ủy ban nhân dân tỉnh", False)


def test_a_commune_completes_its_own_organs() -> None:
    head = (
        "ĐẢNG BỘ TỈNH KHÁNH HÒA\nĐẢNG ỦY XÃ CÔNG HẢI\n\nSố 05-TB/ĐU\n\nCông Hải, ngày 28 tháng 8 năm 2025\n\n"
        "THÔNG BÁO\nKết luận\n\n"
    )
    found = reading("1. Giao UBND xã rà soát Tờ trình số 26/TTr-UBND ngày 25/8/2025, Công văn số 31-CV/ĐU.", head)
    assert "Ủy ban nhân dân xã Công Hải" in {unit.name for unit in found.units}
    assert [(c.number, c.issuer) for c in found.citations] == [
        ("26/TTr-UBND", "Ủy ban nhân dân xã Công Hải"),
        ("31-CV/ĐU", "Đảng ủy xã Công Hải"),
    ]


def test_a_cited_number_in_the_head_is_not_the_papers_own() -> None:
    head = HEAD.replace("SỞ CÔNG THƯƠNG", "SỞ CÔNG THƯƠNG\nĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH\nSỐ 1050/QĐ-SCT")
    assert reading("1. Giao Văn phòng Sở rà soát.", head).document.number == "12/KH-SCT"


@pytest.mark.parametrize("words", ["đồng chí Chánh Văn phòng", "ông Yên Bái", "đồng chí Phó Chủ tịch Hội đồng"])
def test_offices_and_places_are_no_people(words: str) -> None:
    assert reading(f"1. Giao {words} rà soát.").officials == ()


def test_a_list_of_recipients_is_one_each() -> None:
    found = reading("1. Giao Văn phòng Sở rà soát.\n\nNơi nhận:\n- Các Sở: Tài chính, Nội vụ (p/h);\n- Lưu: VT.\n")
    assert [(r.name, r.purpose, r.agent) for r in found.document.recipients] == [
        ("Sở Tài chính", "phối hợp", "Sở Tài chính"),
        ("Sở Nội vụ", "phối hợp", "Sở Nội vụ"),
        ("VT", "lưu", None),
    ]
