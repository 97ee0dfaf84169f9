"""The database that is not there, refuses, or comes back: one line and exit code 3 for the command, 503 until it
answers for the API. The password shows nowhere."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread
from urllib.parse import urlsplit

import httpx

from api.settings import Settings

from .conftest import SAMPLE, Chidao, free_port, serving

SECRET = "bí-mật-9"  # noqa: S105 - a lock that fits nothing


def test_unreachable(chidao: Chidao) -> None:
    ended = chidao("ingest", SAMPLE, NEO4J_URI=f"bolt://127.0.0.1:{free_port()}", NEO4J_PASSWORD=SECRET)
    assert ended.returncode == 3
    assert "Không kết nối được Neo4j" in ended.stderr
    assert SECRET not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


def test_wrong_password(chidao: Chidao, on_database: dict[str, str]) -> None:
    ended = chidao("ask", "documents", **{**on_database, "NEO4J_PASSWORD": SECRET})
    assert ended.returncode == 3
    assert "từ chối" in ended.stderr
    assert SECRET not in ended.stderr


def test_the_api_answers_once_its_database_is_there(settings: Settings, loaded: None) -> None:
    port = free_port()
    moved = settings.model_copy(update={"neo4j_uri": f"bolt://127.0.0.1:{port}"})
    with serving(moved) as client:
        assert client.get("/health/ready").status_code == 503
        with forwarding(port, urlsplit(settings.neo4j_uri or "").port or 0):
            client.timeout = httpx.Timeout(30)
            wait_until(client, 200)
            assert client.get("/api/v1/documents").json()["rows"]
        wait_until(client, 503)


def wait_until(client: httpx.Client, status: int) -> None:
    deadline = time.monotonic() + 30
    while client.get("/health/ready").status_code != status:
        assert time.monotonic() < deadline
        time.sleep(0.1)


@contextmanager
def forwarding(port: int, to: int) -> Iterator[None]:
    """What connects to `port` reaches `to`, until the end, when every connection is cut."""
    cut: list[socket.socket] = []

    def pump(source: socket.socket, sink: socket.socket) -> None:
        with closing(source), closing(sink):
            try:
                while data := source.recv(65536):
                    sink.sendall(data)
            except OSError:
                return

    def accept(listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", to))
            cut.extend((near, far))
            for ends in ((near, far), (far, near)):
                Thread(target=pump, args=ends, daemon=True).start()

    with socket.create_server(("127.0.0.1", port)) as listener:
        Thread(target=accept, args=(listener,), daemon=True).start()
        yield
        listener.shutdown(socket.SHUT_RDWR)
        for one in cut:
            with one:
                pass
