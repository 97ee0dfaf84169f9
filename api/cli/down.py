"""`chidao down`: stop what `up` started."""

from __future__ import annotations

from api import background
from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.settings import load
from graph import local

app = one_command()


@app.command(cls=Command)
def down() -> int:
    """
    Dừng API và cơ sở dữ liệu nội bộ; dữ liệu còn nguyên.

    Chỉ dừng những gì của thư mục này (CHIDAO_HOME). Neo4j ở nơi khác (NEO4J_URI) thì
    để yên.

    Ví dụ:
      chidao down
    """
    settings = load()
    with progress() as say:
        say("Đang dừng", None, None)
        api = background.stop(settings)
        database = settings.embedded and local.stop(settings.home, say)
    print(f"API: {'đã dừng' if api else 'không chạy'}.")
    if settings.embedded:
        print(f"Neo4j: {'đã dừng, dữ liệu còn nguyên' if database else 'không chạy'}.")
    return 0
