"""Answers over HTTP: every question by both its addresses, as JSON and as CSV, in Vietnamese and English."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import httpx
import pytest

from graph import Question, questions

IMPLEMENTERS = "units-implementing-document"
PLAN = "488/KH-UBND"
UNIT = "Phòng Quản lý khoa học công nghệ cơ sở và Sở hữu trí tuệ"
PLAN_ID = "urn:lex:vn;bac.giang:uy.ban.nhan.dan:ke.hoach:2021;488-kh-ubnd"


def described(client: httpx.Client) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in client.get("/api/v1/questions").json()}


def rows(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


def test_the_catalogue_lists_every_question_without_its_cypher(client: httpx.Client) -> None:
    catalogue = described(client)
    assert list(catalogue) == list(questions())
    assert catalogue[IMPLEMENTERS].keys() == {
        "id", "route", "group", "title", "title_en", "audience", "params", "columns", "headings", "example"
    }  # fmt: skip


@pytest.mark.parametrize("asked", questions().values(), ids=lambda one: one.id)
def test_every_question_answers_at_its_route_and_by_its_id(client: httpx.Client, asked: Question) -> None:
    by_route = client.get(described(client)[asked.id]["example"])
    values = {param.name: param.example for param in asked.params if param.required}
    by_id = client.get(f"/api/v1/questions/{asked.id}", params=values)
    assert rows(by_route) == rows(by_id)
    answer = by_route.json()
    assert answer.keys() == {
        "question", "title", "columns", "rows", "as_of", "known_at", "truncated", "parameters"
    }  # fmt: skip
    assert answer["question"] == asked.id
    assert answer["columns"] == list(asked.columns)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/documents/implementers?number=488/KH-UBND",
        "/api/v1/documents/implementers?number=488%2Fkh-ubnd",
        "/api/v1/documents/488%2FKH-UBND/implementers",
        "/api/v1/documents/488/KH-UBND/implementers",
        f"/api/v1/documents/{PLAN_ID}/implementers",
        f"/api/v1/questions/{IMPLEMENTERS}?document=488/KH-UBND",
        f"/api/v1/questions/{IMPLEMENTERS}?document={PLAN_ID}",
    ],
)
def test_who_implements_a_plan_by_any_address(client: httpx.Client, path: str) -> None:
    (row,) = rows(client.get(path))
    assert (row["agent"], row["role"], row["basis"]) == (UNIT, "leads", "heading")
    assert PLAN in row["evidence"]


def test_as_of_a_day_before_the_notice_there_is_nobody(client: httpx.Client) -> None:
    path = "/api/v1/documents/implementers"
    assert rows(client.get(path, params={"number": PLAN, "as_of": "2024-06-01"}))
    assert not rows(client.get(path, params={"number": PLAN, "as_of": "2024-04-01"}))


def test_csv_by_accept_has_the_columns_and_the_rows(client: httpx.Client) -> None:
    path = f"/api/v1/documents/{PLAN_ID}/implementers"
    answer = client.get(path, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; header=present; charset=utf-8"
    header, row = csv.reader(io.StringIO(answer.text))
    assert header == list(questions()[IMPLEMENTERS].columns)
    assert row[header.index("agent")] == UNIT


def test_the_title_is_in_the_readers_language(client: httpx.Client) -> None:
    english = client.get("/api/v1/deadlines", headers={"Accept-Language": "en"})
    assert english.json()["title"] == questions()["deadlines"].title_en
    assert client.get("/api/v1/deadlines").json()["title"] == questions()["deadlines"].title


def test_more_than_the_limit_is_said(client: httpx.Client) -> None:
    answer = client.get("/api/v1/documents", params={"limit": 3}).json()
    assert (len(answer["rows"]), answer["truncated"]) == (3, True)


def test_a_number_of_several_documents_is_300_with_candidates(client: httpx.Client) -> None:
    answer = client.get("/api/v1/documents/implementers", params={"number": "48/KH-UBND", "as_of": "2030-01-01"})
    assert answer.status_code == 300
    assert answer.headers["content-type"] == "application/problem+json"
    candidates = answer.json()["candidates"]
    assert len(candidates) == 2
    for candidate in candidates:
        assert candidate["number"] == "48/KH-UBND"
        followed = client.get(candidate["href"])
        assert followed.status_code == 200
        assert followed.json()["parameters"]["document"] == candidate["id"]
        assert followed.json()["as_of"] == "2030-01-01"


def test_no_answer_waits_for_the_callers_acknowledgement(client: httpx.Client) -> None:
    took = []
    for _ in range(10):
        started = time.perf_counter()
        client.get("/health/live")
        took.append(time.perf_counter() - started)
    assert min(took) < 0.03


def test_the_page_of_questions_needs_nothing_from_elsewhere(client: httpx.Client) -> None:
    page = client.get("/", follow_redirects=True)
    assert page.url.path == "/docs"
    assert "http" not in page.text.replace("http-equiv", "")
    assert "<script" not in page.text
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for asked in questions().values():
        assert asked.id in page.text
        assert asked.title in page.text
