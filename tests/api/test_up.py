"""The whole of it on a machine of one's own: `up` starts, fills, answers and returns; `down` leaves only the data."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from .conftest import SAMPLE, Chidao, free_port


def test_up_status_ask_down(chidao: Chidao, cache: Path, tmp_path: Path) -> None:
    own = {"CHIDAO_CACHE": str(cache), "CHIDAO_PORT": str(free_port())}

    first = chidao("up", SAMPLE, timeout=300, **own)
    assert first.returncode == 0, first.stderr
    assert "Đơn vị nào thực hiện văn bản này?" in first.stdout
    assert "Việc nào đến hạn, quá hạn?" in first.stdout
    url = re.findall(r"API: (\S+)", first.stdout)[0]
    assert httpx.get(f"{url}/api/v1/documents/implementers", params={"number": "488/KH-UBND"}).json()["rows"]
    assert "Neo4j Browser: http://127.0.0.1:" in first.stdout

    second = chidao("up", SAMPLE, **own)
    assert second.returncode == 0, second.stderr
    assert f"API: {url} " in second.stdout
    assert "Đã ghi 0 nút, 0 quan hệ, 0 thuộc tính" in second.stdout

    status = chidao("status", **own)
    assert status.returncode == 0
    assert url in status.stdout
    assert "đã nạp: 1" in status.stdout

    password = Path(re.findall(r"trong tệp (.+)", first.stdout)[0]).read_text(encoding="utf-8").strip()
    log = (tmp_path / "home" / "logs" / "api.log").read_text(encoding="utf-8")
    assert password
    assert password not in first.stdout + first.stderr + second.stdout + status.stdout + log

    down = chidao("down", **own)
    assert down.returncode == 0
    assert down.stdout.count("đã dừng") == 2
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/health/live")
    assert chidao("status", **own).returncode == 3
    assert chidao("down", **own).stdout.count("không chạy") == 2
