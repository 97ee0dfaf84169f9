"""A bug of ours: one line for the person, the trace in a file of their own for whoever mends it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from api.cli.complaints import tell


def trace(told: str) -> Path:
    return Path(told.partition("ghi ở ")[2].partition(";")[0])


@pytest.fixture
def bug() -> Exception:
    try:
        raise ZeroDivisionError("chia cho\nkhông")
    except ZeroDivisionError as error:
        return error


def test_the_trace_goes_to_the_logs_of_the_home(
    bug: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHIDAO_HOME", str(tmp_path))
    assert tell(bug) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    file = trace(told)
    assert file.parent == tmp_path / "logs"
    assert "ZeroDivisionError" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_home_to_write_in_it_goes_elsewhere(
    bug: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tệp").touch()
    monkeypatch.setenv("CHIDAO_HOME", str(tmp_path / "tệp"))
    assert tell(bug) == 1
    file = trace(capsys.readouterr().err)
    assert file.exists()
    file.unlink()
