"""What the commands do on a real graph: answer in three forms, review, serve and stop."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

from api.settings import Settings
from graph import question

from .conftest import SAMPLE, Chidao, free_port

PLAN = "document=488/KH-UBND"
ASKED = question("units-implementing-document")
UNIT = "Phòng Quản lý khoa học công nghệ cơ sở và Sở hữu trí tuệ"


def test_a_question_in_three_forms(chidao: Chidao, on_database: dict[str, str], loaded: None) -> None:
    table, json_, csv_ = (
        chidao("ask", "units-implementing-document", PLAN, "--format", form, **on_database)
        for form in ("table", "json", "csv")
    )
    headings = dict(zip(ASKED.columns, ASKED.headings, strict=True))
    for column, value in {"agent": UNIT, "role": "chủ trì", "basis": "theo tiêu đề mục", "block": "trực tiếp"}.items():
        assert re.search(rf"^{headings[column]} +{value}$", table.stdout, re.MULTILINE)
    assert re.search(rf"^{headings['evidence']} +8. Đối với {UNIT}\n +Đẩy nhanh", table.stdout, re.MULTILINE)
    assert headings["from_char"] not in table.stdout
    (row,) = json.loads(json_.stdout)["rows"]
    (record,) = csv.DictReader(csv_.stdout.splitlines())
    assert row["agent"] == record["agent"] == UNIT
    assert row["role"] == record["role"] == "leads"
    assert row["from_char"] == int(record["from_char"])


def test_the_catalogue_is_listed_without_a_database(chidao: Chidao) -> None:
    ended = chidao("ask")
    assert ended.returncode == 0
    assert "units-implementing-document" in ended.stdout
    assert "document=" in ended.stdout
    assert {"id", "params", "columns"} <= json.loads(chidao("ask", "--format", "json").stdout)[0].keys()


def test_what_the_graph_does_not_settle_is_1(chidao: Chidao, on_database: dict[str, str], loaded: None) -> None:
    unknown = chidao("ask", "units-implementing-document", "document=488/KH-UBNN", **on_database)
    several = chidao("ask", "units-implementing-document", "document=48/KH-UBND", "as_of=2030-01-01", **on_database)
    assert (unknown.returncode, several.returncode) == (1, 1)
    assert "488/KH-UBND" in unknown.stderr
    head, *choices = several.stderr.splitlines()
    assert "2 văn bản khác nhau" in head
    assert choices[0] == "  48/KH-UBND · Kế hoạch · Ủy ban nhân dân tỉnh Bắc Giang · 2021-02-05"
    assert choices[1].endswith("bac.giang:uy.ban.nhan.dan:ke.hoach:2021;48-kh-ubnd")
    assert len(choices) == 4
    wrong = chidao("ask", "deadlines", "until=mai", **on_database)
    assert wrong.returncode == 2
    assert "until" in wrong.stderr


def test_review_tells_where_and_fails_on_errors(chidao: Chidao, tmp_path: Path) -> None:
    ended = chidao("review", SAMPLE)
    assert ended.returncode == 1
    assert f"{SAMPLE.name}:112:44: E L06 " in ended.stdout
    clean = tmp_path / "sạch.txt"
    clean.write_text("Chương trình văn nghệ.\n", encoding="utf-8")
    assert " E " not in chidao("review", clean).stdout


def test_serve_stops_quietly_on_ctrl_c(settings: Settings, on_database: dict[str, str], tmp_path: Path) -> None:
    serve = subprocess.Popen(
        [sys.executable, "-P", "-m", "api", "serve"],
        env={**os.environ, **on_database, "CHIDAO_HOME": str(tmp_path), "CHIDAO_PORT": str(free_port())},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert serve.stdout
    url = serve.stdout.readline().split()[1]
    assert httpx.get(f"{url}/api/v1/documents").status_code == 200
    serve.send_signal(signal.SIGINT)
    _, told = serve.communicate(timeout=20)
    assert serve.returncode == 130
    assert "Traceback" not in told
