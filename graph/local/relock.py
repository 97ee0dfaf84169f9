"""`python -m graph.local.relock`: write jgo.lock.toml anew, after a change of a coordinate below."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from jgo.env import LockFile
from jgo.maven import Dependency, MavenContext

from graph.local import mirrors
from graph.local.fetch import LOCK

COORDINATES = (
    "org.neo4j:neo4j:2026.09.0",
    "org.neo4j.app:neo4j-server:2026.09.0",
    "org.neo4j.client:neo4j-browser:5.24.0",
)


def main() -> None:
    with TemporaryDirectory() as repository:
        context = MavenContext(repo_cache=Path(repository))
        context.remote_repos.update(mirrors.repositories())
        dependencies = _resolve(context)
        LockFile.from_resolved_dependencies(dependencies).save(LOCK)
        _add_total(sum(Path(one.artifact.resolve()).stat().st_size for one in dependencies))


def _resolve(context: MavenContext) -> list[Dependency]:
    """What is needed to run; natives for other systems are in it, so one lock serves every machine."""
    asked, others = context.resolver.resolve([context.create_dependency(text) for text in COORDINATES])
    return [*asked, *(one for one in others if one.scope in ("compile", "runtime"))]


def _add_total(size: int) -> None:
    """jgo keeps no sizes, and a progress bar needs one. It overlooks keys that it does not know."""
    text = LOCK.read_text(encoding="utf-8")
    LOCK.write_text(text.replace("[metadata]\n", f"[metadata]\nbytes = {size}\n", 1), encoding="utf-8")


if __name__ == "__main__":
    main()
