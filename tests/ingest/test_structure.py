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


@pytest.mark.parametrize(
    ("cited", "same_as_own"),
    [
        ("Kế hoạch số 12/KH-SCT ngày 15/5/2026", True),
        ("Kế hoạch số 12/KH-SCT ngày 15/5/2026 của Sở Công Thương", True),
        ("Kế hoạch số 12/KH-SNV ngày 15/5/2026 của Sở Nội vụ", False),
    ],
)
def test_one_document_has_one_id_by_its_head_its_code_and_its_words(cited: str, same_as_own: bool) -> None:
    own = reading("1. Giao Văn phòng Sở rà soát.").document.id
    citing = reading(f"1. Giao Văn phòng Sở thực hiện {cited}.", HEAD.replace("12/KH-SCT", "15/KH-SCT"))
    (citation,) = citing.citations
    assert citation.id is not None
    assert (citation.id == own) is same_as_own


def test_the_papers_own_number_is_no_citation() -> None:
    assert reading("1. Giao Văn phòng Sở thực hiện Kế hoạch số 12/KH-SCT ngày 15/5/2026.").citations == ()


def test_plans_of_province_district_and_commune_are_three() -> None:
    issuers = ("UBND tỉnh", "UBND huyện Sơn Động", "UBND xã Tân An", "UBND xã")
    found = reading("\n".join(f"- Thực hiện Kế hoạch số 12/KH-UBND ngày 02/5/2024 của {issuer}." for issuer in issuers))
    ids = [citation.id for citation in found.citations]
    assert len(set(ids)) == 4
    assert ids[-1] is None  # of which commune, the words do not say


def test_a_deadline_on_a_labelled_line_holds_for_its_items_and_a_named_lead_displaces_the_labelled_one() -> None:
    found = reading(
        "1. Quy hoạch cụm công nghiệp\n- Giao Thanh tra Sở chủ trì rà soát.\n- Tham mưu điều chỉnh.\n"
        "Đơn vị chủ trì: Văn phòng Sở; Đơn vị phối hợp: Thanh tra Sở.\nThời gian hoàn thành: trước ngày 30/6/2026.\n"
    )
    assert charges(found) == {
        "1.1": [("Thanh tra Sở", "leads", "explicit")],
        "1.2": [("Văn phòng Sở", "leads", "heading"), ("Thanh tra Sở", "supports", "heading")],
    }
    assert [[x.date for x in d.deadlines] for d in found.directives] == [["2026-06-30"], ["2026-06-30"]]


def test_addresses_are_unique_where_items_split_and_marks_repeat() -> None:
    found = reading("3. Sở Y tế rà soát hồ sơ; Sở Nội vụ thẩm định hồ sơ.\n3. Sở Tài chính báo cáo kết quả.")
    assert [d.address for d in found.directives] == ["3;1", "3;2", "3;2;2"]


@pytest.mark.parametrize(
    "words",
    [
        "Văn phòng Sở tổng hợp các nhiệm vụ UBND tỉnh giao Sở Tài chính thực hiện.",
        "Văn phòng Sở giải trình nội dung Bộ Xây dựng yêu cầu Sở Tài chính làm rõ.",
    ],
)
def test_what_others_ordered_is_no_order(words: str) -> None:
    assert "Sở Tài chính" not in {agent for agent, _, _ in charges(reading(f"1. {words}"))["1"]}


@pytest.mark.parametrize(
    ("words", "function"),
    [
        ("Triển khai thực hiện", "implements"),
        ("Dừng thực hiện", "mention"),
        ("Tham mưu bãi bỏ việc thực hiện", "mention"),
    ],
)
def test_what_is_stopped_is_not_implemented(words: str, function: str) -> None:
    (citation,) = reading(f"1. {words} Kế hoạch số 15/KH-UBND ngày 02/5/2024.").citations
    assert citation.function == function


@pytest.mark.parametrize(
    "words",
    [
        "số liệu tính đến ngày 31/12/2025",
        "quy định có hiệu lực đến ngày 01/7/2027",
        "từ ngày 01/6/2026 đến ngày 30/6/2026",
    ],
)
def test_days_that_qualify_are_no_deadlines(words: str) -> None:
    assert reading(f"1. Giao Văn phòng Sở tổng hợp {words}.").directives[0].deadlines == ()


def test_a_past_deadline_is_kept_and_flagged() -> None:
    found = reading("1. Giao Văn phòng Sở báo cáo trước ngày 30/3/2025.")
    assert [d.date for d in found.directives[0].deadlines] == ["2025-03-30"]
    assert "L35" in {warning.rule for warning in found.warnings}


def test_bare_words_that_could_be_anybody_charge_nobody() -> None:
    found = reading("1. Ký hợp đồng với Công ty Hoàng Hà.\n2. Doanh nghiệp có trách nhiệm niêm yết giá.")
    assert charges(found)["2"] == []


def test_two_owners_of_the_like_leave_the_short_form_alone() -> None:
    found = reading("1. Các đơn vị thuộc Sở rà soát.\n2. Các đơn vị báo cáo.\n3. Các đơn vị thuộc tỉnh rà soát.")
    assert charges(found)["2"] == [("Các đơn vị", "leads", "explicit")]


def test_bullets_of_an_annex_are_no_recipients() -> None:
    found = reading(
        "1. Giao Văn phòng Sở rà soát.\n\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nHoàng Văn An\n\n"
        "PHỤ LỤC\n- Công ty Hoàng Hà bị xử phạt\n"
    )
    assert [r.name for r in found.document.recipients] == ["Sở Nội vụ", "VT"]


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Quyết định số 19/2025/QĐ-UBND tỉnh Phú Thọ ngày 3/3/2025", "Ủy ban nhân dân tỉnh Phú Thọ"),
        ("Kế hoạch số 12/KH-SCT của Sở Công Thương tỉnh Yên Bái", "Sở Công Thương tỉnh Yên Bái"),
        ("Nghị quyết số 35-NQ/TU ngày 29/12/2025 của Tỉnh ủy", "Tỉnh ủy Lào Cai"),
        ("Báo cáo số 15-BC/HU ngày 3/3/2025", None),
    ],
)
def test_whose_a_cited_number_is_the_words_say_first(words: str, issuer: str | None) -> None:
    (citation,) = reading(f"1. Giao Văn phòng Sở thực hiện {words}.").citations
    assert citation.issuer == issuer
