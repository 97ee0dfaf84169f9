"""Every error has one shape, RFC 9457, in the reader's language, and tells nothing that is not theirs to know."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr
from starlette.types import ASGIApp

from api.headers import SecurityHeaders
from api.limits import Backstop
from api.settings import Settings

from .conftest import free_port, serving

QUESTION = "/api/v1/questions/units-implementing-document"
Request = tuple[str, str, dict[str, str]]
CASES: list[tuple[Request, int, str]] = [
    (("GET", "/nothing", {}), 404, "not-found"),
    (("GET", "/api/v1/questions/nothing", {}), 404, "question-unknown"),
    (("POST", "/api/v1/questions", {}), 405, "method-not-allowed"),
    (("DELETE", "/health/live", {}), 405, "method-not-allowed"),
    (("GET", QUESTION, {}), 422, "parameter-bad"),
    (("GET", f"{QUESTION}?document=488/KH-UBND&nope=1", {}), 422, "parameter-bad"),
    (("GET", f"{QUESTION}?document=488/KH-UBND&as_of=hôm-nào", {}), 422, "parameter-bad"),
    (("GET", f"{QUESTION}?document=999999/KH-UBND", {}), 404, "document-unknown"),
    (("GET", "/api/v1/documents/urn:lex:vn:none/implementers", {}), 404, "document-unknown"),
    (("GET", f"/nothing?{'x' * 9000}", {}), 414, "address-too-long"),
    (("POST", "/nothing", {"Content-Length": str(10**6)}), 413, "body-too-long"),
    (("GET", "/health/live", {"Host": "evil.example"}), 403, "host-refused"),
]


@pytest.fixture(scope="module")
def away() -> Iterator[httpx.Client]:
    """An API whose database is not there."""
    with serving(Settings(NEO4J_URI=f"bolt://127.0.0.1:{free_port()}", NEO4J_PASSWORD=SecretStr("bí-mật-9"))) as client:
        yield client


def check(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem.keys() >= {"type", "title", "status", "detail", "instance", "code"}
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:chidao:problem:{code}"
    assert "Traceback" not in answer.text
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy", "vary"):
        assert name in answer.headers


@pytest.mark.parametrize(("request_", "status", "code"), CASES)
def test_shape(client: httpx.Client, request_: Request, status: int, code: str) -> None:
    method, path, headers = request_
    content = b"x" * int(headers.get("Content-Length", 0)) or None
    check(client.request(method, path, headers=headers, content=content), status, code)


def test_language(client: httpx.Client) -> None:
    vietnamese = client.get("/nothing", headers={"Accept-Language": "vi"})
    english = client.get("/nothing", headers={"Accept-Language": "en-US,en;q=0.9"})
    assert vietnamese.json()["title"] == "Không tìm thấy"
    assert english.json()["title"] == "Not found"
    assert (vietnamese.headers["content-language"], english.headers["content-language"]) == ("vi", "en")


def test_405_says_what_is_allowed(client: httpx.Client) -> None:
    assert client.post("/api/v1/questions").headers["allow"] == "GET"


def test_without_its_database_the_api_is_open_and_says_so(away: httpx.Client) -> None:
    assert away.get("/health/live").status_code == 200
    assert away.get("/api/v1/questions").status_code == 200
    for path in ("/health/ready", f"{QUESTION}?document=488/KH-UBND"):
        answer = away.get(path)
        check(answer, 503, "database-away")
        assert int(answer.headers["retry-after"]) > 0
        assert "bolt" not in answer.text
        assert "bí-mật-9" not in answer.text


def test_while_the_database_is_away_callers_do_not_queue(away: httpx.Client) -> None:
    away.get("/health/ready")
    started = time.perf_counter()
    for _ in range(5):
        check(away.get("/health/ready"), 503, "database-away")
    assert time.perf_counter() - started < 1


async def bug(*_: object) -> None:
    raise RuntimeError("mật khẩu là bí-mật-9")


async def late(*_: object) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize(("inside", "status", "code"), [(bug, 500, "server-error"), (late, 504, "timeout")])
def test_whatever_happens_inside_the_answer_is_ours(inside: ASGIApp, status: int, code: str) -> None:
    app = SecurityHeaders(Backstop(inside, seconds=0.2))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            return await client.get("/")

    answer = asyncio.run(ask())
    check(answer, status, code)
    assert "bí-mật-9" not in answer.text
