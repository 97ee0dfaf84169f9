"""The code keeps the house's own rules: style, types, and a wheel that holds what it needs."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_tool_has_nothing_to_say(command: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_wheel_holds_data_and_code(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "cypher/questions/units-implementing-document.cypher",
        "graph/local/jgo.lock.toml",
        "graph/vocabulary/issuers.tsv",
        "ingest/lexicon/verbs.tsv",
        "graph/py.typed",
    ):
        assert needed in names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"api", "cypher", "graph", "ingest", next(top for top in tops if top.endswith(".dist-info"))}


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "graph/local/jgo.lock.toml"])
def test_locks_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.search(r"sha256", text)


def test_every_pinned_distribution_has_a_hash() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
        assert blocks
        assert all("==" in block and "--hash=sha256:" in block for block in blocks)
