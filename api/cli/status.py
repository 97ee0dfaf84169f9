"""`chidao status`: what runs here and what the graph holds."""

from __future__ import annotations

from collections import Counter

from api import background
from api.cli.group import Command, one_command
from api.settings import Settings, load
from graph import Graph, ask, connect, local, question
from graph.words import words

NOT_RUNNING = 3
COUNTED = 10_000

app = one_command()


@app.command(cls=Command)
def status() -> int:
    """
    Xem cái gì đang chạy và đồ thị có gì.

    Chỉ xem, không khởi động gì. Cơ sở dữ liệu không chạy thì mã thoát là 3.

    Ví dụ:
      chidao status
    """
    settings = load()
    api = background.find(settings)
    print(f"API: {f'{api.url} (tiến trình {api.pid})' if api else 'không chạy'}")
    graph = _graph(settings)
    if graph is None:
        print("Neo4j: không chạy. “chidao up” sẽ khởi động.")
        return NOT_RUNNING
    with graph:
        print(f"Neo4j: {graph.uri}")
        _show_contents(graph)
    return 0


def _graph(settings: Settings) -> Graph | None:
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password.get_secret_value()
        return connect(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
    running = local.status(settings.home)
    return connect(running.bolt_uri, running.user, running.password) if running else None


def _show_contents(graph: Graph) -> None:
    documents = ask(graph, question("documents"), {"limit": COUNTED})
    coverages = Counter(row["coverage"] for row in documents.rows)
    more = "ít nhất " if documents.truncated else ""
    print(f"Văn bản: {more}{len(documents.rows)}")
    for coverage, name in words("coverage").items():
        if coverages[coverage]:
            print(f"  {name}: {coverages[coverage]}")
