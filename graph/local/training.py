"""`python -m graph.local.training CACHE`: make the AOT cache, at the lowest priority, beside everybody's work.

It starts a Neo4j of its own, with its own data, ports and password, puts a few questions to it and stops it; Java
writes the cache as it ends. Killed at any point it leaves nothing that the next one does not clear away.
"""

from __future__ import annotations

import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

import psutil
from filelock import FileLock, Timeout
from neo4j import GraphDatabase

from graph.local import aot, fetch, processes, ready, server
from graph.local.folder import Folder

# What Java has seen once it loads fast ever after, so a little of everything that a first session asks.
_QUESTIONS = (
    "CREATE CONSTRAINT trained IF NOT EXISTS FOR (n:Trained) REQUIRE n.id IS UNIQUE",
    "CREATE FULLTEXT INDEX trained_text IF NOT EXISTS FOR (n:Trained) ON EACH [n.text]",
    "UNWIND range(1, 200) AS id MERGE (n:Trained {id: id}) SET n.text = 'chỉ đạo ' + id, n.day = date('2024-05-18')",
    "MATCH (a:Trained), (b:Trained {id: a.id + 1}) MERGE (a)-[r:NEXT {at: datetime()}]->(b) RETURN count(r)",
    "MATCH p = (a:Trained {id: 1})-[:NEXT*1..4]->(b) OPTIONAL MATCH (b)<-[:NEXT]-(c) "
    "WITH a, b, collect(DISTINCT c.id) AS before RETURN a.id, b {.id, .text}, before ORDER BY b.id LIMIT 25",
    "MATCH (n:Trained) WHERE EXISTS {(n)-[:NEXT]->()} CALL (n) {MATCH (n)-[:NEXT]->(m) RETURN count(m) AS next} "
    "RETURN n.day, sum(next)",
    "CALL db.index.fulltext.queryNodes('trained_text', 'chỉ đạo') YIELD node, score RETURN node, score LIMIT 5",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n:Trained) DETACH DELETE n",
)

_WRITING = 1800.0  # seconds that Java may take to write the cache on a busy machine


def main(cache: Path) -> None:
    _yield_to_others()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that `finally` below ends Neo4j too
    with suppress(Timeout), FileLock(cache / "training.lock", blocking=False):
        if not aot.usable(cache):
            _train(cache, Folder.of(cache / "training"))


def _train(cache: Path, folder: Folder) -> None:
    _clear(folder)
    try:
        folder.make()
        fresh = folder.root / "fresh.aot"
        jars = fetch.jars(cache, lambda *_: None)
        _ask(server.launch(folder, jars, (f"-XX:AOTCacheOutput={fresh}",)))
        aot.publish(fresh, cache)
    finally:
        _clear(folder)


def _ask(instance: server.Instance) -> None:
    ready.wait_until_ready(instance)
    running = instance.running
    with GraphDatabase.driver(running.bolt_uri, auth=(running.user, running.password)) as driver:
        for question in _QUESTIONS:
            driver.execute_query(question, database_="neo4j")
    processes.end(instance.process, _WRITING)


def _clear(folder: Folder) -> None:
    """End a Neo4j that a killed training left, and forget its data."""
    if instance := server.find(folder):
        processes.end(instance.process, 0)
    shutil.rmtree(folder.root.parent, ignore_errors=True)


def _yield_to_others() -> None:
    if sys.platform == "win32":
        psutil.Process().nice(psutil.IDLE_PRIORITY_CLASS)
    else:
        psutil.Process().nice(19)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
