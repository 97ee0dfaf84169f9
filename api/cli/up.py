"""`chidao up`: everything that is needed, started, filled, tried and left running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api import background
from api.cli.complaints import tell
from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.cli.reading import Paths, Reader
from api.cli.tables import show_answer
from api.cli.writing import write
from api.connection import Address, locate, open_at
from api.guard import require_key
from api.settings import load
from graph import Graph, ask, question
from graph.failures import QuestionFailure
from graph.records import Reading

PLANS_SHOWN = 2
ROWS_SHOWN = 5

app = one_command()


@app.command(cls=Command)
def up(paths: Paths = []) -> int:  # noqa: B006 - typer copies it
    """
    Khởi động, nạp văn bản, trả lời vài câu hỏi, mở API.

    Lần đầu tải Neo4j về (khoảng 190 MB). API và Neo4j chạy ngầm, chỉ máy này vào được;
    gọi lại lệnh này thì dùng tiếp cái đang chạy. Dừng bằng “chidao down”. Tệp không
    đọc được thì báo một dòng rồi đi tiếp, mã thoát 1.

    Ví dụ:
      chidao up samples/
      chidao up
      CHIDAO_PORT=9000 chidao up thong-bao.txt
    """
    settings = load()
    require_key(settings)
    with progress() as say:
        reader = Reader(say)
        readings = list(reader.read(paths))
        if paths and not readings:
            # A mistyped path should not first cost the download of a database.
            return reader.exit_code
        address = locate(settings, say)
        with open_at(address, settings) as graph:
            if readings:
                say("Đang ghi vào đồ thị", None, None)
                _fill_and_show(graph, readings)
        say("Đang mở API", None, None)
        api = background.start(settings, address.uri)
    _show_addresses(api, address)
    return reader.exit_code


def _fill_and_show(graph: Graph, readings: Sequence[Reading]) -> None:
    write(graph, readings)
    for name, values in _worth_showing(readings):
        _answer(graph, name, values)


def _worth_showing(readings: Sequence[Reading]) -> Iterator[tuple[str, dict[str, str]]]:
    """Who carries out the first plans that the papers say to carry out, then what is due and which tasks there are."""
    cited = [
        citation.id or citation.number
        for reading in readings
        for citation in reading.citations
        if citation.function == "implements" and citation.type == "Kế hoạch"
    ]
    for document in list(dict.fromkeys(cited))[:PLANS_SHOWN]:
        if document:
            yield "units-implementing-document", {"document": document}
    yield "deadlines", {}
    yield "tasks", {}


def _answer(graph: Graph, name: str, values: dict[str, str]) -> None:
    try:
        answer = ask(graph, question(name), {**values, "limit": ROWS_SHOWN})
    except QuestionFailure as failure:
        tell(failure)
    else:
        show_answer(question(name), answer)


def _show_addresses(api: background.Background, address: Address) -> None:
    print(f"API: {api.url} · câu hỏi: {api.url}/docs · dừng: chidao down")
    if address.local:
        print(f"Neo4j Browser: {address.local.browser_url} · {address.uri} · người dùng {address.user}")
        print(f"Mật khẩu Neo4j ở trong tệp {address.local.password_file}")
