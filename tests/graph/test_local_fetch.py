"""Fetching the jars: cut off, damaged, wrong, without a network, by two at once.

A small server on loopback plays the repository, out of the user's own cache; that Maven Central has what the lock
names is shown by every test that starts Neo4j in a new cache.
"""

from __future__ import annotations

import http.server
import os
import re
import subprocess
import sys
import threading
import time
import tomllib
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from graph import local
from graph.local import fetch, mirrors
from graph.local.failures import DamagedDownload, FetchFailed, NotInRepository
from graph.local.fetch import LOCK

FETCH = """
import sys
from pathlib import Path
from graph.local import fetch
fetch.jars(Path(sys.argv[1]), lambda *_: None)
"""
MISSING = 12


def silent(*_: object) -> None:
    """Nobody watches."""


class Repository(http.server.SimpleHTTPRequestHandler):
    """Gives jars out slowly enough to be killed meanwhile."""

    pause = 0.0  # seconds between two pieces
    spoil = False

    def copyfile(self, source: object, outputfile: object) -> None:
        data = source.read()  # type: ignore[attr-defined]
        if self.spoil:
            data = data[:-1] + b"?"
        for start in range(0, len(data), 1 << 16):
            time.sleep(self.pause)
            outputfile.write(data[start : start + (1 << 16)])  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        """Nothing to tell."""


@pytest.fixture
def repository(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Repository]]:
    """The place that this machine's settings call Central."""
    fetch.jars(cache, silent)
    handler = type("Handler", (Repository,), {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(cache / "maven")))
    threading.Thread(target=server.serve_forever).start()
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\ncentral = http://127.0.0.1:{server.server_port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
    yield handler
    server.shutdown()
    server.server_close()


@pytest.fixture
def partly(cache: Path, tmp_path: Path) -> Path:
    """A cache in which all but twelve jars are, as links into the user's."""
    for jar in fetch.jars(cache, silent)[MISSING:]:
        link = tmp_path / "cache" / jar.relative_to(cache)
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(jar, link)
    return tmp_path / "cache"


def jars_in(cache: Path) -> list[Path]:
    return [*cache.rglob("*.jar")]


def test_the_lock_names_no_address_and_every_checksum() -> None:
    text = LOCK.read_text()
    assert "://" not in text
    locked = tomllib.loads(text)
    assert len(locked["dependencies"]) > 200
    assert all(re.fullmatch("[0-9a-f]{64}", one["sha256"]) for one in locked["dependencies"])
    names = {(one["artifactId"], one["version"]) for one in locked["dependencies"]}
    assert {("neo4j", "2026.09.0"), ("neo4j-server", "2026.09.0"), ("neo4j-browser", "5.24.0")} <= names


def test_the_lock_travels_in_the_wheel(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    wheel = next(WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"]))
    assert "graph/local/jgo.lock.toml" in zipfile.ZipFile(wheel).namelist()


def test_progress_rises_to_the_total(repository: type[Repository], partly: Path) -> None:
    told: list[tuple[str, int | None, int | None]] = []
    fetch.jars(partly, lambda *words: told.append(words))
    done = [words[1] or 0 for words in told]
    total = sum(jar.stat().st_size for jar in fetch.jars(partly, silent))
    assert done == sorted(done)
    assert done[0] > 0
    assert told[-1] == ("Đang tải Neo4j", total, total)


@pytest.mark.parametrize("kept", [0, 1, 5000])
def test_a_half_jar_is_fetched_again(repository: type[Repository], partly: Path, kept: int) -> None:
    jar = fetch.jars(partly, silent)[0]
    whole = jar.read_bytes()
    jar.write_bytes(whole[:kept])
    assert fetch.jars(partly, silent)[0] == jar
    assert jar.read_bytes() == whole


def test_a_jar_that_someone_changed_is_not_used(repository: type[Repository], partly: Path) -> None:
    jar = fetch.jars(partly, silent)[0]
    whole = jar.read_bytes()
    jar.write_bytes(whole[:-1] + b"?")
    fetch.jars(partly, silent)
    assert jar.read_bytes() == whole


def test_a_fetch_killed_half_way_is_taken_up_again(repository: type[Repository], partly: Path) -> None:
    repository.pause = 0.05
    before = len(jars_in(partly))
    first = subprocess.Popen([sys.executable, "-c", FETCH, str(partly)])
    while not any(jar.stat().st_size for jar in jars_in(partly) if jar.stat().st_nlink == 1):
        assert first.poll() is None
        time.sleep(0.01)
    first.kill()
    first.wait()
    assert len(jars_in(partly)) > before
    repository.pause = 0.0
    both = [subprocess.Popen([sys.executable, "-c", FETCH, str(partly)]) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert len(fetch.jars(partly, silent)) == before + MISSING


def test_the_repository_gives_something_else(repository: type[Repository], partly: Path) -> None:
    repository.spoil = True
    before = len(jars_in(partly))
    with pytest.raises(DamagedDownload) as failure:
        fetch.jars(partly, silent)
    assert ".jar" in str(failure.value)
    assert len(jars_in(partly)) == before


def test_the_repository_lacks_a_jar(repository: type[Repository], partly: Path, tmp_path: Path) -> None:
    repository.do_GET = lambda self: self.send_error(404)  # type: ignore[method-assign]
    with pytest.raises(NotInRepository):
        fetch.jars(partly, silent)


def test_no_network(partly: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jgo.conf").write_text("[repositories]\ncentral = http://127.0.0.1:9\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "jgo.conf"))
    before = len(jars_in(partly))
    with pytest.raises(FetchFailed) as failure:
        local.ensure(tmp_path / "home", partly, silent)
    assert "\n" not in str(failure.value)
    assert len(jars_in(partly)) == before
    assert local.status(tmp_path / "home") is None


@pytest.mark.parametrize(
    ("mirror_of", "taken"),
    [("central", True), ("*", True), ("external:*,!inhouse", True), ("*,!central", False), ("jboss", False)],
)
def test_a_mirror_in_the_users_maven_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mirror_of: str, taken: bool
) -> None:
    settings = tmp_path / ".m2" / "settings.xml"
    settings.parent.mkdir()
    settings.write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors><mirror><id>office</id>'
        f"<mirrorOf>{mirror_of}</mirrorOf><url>http://127.0.0.1:9/repository/</url></mirror></mirrors></settings>"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("JGO_CONFIG_FILE", raising=False)
    assert mirrors.repositories() == ({"central": "http://127.0.0.1:9/repository"} if taken else {})
