"""Neo4j's jars, from Maven by jgo, used only where their SHA-256 is the one in the committed lock."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import requests
from jgo.env import LockedDependency, LockFile
from jgo.maven import Artifact, MavenContext, PythonResolver

from graph.local import mirrors
from graph.local.alone import alone
from graph.local.failures import DamagedDownload, FetchFailed, NotInRepository
from graph.local.meter import Meter
from graph.local.running import Progress

LOCK = Path(__file__).with_name("jgo.lock.toml")

# A jar is two small requests, so several at a time; more than this is unkind to the server.
_AT_ONCE = 8
_TRIES = 3
_TIMEOUT = 60  # seconds without a byte


@dataclass(frozen=True)
class _Jar:
    artifact: Artifact
    path: Path
    sha256: str

    def is_whole(self) -> bool:
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except FileNotFoundError:
            return False


def jars(cache: Path, progress: Progress) -> tuple[Path, ...]:
    """Every jar of the lock, in its order, each just verified. Those missing or damaged are fetched first.

    Safe with other processes on the same `cache`; what one cut off left behind is fetched again. Raises
    FetchFailed, NotInRepository, DamagedDownload, OSError.
    """
    meter = Meter(progress, "Đang tải Neo4j", _total())
    wanted = _wanted(cache, meter)
    if _missing(wanted):
        with alone(cache / "fetch.lock", "Một lệnh khác đang tải Neo4j, xin chờ", progress):
            _fetch(_missing(wanted), wanted, meter)
    return tuple(jar.path for jar in wanted)


def _total() -> int:
    """Bytes of all jars together; `relock` wrote it beside jgo's own metadata."""
    return int(tomllib.loads(LOCK.read_text(encoding="utf-8"))["metadata"]["bytes"])


def _wanted(cache: Path, meter: Meter) -> list[_Jar]:
    # The repository stands in our cache, not in ~/.m2: an empty cache is then really empty, a full one complete.
    context = MavenContext(
        resolver=PythonResolver(progress_callback=meter.file), repo_cache=cache / "maven", timeout=_TIMEOUT
    )
    context.remote_repos.update(mirrors.repositories())
    return [_jar(context, locked) for locked in LockFile.load(LOCK).dependencies]


def _jar(context: MavenContext, locked: LockedDependency) -> _Jar:
    component = context.project(locked.groupId, locked.artifactId).at_version(locked.version)
    artifact = component.artifact(locked.classifier or "", locked.packaging)
    path = context.repo_cache / component.path_prefix / artifact.cached_filename
    return _Jar(artifact, path, str(locked.sha256))


def _missing(jars: Iterable[_Jar]) -> list[_Jar]:
    return [jar for jar in jars if not jar.is_whole()]


def _fetch(missing: list[_Jar], wanted: list[_Jar], meter: Meter) -> None:
    meter.begin_at(sum(jar.path.stat().st_size for jar in wanted if jar not in missing))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            for done in as_completed([pool.submit(_fetch_one, jar) for jar in missing]):
                done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _fetch_one(jar: _Jar) -> None:
    for _ in range(_TRIES - 1):
        try:
            return _try(jar)
        except (FetchFailed, DamagedDownload):
            continue
    _try(jar)


def _try(jar: _Jar) -> None:
    jar.path.unlink(missing_ok=True)  # jgo takes whatever file is there for the jar
    try:
        jar.artifact.resolve()
    except requests.RequestException as error:
        raise FetchFailed(jar=jar.path.name, reason=type(error).__name__) from error
    except RuntimeError as error:
        raise NotInRepository(jar=jar.path.name) from error
    if not jar.is_whole():
        jar.path.unlink(missing_ok=True)
        raise DamagedDownload(jar=jar.path.name)
