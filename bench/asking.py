"""Catalogue questions against the bare driver running the same Cypher with the same parameters.

python -m bench.asking
"""

from __future__ import annotations

from pathlib import Path

from bench.database import scratch
from bench.timing import milliseconds
from graph import apply, ask, questions
from ingest import read

SAMPLE = Path(__file__).parents[1] / "samples" / "thong-bao-giao-ban-2024-05.txt"
ASKED: dict[str, dict[str, object]] = {
    "units-implementing-document": {"document": "65/KH-KHCN"},
    "directives-of-unit": {"unit": "Văn phòng Sở"},
    "tasks": {},
    "deadlines": {"until": "2024-05-18"},
}


def main() -> None:
    with scratch() as graph:
        apply(graph, read(SAMPLE))
        for name, values in ASKED.items():
            question = questions()[name]
            answer = ask(graph, question, values)
            used = {**answer.parameters, "limit": 1001}
            ours = milliseconds(lambda q=question, v=values: ask(graph, q, v))  # type: ignore[misc]
            bare = milliseconds(
                lambda q=question, p=used: graph.driver.execute_query(  # type: ignore[misc]
                    q.cypher, p, database_=graph.database, routing_="r"
                )
            )
            print(f"{name:28} {ours:6.2f} ms   bare {bare:6.2f} ms   ratio {ours / bare:.2f}   {len(answer.rows)} rows")


if __name__ == "__main__":
    main()
