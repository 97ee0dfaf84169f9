"""`chidao serve`: the API in the foreground."""

from __future__ import annotations

from api.app import create_app
from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.connection import Connection, open_graph
from api.server import address, listen, run
from api.settings import load

app = one_command()


@app.command(cls=Command)
def serve() -> int:
    """
    Chạy API ở cửa sổ này.

    Bấm Ctrl-C để dừng. Chỉ máy này vào được (127.0.0.1:8000). Muốn máy khác vào thì đặt CHIDAO_HOST, và
    phải đặt CHIDAO_API_KEY. Neo4j ở xa (NEO4J_URI) chưa chạy thì API vẫn mở, trả lời
    503 và tự nối lại.

    Ví dụ:
      chidao serve
      CHIDAO_PORT=9000 chidao serve
      CHIDAO_HOST=0.0.0.0 CHIDAO_API_KEY=… chidao serve
    """
    settings = load()
    connection = Connection(lambda: open_graph(settings, lambda *_: None))
    application = create_app(settings, connection)
    with listen(settings.host, settings.port) as listener:
        if settings.embedded:
            with progress() as say:
                open_graph(settings, say).close()
        print(f"API: {address(settings, settings.port)} · câu hỏi: {address(settings, settings.port)}/docs", flush=True)
        run(application, listener)
    return 0
