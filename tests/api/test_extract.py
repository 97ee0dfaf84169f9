"""`chidao extract`: the JSON of design §5 and its schema; stdout carries nothing else."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema

from .conftest import SAMPLE, Chidao


def test_one_object_for_each_document(chidao: Chidao) -> None:
    ended = chidao("extract", SAMPLE)
    assert ended.returncode == 0
    assert ended.stderr == ""
    (reading,) = json.loads(ended.stdout)
    assert reading["document"]["number"] is None
    assert reading["document"]["signers"][0]["capacity"] == ["TL", "KT"]
    for citation in reading["citations"]:
        assert reading["text"][citation["start"] : citation["end"]] == citation["raw"]


def test_jsonl_is_one_line_for_each_document(chidao: Chidao) -> None:
    lines = chidao("extract", "--format", "jsonl", SAMPLE, SAMPLE).stdout.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0]) == json.loads(lines[1])


def test_the_schema_fits_what_is_printed(chidao: Chidao) -> None:
    schema = json.loads(chidao("extract", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(chidao("extract", SAMPLE).stdout), schema)


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: object) -> None:
    extract = subprocess.Popen(
        [sys.executable, "-P", "-m", "api", "extract", str(SAMPLE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert extract.stdout
    assert extract.stderr
    extract.stdout.read(1)
    extract.stdout.close()
    assert extract.wait() == 141
    assert extract.stderr.read() == b""
