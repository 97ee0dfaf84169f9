"""docker-compose.yml and Dockerfile, as far as they can be checked where no engine runs: the file against the Compose
Specification's schema (check-jsonschema carries it), and the promises of the design against the file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return found


def validate(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_fits_the_schema() -> None:
    checked = validate(COMPOSE)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_schema_would_notice(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(COMPOSE.read_text(encoding="utf-8").replace("healthcheck:", "healthchek:"), encoding="utf-8")
    assert validate(wrong).returncode == 1


def test_there_is_no_default_secret() -> None:
    text = COMPOSE.read_text(encoding="utf-8")
    secrets = re.findall(r"(?<!\$)\$\{(\w+)(:?[-?]?)", text)
    assert {name for name, _ in secrets} == {"NEO4J_PASSWORD", "CHIDAO_API_KEY"}
    assert {demand for _, demand in secrets} == {":?"}


def test_every_port_opens_on_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_service_tells_its_health(services: dict[str, Any]) -> None:
    assert all(service["healthcheck"]["test"] for service in services.values())


def test_the_api_can_change_nothing_but_its_data(services: dict[str, Any]) -> None:
    api = services["api"]
    assert api["read_only"] is True
    assert api["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in api["security_opt"]
    assert api["user"] in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_image_gets_all_that_it_copies() -> None:
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for name in line.split()[1:-1]:
                assert (ROOT / name).exists()
                assert f"!{name}" in let_in
