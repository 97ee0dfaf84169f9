"""Who and what is the same, across readings (design §4)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.identity import Rows, identify
from graph.identity.ids import number_key, official_id, task_id, unit_id
from graph.records import Assignment, Attachment, Citation, Directive, Mention, Official, Reading, Relation, Task, Unit
from graph.schema import Kind, schema
from ingest import read

SAMPLE = Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt"
SO = "Sở Khoa học và Công nghệ Bắc Giang"


def unit(
    name: str, kind: Any = "unit", parent: str | None = None, territory: str | None = "Bắc Giang", **more: Any
) -> Unit:
    mentions = tuple(Mention(*place) for place in more.get("mentions", ()))
    return Unit(name, more.get("short_name"), more.get("aliases", ()), kind, parent, territory, mentions)


def facts(rows: Rows, type_: str) -> list[dict[str, Any]]:
    return [dict(row) for kind, found in rows.facts.items() if kind.type == type_ for row in found]


def order(text: str, *assignments: Assignment, address: str = "1", at: int = 0) -> Directive:
    return Directive(address, None, text, "order", assignments, (), (), at, at + len(text))


def cited(number: str | None, raw: str, id_: str | None, directive: str | None = None, **more: Any) -> Citation:
    fields = dict.fromkeys(("type", "family", "name", "date", "issuer", "issuer_text", "territory")) | more
    return Citation(
        raw=raw,
        start=0,
        end=len(raw),
        number=number,
        pins=(),
        function="basis",
        directive=directive,
        id=id_,
        rule="r",
        **fields,
    )


@pytest.mark.parametrize(
    "name",
    ["Ủy ban nhân dân tỉnh Bắc Giang", "UBND tỉnh Bắc Giang", "Uỷ ban nhân dân tỉnh", "UBND Bắc Giang"],
)
def test_a_provinces_unit_has_one_id_however_the_province_is_written(name: str) -> None:
    assert unit_id(name, "Bắc Giang", None) == "bac.giang:uy.ban.nhan.dan"


def test_a_city_in_a_province_is_not_the_province() -> None:
    assert unit_id("UBND thành phố Lào Cai", "Lào Cai", None) == "lao.cai:uy.ban.nhan.dan.thanh.pho.lao.cai"
    assert unit_id("UBND thành phố Hà Nội", "Hà Nội", None) == "ha.noi:uy.ban.nhan.dan"


def test_joiners_and_hyphens_do_not_part_units() -> None:
    assert unit_id("Sở Kế hoạch - Đầu tư", "Bắc Giang", None) == unit_id("Sở KH&ĐT", "Bắc Giang", None)


def test_a_unit_inside_another_bears_its_id() -> None:
    assert unit_id("Thanh tra Sở", "Bắc Giang", "bac.giang:so") == "bac.giang:so:thanh.tra.so"
    assert unit_id("Bộ Công an", None, None) == "vn:bo.cong.an"


def test_ids_of_people_tasks_and_numbers() -> None:
    assert official_id("bac.giang:so", "Triệu Ngọc Trung") == "bac.giang:so~trieu.ngoc.trung"
    assert task_id("Bắc Giang", "Ứng dụng KH&CN") == task_id("Bắc Giang", "Ứng dụng khoa học và công nghệ")
    assert number_key("29/2023/QĐ - TTg") == "29/2023/qd-ttg"


def test_a_group_bears_the_issuers_id_and_is_part_only_of_its_parent(make: Any) -> None:
    units = (unit(SO), unit("Các phòng thuộc Sở", "group", SO), unit("Các cơ quan liên quan", "group"))
    rows = identify(make("x", document={"issuer": SO, "territory": "Bắc Giang"}, units=units))
    so = "bac.giang:so.khoa.hoc.cong.nghe"
    assert {row["id"] for row in rows.nodes["Unit"]} == {so, f"{so}:cac.phong.thuoc.so", f"{so}:cac.co.quan.lien.quan"}
    assert [(f["start"], f["end"]) for f in facts(rows, "PART_OF")] == [(f"{so}:cac.phong.thuoc.so", so)]


def test_a_group_without_an_issuer_is_the_papers_own(make: Any) -> None:
    [row] = identify(make("x", units=(unit("Các cơ quan liên quan", "group", territory=None),))).nodes["Unit"]
    assert row["id"] == "urn:lex:vn:lex-1:cac.co.quan.lien.quan"


@pytest.mark.parametrize("territory", [None, "Bắc Giang"])
def test_what_a_paper_does_not_settle_is_never_the_same_in_two(make: Any, territory: str | None) -> None:
    units = (
        replace(unit("UBND tỉnh", territory=territory), settled=False),
        unit("Văn phòng", parent="UBND tỉnh", territory=territory),
    )
    one, other = (identify(make("x", document={"id": id_}, units=units)) for id_ in ("urn:1", "urn:2"))
    assert {row["id"] for row in one.nodes["Unit"]}.isdisjoint(row["id"] for row in other.nodes["Unit"])
    assert all(str(row["id"]).startswith("urn:1:") for row in one.nodes["Unit"])


def test_a_mere_name_without_a_place_is_settled_only_by_the_number_it_stands_with(make: Any) -> None:
    number = "5/KH-UBND"
    for id_, issuer in ((None, "urn:lex:vn:lex-1:uy.ban.nhan.dan.tinh"), ("urn:x", "vn:uy.ban.nhan.dan.tinh")):
        citations = (cited(number, number, id_, issuer="Ủy ban nhân dân tỉnh"),)
        [row] = identify(make(number, citations=citations)).nodes["Unit"]
        assert row["id"] == issuer


def test_units_that_contain_each_other_still_get_ids(make: Any) -> None:
    reading = make("x", units=(unit("A", parent="B"), unit("B", parent="A")))
    assert {row["id"] for row in identify(reading).nodes["Unit"]} == {"bac.giang:b:a", "bac.giang:a:b"}


def test_the_same_name_in_two_offices_stays_two(make: Any) -> None:
    people = (Official("Nguyễn Văn A", "Giám đốc Sở", SO, ()),)
    one = identify(make("x", document={"issuer": SO, "territory": "Bắc Giang"}, units=(unit(SO),), officials=people))
    other = identify(make("x", document={"issuer": "Bộ Y tế"}, officials=(Official("Nguyễn Văn A", None, None, ()),)))
    assert one.nodes["Official"][0]["id"] == "bac.giang:so.khoa.hoc.cong.nghe~nguyen.van.a"
    assert other.nodes["Official"][0]["id"] == "vn:bo.y.te~nguyen.van.a"


def test_a_position_is_seen_on_the_day_of_the_paper(make: Any) -> None:
    document = {"issuer": SO, "issue_date": "2024-05", "meeting_date": "2024-05-04"}
    reading = make(
        "Nguyễn Văn A", document=document, officials=(Official("Nguyễn Văn A", "Giám đốc", SO, (Mention(0, 12),)),)
    )
    [held] = facts(identify(reading), "HOLDS")
    assert (held["title"], held["seen_on"], held["quote"]) == ("Giám đốc", "2024-05-04", "Nguyễn Văn A")


def test_a_title_that_names_no_unit_is_no_position_in_the_issuer(make: Any) -> None:
    people = (Official("Trần Văn B", "Phó Thủ tướng Chính phủ", None, (Mention(0, 10),)),)
    reading = make("Trần Văn B", document={"issuer": SO}, officials=people)
    assert facts(identify(reading), "HOLDS") == []


def test_two_names_of_one_agent_lead_once_and_explicit_wins(make: Any) -> None:
    text = "Sở KH&CN chủ trì"
    parts = (
        Assignment("Sở KH&CN", "unit", "leads", "heading", None, "h", 0, 8),
        Assignment("Sở Khoa học và Công nghệ", "unit", "leads", "explicit", "chủ trì", "e", 0, 8),
    )
    units = (unit("Sở KH&CN"), unit("Sở Khoa học và Công nghệ"))
    [leads] = facts(identify(make(text, directives=(order(text, *parts),), units=units)), "LEADS")
    assert (leads["basis"], leads["cue"]) == ("explicit", "chủ trì")


def test_two_names_of_one_unit_are_one_node_with_both_names(make: Any) -> None:
    names = ("Ủy ban nhân dân", "Ủy ban nhân dân tỉnh Bắc Giang")
    rows = identify(make("x", units=tuple(unit(name) for name in names)))
    [node] = rows.nodes["Unit"]
    [named] = rows.facts[Kind("MENTIONS", "Document", "Agent")]
    for row in (node, named):
        assert (row["name"], row["name_keys"]) == (names[1], ["uy ban nhan dan", "uy ban nhan dan tinh bac giang"])


def test_who_is_named_without_a_part_is_mentioned(make: Any) -> None:
    text = "Sở A báo cáo Bộ B"
    part = Assignment("Sở A", "unit", "leads", "explicit", None, "r", 0, 4)
    units = (
        unit("Sở A", mentions=[(0, 4)]),
        unit("Bộ B", territory=None, mentions=[(13, 17)]),
        unit("Sở C", mentions=[(40, 44)]),
    )
    rows = identify(make(text, directives=(order(text, part),), units=units))
    [mentions] = rows.facts[Kind("MENTIONS", "Directive", "Agent")]
    assert (mentions["end"], mentions["quote"]) == ("vn:bo.b", "Bộ B")
    assert len(rows.facts[Kind("MENTIONS", "Document", "Agent")]) == 3, "the paper names them all"


def test_a_citation_that_settles_nothing_points_to_a_stub_of_its_own(make: Any) -> None:
    reading = make("26-CT/TU", citations=(cited("26-CT/TU", "26-CT/TU", None),))
    rows = identify(reading)
    [cites] = facts(rows, "CITES")
    assert cites["end"] == f"stub:{reading.document.id}~26.ct.tu"
    assert (cites["status"], cites["number_text"], cites.get("type_text")) == ("stub", "26-CT/TU", None)


@pytest.mark.parametrize(
    ("raw", "type_text", "number_text"),
    [
        ("Kế hoạch số 65/KH-KHCN ngày 22/4/2024", "Kế hoạch", "65/KH-KHCN"),
        ("Nghị quyết 59-NQ/TW", "Nghị quyết", "59-NQ/TW"),
        ("Số 26/2007/QĐ-TTg ngày 15/02/2007", None, "26/2007/QĐ-TTg"),
        ("65/KH-KHCN ngày 22/4/2024", None, "65/KH-KHCN"),
    ],
)
def test_type_and_number_stay_as_written(make: Any, raw: str, type_text: str | None, number_text: str) -> None:
    [cites] = facts(identify(make(raw, citations=(cited(number_text, raw, "urn:x"),))), "CITES")
    assert (cites.get("type_text"), cites["number_text"]) == (type_text, number_text)


def test_citations_stand_at_their_directive_or_at_the_document(make: Any) -> None:
    text = "Theo 65/KH-KHCN"
    both = (cited("65/KH-KHCN", text, "urn:a", "1"), cited("70/KH-KHCN", text, "urn:b"))
    rows = identify(make(text, directives=(order(text),), citations=both))
    assert {(f["start"], f["end"]) for f in facts(rows, "CITES")} == {
        ("urn:lex:vn:lex-1~1", "urn:a"),
        ("urn:lex:vn:lex-1", "urn:b"),
    }


def test_a_legal_relation_goes_to_what_its_citation_means(make: Any) -> None:
    text = "Sửa đổi Nghị định số 30/2020/NĐ-CP"
    relation = Relation("AMENDS", "30/2020/NĐ-CP", 0, "part", ("dieu5",), "2025-01-01", 0, 7)
    reading = make(text, citations=(cited("30/2020/NĐ-CP", text, "urn:nd30"),), relations=(relation,))
    [amends] = facts(identify(reading), "AMENDS")
    assert (amends["end"], amends["scope"], amends["pins"], amends["quote"]) == (
        "urn:nd30",
        "part",
        ["dieu5"],
        "Sửa đổi",
    )


def test_a_task_has_one_id_in_two_papers(make: Any) -> None:
    document = {"territory": "Bắc Giang"}
    tasks = [
        (Task("Ứng dụng KH&CN nuôi ngựa", "tỉnh", "1", 0, 4),),
        (Task("Ứng dụng khoa học công nghệ nuôi ngựa", None, "1", 0, 4),),
    ]
    one, other = (identify(make("text", document=document, directives=(order("text"),), tasks=t)) for t in tasks)
    assert one.nodes["Task"][0]["id"] == other.nodes["Task"][0]["id"]


@pytest.fixture(scope="module")
def notice() -> Reading:
    return read(SAMPLE)[0]


def test_every_fact_of_the_notice_is_where_it_says(notice: Reading) -> None:
    checked = 0
    for kind, rows in identify(notice).facts.items():
        for row in rows:
            place = int(str(row["from_char"])), int(str(row["to_char"]))
            assert row["mention"] == f"{notice.source.sha256}:{place[0]}"
            assert row["source"] == notice.source.sha256
            assert row["rule"]
            if "quote" in row:
                assert notice.text[slice(*place)] == row["quote"], kind
                checked += 1
    assert checked > 100


def test_every_value_of_the_notice_is_declared(notice: Reading) -> None:
    rows = identify(notice)
    for label, nodes in rows.nodes.items():
        assert {name for row in nodes for name in row} <= set(schema().labels[label].properties)
    for kind, facts_ in rows.facts.items():
        declared = schema().relationships[kind.type]
        assert kind in declared.kinds
        assert {name for row in facts_ for name in row} - {"start", "end"} <= set(declared.properties)


def test_every_end_of_a_fact_is_a_node_of_the_notice(notice: Reading) -> None:
    rows = identify(notice)
    ids = {label: {row["id"] for row in nodes} for label, nodes in rows.nodes.items()}
    ids["Agent"] = ids["Unit"] | ids["Official"]
    for kind, found in rows.facts.items():
        assert {row["start"] for row in found} <= ids[kind.start]
        assert {row["end"] for row in found} <= ids[kind.end]


def test_the_same_reading_gives_the_same_rows_and_another_gives_another_hash(notice: Reading, make: Any) -> None:
    assert identify(notice) == identify(read(SAMPLE)[0])
    read_from = Kind("READ_FROM", "Document", "Source")
    one, other = identify(make("x")), identify(make("x", units=(unit("Sở A"),)))
    assert one.facts[read_from][0]["said"] != other.facts[read_from][0]["said"]


def test_an_attachment_is_promulgated_under_an_id_of_its_own(make: Any) -> None:
    text = "Ban hành kèm theo Quyết định này Quy chế quản lý"
    start = text.index("Quy chế")
    reading = make(text, attachments=(Attachment("urn:parent:quy.che", "Quy chế", text[start:], start, len(text)),))
    identified = identify(reading)
    [promulgates] = facts(identified, "PROMULGATES")
    assert (promulgates["end"], promulgates["quote"]) == ("urn:parent:quy.che", "Quy chế quản lý")
    assert "urn:parent:quy.che" in {node["id"] for node in identified.nodes["Document"]}
