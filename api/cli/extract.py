"""`chidao extract`: what files say, as JSON, without a database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer
from pydantic import TypeAdapter

from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.cli.reading import Paths, Reader
from api.failures import WrongUse
from graph.records import Reading

app = one_command()


class Format(StrEnum):
    """How readings are written."""

    JSON = "json"
    JSONL = "jsonl"


@app.command(cls=Command)
def extract(
    paths: Paths = [],  # noqa: B006 - typer copies it
    format: Annotated[
        Format, typer.Option(metavar="json|jsonl", help="json: một mảng; jsonl: mỗi văn bản một dòng.")
    ] = Format.JSON,
    schema: Annotated[bool, typer.Option("--schema", help="In JSON Schema của kết quả rồi thôi.")] = False,
) -> int:
    """
    Đọc văn bản thành JSON, không cần cơ sở dữ liệu.

    Tệp không đọc được thì báo một dòng rồi đi tiếp. Một tệp duy nhất mà không có
    thì mã thoát là 2; tệp hỏng, rỗng hoặc sai loại thì 1.

    Ví dụ:
      chidao extract samples/thong-bao-giao-ban-2024-05.txt
      chidao extract --format jsonl samples/ | jq .document.number
      chidao extract --schema > reading.schema.json
    """
    if schema:
        print(json.dumps(TypeAdapter(list[Reading]).json_schema(mode="serialization"), ensure_ascii=False, indent=2))
        return 0
    if not paths:
        raise WrongUse(what="Thiếu ĐƯỜNG_DẪN.", command="chidao extract")
    with progress() as say:
        reader = Reader(say)
        _write(reader.read(paths), format)
    return reader.exit_code


def _write(readings: Iterator[Reading], format: Format) -> None:
    one = TypeAdapter(Reading)
    if format is Format.JSONL:
        for reading in readings:
            print(one.dump_json(reading).decode())
    elif together := list(readings):
        print(TypeAdapter(list[Reading]).dump_json(together, indent=2).decode())
