"""The database that is not there, refuses, or comes back: one line and exit code 3 for the command, 503 until it
answers for the API. The password shows nowhere."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import httpx
import pytest

from api.connection import open_graph
from api.failures import NoDatabase
from api.settings import Settings
from graph import local
from graph.local.failures import NotReady
from graph.local.folder import Folder

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


def test_a_folder_without_a_graph_gets_none_by_asking(chidao: Chidao, tmp_path: Path) -> None:
    ended = chidao("ask", "documents")
    assert ended.returncode == 3
    assert f"Chưa có đồ thị nào trong {tmp_path / 'home'}; không tạo gì." in ended.stderr
    assert "chidao up" in ended.stderr
    assert "CHIDAO_HOME" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_first_start_that_was_cut_off_is_no_graph(tmp_path: Path) -> None:
    folder = Folder.of(tmp_path)
    folder.make()
    folder.system_database.mkdir(parents=True)
    folder.first_password.write_text("x")
    with pytest.raises(NoDatabase):
        open_graph(Settings(CHIDAO_HOME=tmp_path), lambda *_: None, create=False)


def test_a_neo4j_without_a_password_yet_is_told(tmp_path: Path) -> None:
    running = local.Running("bolt://127.0.0.1:1", "http://127.0.0.1:2", "neo4j", tmp_path / "password", 7)
    with pytest.raises(NotReady, match="lần khởi động đầu chưa xong"):
        print(running.password)


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
