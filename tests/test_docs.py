"""The docs say what is so: commands in them run, files they name exist, tables in them match the code."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings
from graph import local

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    """The commands of the README's console blocks, in order; later ones ask what earlier ones ingested."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture(scope="module")
def environment(running: local.Running, cache: Path) -> dict[str, str]:
    """The shared database with the samples in it."""
    home = running.password_file.parents[1]
    environment = {**os.environ, "CHIDAO_HOME": str(home), "CHIDAO_CACHE": str(cache)}
    assert chidao("ingest samples/", environment).returncode == 0
    return environment


def chidao(arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api", *shlex.split(arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_examples_are_found() -> None:
    assert len(examples()) > 8


@pytest.mark.parametrize("example", examples())
def test_example_of_the_readme_runs(example: str, environment: dict[str, str]) -> None:
    name, arguments = example.split(" ", 1)
    assert name == "chidao"
    run = chidao(arguments, environment)
    findings = arguments.startswith("review")  # the sample has errors to show, and says so by its exit code
    assert run.returncode == (1 if findings else 0), run.stderr
    assert run.stdout.strip()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_and_named_files_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    named = re.findall(r"`((?:graph|ingest|api|cypher|tests|docs|bench|samples)/[\w./-]*)`", text)
    missing = [name for name in linked if not (path.parent / name).exists()]
    missing += [name for name in named if not (ROOT / name).exists()]
    assert not missing


def test_settings_of_the_readme_are_those_of_the_code() -> None:
    table = README.split("| Setting |")[1].split("\n\n")[0]
    written = set(re.findall(r"`((?:CHIDAO|NEO4J)_\w+)`", table))
    assert written == {str(field.validation_alias) for field in Settings.model_fields.values()}


def test_measurements_named_in_the_docs_exist() -> None:
    text = (ROOT / "docs" / "develop.md").read_text(encoding="utf-8")
    named = re.findall(r"python -m (bench\.\w+)", text)
    measurements = {p.stem for p in (ROOT / "bench").glob("*.py") if "def main()" in p.read_text(encoding="utf-8")}
    assert {f"bench.{name}" for name in measurements} == set(named)


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- command: tests -->" in script
    (command,) = re.findall(r"<!-- command: tests -->\n```sh\n(python3 .*)\n```", README)
    assert command.endswith(".venv/bin/pytest")


def test_every_finding_of_the_code_is_explained() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ingest" / "findings").glob("*.py"))
    explained = set(re.findall(r"^\| (L\d\d) ", (ROOT / "docs" / "review.md").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r'"(L\d\d)"', code)) == explained
