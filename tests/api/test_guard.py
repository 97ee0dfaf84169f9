"""Who is answered: this machine without a key, and whoever has the key where there is one."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from api.app import create_app
from api.connection import Connection
from api.failures import NoKey
from api.settings import Settings
from graph import Graph
from graph.failures import Unreachable

from .conftest import serving

KEY = "chìa-khóa-Zx9"
PATHS = ["/", "/docs", "/health/ready", "/api/v1/questions", "/api/v1/openapi.json", "/api/v1/nothing", "/nothing"]


def no_database() -> Graph:
    raise Unreachable(uri="bolt://127.0.0.1:1")


@pytest.fixture(scope="module")
def keyed(settings: Settings) -> Iterator[httpx.Client]:
    """An API open to others, as in the container."""
    outside = settings.model_copy(update={"host": "0.0.0.0", "api_key": SecretStr(KEY)})  # noqa: S104
    with serving(outside) as client:
        yield client


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "máy.vn".encode("idna").decode()])  # noqa: S104
def test_off_loopback_there_is_no_api_without_a_key(host: str) -> None:
    with pytest.raises(NoKey):
        create_app(Settings(CHIDAO_HOST=host), Connection(no_database))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_loopback_needs_none(host: str) -> None:
    assert create_app(Settings(CHIDAO_HOST=host), Connection(no_database))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [{}, {"X-API-Key": "sai"}, {"Authorization": "Bearer sai"}, {"Authorization": "Basic Zx9"}, {"X-API-Key": ""}],
)
def test_without_the_key_nothing_is_answered(keyed: httpx.Client, path: str, headers: dict[str, str]) -> None:
    answer = keyed.get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.json()["code"] == "key-required"
    assert answer.headers["www-authenticate"] == "Bearer"


def test_only_being_alive_is_told_to_all(keyed: httpx.Client) -> None:
    assert keyed.get("/health/live").json() == {"status": "live"}


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer  ", ""])
def test_with_the_key_everything_is_answered(keyed: httpx.Client, scheme: str) -> None:
    value = (scheme + KEY).encode()
    headers = {b"Authorization" if scheme else b"X-API-Key": value, b"Host": b"chidao.example.vn"}
    assert keyed.get("/api/v1/questions", headers=headers).status_code == 200
    assert keyed.get("/health/ready", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "host", ["chidao.example", "127.0.0.1.example", "localhost.example:8000", "", "[::2]:80", "8.8.8.8"]
)
def test_a_name_that_is_not_this_machine_is_refused(client: httpx.Client, host: str) -> None:
    answer = client.get("/api/v1/questions", headers={"Host": host})
    assert answer.status_code == 403
    assert answer.json()["code"] == "host-refused"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_this_machine_by_any_of_its_names(client: httpx.Client, host: str) -> None:
    assert client.get("/api/v1/questions", headers={"Host": host}).status_code == 200
