"""From a file to a committed graph, against the bare driver writing as many nodes and relationships.

    python -m bench.writing

Both write to the same running Neo4j, in turns. The bare side sends the finished rows of the same paper in one
transaction with one UNWIND for each label and type, knowing nothing of identity, differences or former readings.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.database import scratch
from graph import Graph, apply
from ingest import read

SAMPLE = Path(__file__).parents[1] / "samples" / "thong-bao-giao-ban-2024-05.txt"
ROUNDS = 7


def clear(graph: Graph) -> None:
    graph.driver.execute_query("MATCH (n) DETACH DELETE n", database_=graph.database)


def rows(graph: Graph) -> tuple[dict[str, list[dict[str, Any]]], dict[tuple[str, str, str], list[dict[str, Any]]]]:
    """What stands in the graph, as rows by label and by type with the labels of both ends."""
    nodes: dict[str, list[dict[str, Any]]] = {}
    found = graph.driver.execute_query("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS row")
    for label, row in found.records:
        nodes.setdefault(label, []).append(row)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    query = """MATCH (a)-[r]->(b) RETURN labels(a)[0] AS head, type(r) AS type, labels(b)[0] AS tail,
               {from: a.id, to: b.id, row: properties(r)} AS row"""
    for head, kind, tail, row in graph.driver.execute_query(query).records:
        edges.setdefault((head, kind, tail), []).append(row)
    return nodes, edges


def bare(graph: Graph, nodes: dict[str, Any], edges: dict[tuple[str, str, str], Any]) -> None:
    with graph.driver.session(database=graph.database) as session, session.begin_transaction() as transaction:
        for label, some in nodes.items():
            transaction.run(f"UNWIND $rows AS row MERGE (n:`{label}` {{id: row.id}}) SET n = row", rows=some)
        for (head, kind, tail), some in edges.items():
            transaction.run(
                f"UNWIND $rows AS row MATCH (a:`{head}` {{id: row.from}}), (b:`{tail}` {{id: row.to}})"
                f" CREATE (a)-[r:`{kind}`]->(b) SET r = row.row",
                rows=some,
            )
        transaction.commit()


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    with scratch() as graph:
        apply(graph, read(SAMPLE))
        nodes, edges = rows(graph)
        ours, again, limit = [], [], []
        for _ in range(ROUNDS):
            clear(graph)
            ours.append(timed(lambda: apply(graph, read(SAMPLE))))
            again.append(timed(lambda: apply(graph, read(SAMPLE))))
            clear(graph)
            limit.append(timed(lambda: bare(graph, nodes, edges)))
    counts = sum(map(len, nodes.values())), sum(map(len, edges.values()))
    print(f"{SAMPLE.name}: {counts[0]} nodes, {counts[1]} relationships, median of {ROUNDS} rounds")
    print(f"file to committed graph   {median(ours):8.1f} ms")
    print(f"the same file again       {median(again):8.1f} ms")
    print(f"bare driver, rows ready   {median(limit):8.1f} ms")
    print(f"ratio                     {median(ours) / median(limit):8.2f}")


if __name__ == "__main__":
    main()
