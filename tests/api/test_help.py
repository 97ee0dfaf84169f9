"""Every command explains itself, in Vietnamese, with an example; and asking for help costs nothing."""

from __future__ import annotations

import time

import pytest

from api.cli.group import COMMANDS
from api.cli.ways_out import run

from .conftest import Chidao


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"Cách dùng: chidao {name}")
    assert f"Ví dụ:\n  chidao {name}" in page or f" chidao {name}" in page.partition("Ví dụ:\n")[2]
    assert COMMANDS[name] in page
    assert "Mã thoát: 0 xong" in page
    assert "Usage" not in page
    assert "Options" not in page


def test_top_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    page = capsys.readouterr().out
    for name, does in COMMANDS.items():
        assert f"{name} " in page
        assert does in page


def test_help_is_quick(chidao: Chidao) -> None:
    took = []
    for _ in range(3):
        started = time.perf_counter()
        assert chidao("--help").returncode == 0
        took.append(time.perf_counter() - started)
    assert min(took) < 0.5
