"""`chidao ask`: a question of the catalogue, or the catalogue itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.cli.tables import show_answer, show_catalogue
from api.connection import open_graph
from api.failures import WrongUse
from api.render import describe, to_csv, to_json
from api.settings import load
from graph import Answer, Question, question, questions
from graph import ask as ask_graph

app = one_command()


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@app.command(cls=Command)
def ask(
    name: Annotated[
        str | None, typer.Argument(metavar="CÂU_HỎI", help="Mã câu hỏi; không có thì liệt kê danh mục.")
    ] = None,
    values: Annotated[list[str], typer.Argument(metavar="tên=giá_trị…", help="Tham số của câu hỏi.")] = [],  # noqa: B006 - typer copies it
    format: Annotated[
        Format, typer.Option(metavar="table|json|csv", help="Bảng cho người đọc, JSON hoặc CSV cho máy.")
    ] = Format.TABLE,
) -> int:
    """
    Hỏi đồ thị một câu trong danh mục.

    Không nêu câu hỏi thì liệt kê mọi câu hỏi với tham số của chúng. Số ký hiệu là nhiều
    văn bản, hoặc không có trong đồ thị, thì báo các lựa chọn và mã thoát là 1. Thư mục
    chưa nạp gì thì không tạo đồ thị, mã thoát là 3.

    Ví dụ:
      chidao ask
      chidao ask units-implementing-document document=488/KH-UBND
      chidao ask units-implementing-document document=488/KH-UBND --format json | jq .rows
    """
    if name is None:
        _list(format)
        return 0
    asked = question(name)
    given = _values(values)
    with progress() as say, open_graph(load(), say, create=False) as graph:
        say("Đang hỏi", None, None)
        answer = ask_graph(graph, asked, given)
    _show(asked, answer, format)
    return 0


def _list(format: Format) -> None:
    if format is Format.JSON:
        print(json.dumps([describe(one) for one in questions().values()], ensure_ascii=False, indent=2))
    else:
        show_catalogue(list(questions().values()))


def _show(asked: Question, answer: Answer, format: Format) -> None:
    match format:
        case Format.TABLE:
            show_answer(asked, answer)
        case Format.JSON:
            print(to_json(answer, indent=2))
        case Format.CSV:
            print(to_csv(answer), end="")


def _values(words: Sequence[str]) -> dict[str, str]:
    values = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise WrongUse(what=f"“{word}” không có dạng tên=giá_trị.", command="chidao ask")
        values[name] = value
    return values
