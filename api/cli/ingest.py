"""`chidao ingest`: files into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.cli.reading import Paths, Reader
from api.cli.screen import harmless
from api.cli.writing import write
from api.connection import open_graph
from api.settings import load
from graph.records import Reading

app = one_command()


@app.command(cls=Command)
def ingest(
    paths: Paths,
    preview: Annotated[bool, typer.Option("--preview", help="Chỉ xem tệp đọc được gì; không ghi.")] = False,
) -> int:
    """
    Nạp tệp, thư mục vào đồ thị.

    Nạp lại cùng một tệp thì không ghi gì thêm. Mỗi văn bản là một giao dịch: dừng
    giữa chừng thì văn bản đang nạp không để lại gì. Tệp không đọc được thì báo
    một dòng rồi đi tiếp, mã thoát 1; một tệp duy nhất mà không có thì 2.

    Ví dụ:
      chidao ingest samples/
      chidao ingest --preview thong-bao.txt
    """
    settings = load()
    with progress() as say:
        reader = Reader(say)
        readings = reader.read(paths)
        first = next(readings, None)
        # Nothing to write is known before a database is started for it.
        if first is not None:
            everything = chain([first], readings)
            if preview:
                _show(everything)
            else:
                with open_graph(settings, say) as graph:
                    write(graph, everything)
    return reader.exit_code


def _show(readings: Iterator[Reading]) -> None:
    for reading in readings:
        document = reading.document
        name = " ".join(part for part in (document.type, document.number or document.symbol) if part)
        assignments = sum(len(directive.assignments) for directive in reading.directives)
        told = (
            f"{reading.source.name}: {name or 'không rõ loại'}, {len(reading.directives)} chỉ đạo, "
            f"{assignments} phân công, {len(reading.citations)} viện dẫn, {len(reading.warnings)} điểm cần soát"
        )
        print(harmless(told))
    print("Chưa ghi gì.")
