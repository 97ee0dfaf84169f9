"""Readings into the graph: one transaction for each document, and nothing written that already stands there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import ClientError

from graph.changes import Changes, Written
from graph.connect import Graph, failures_told
from graph.document import Part, write_document
from graph.identity import identify
from graph.records import Reading
from graph.schema import schema
from graph.schema.statements import definitions
from graph.transaction import Work

Report = Callable[[Written], None]


def prepare(graph: Graph) -> None:
    """Make the constraints and indexes that are missing, and wait until they serve.

    Raises:
        GraphFailure: the database failed.
    """
    with failures_told(graph), graph.session() as session:
        there = set(session.run("SHOW INDEXES YIELD name").value("name"))
        for name, statement in definitions(schema()).items():
            if name not in there:
                _define(session, statement)
        session.run("CALL db.awaitIndexes(300)").consume()


def apply(graph: Graph, readings: Iterable[Reading], report: Report = lambda _: None) -> Changes:
    """Write what the readings say; readings of one source must follow each other.

    `report` hears of each document once it is committed. Returns the sum of all changes.

    Raises:
        GraphFailure: the database failed; the document in hand is not written, those before it are.
    """
    total = Changes()
    with failures_told(graph), graph.session() as session:
        for name, part in _parts(readings):
            written = session.execute_write(_written, name, part)
            total += written.changes
            report(written)
    return total


def _define(session: Session, statement: str) -> None:
    """Make one constraint or index; another command may have made it in the meantime."""
    try:
        session.run(statement).consume()
    except ClientError as error:
        if "AlreadyExists" not in str(error.code):
            raise


def _parts(readings: Iterable[Reading]) -> Iterator[tuple[str, Part]]:
    """Each reading with the name of its file. The readings of one source share its text out among themselves, so
    that nothing which an earlier reading found there remains."""
    for _, group in groupby(readings, key=lambda reading: reading.source.sha256):
        # The same file given twice is one source.
        once = {(reading.document.id, reading.document.start): reading for reading in group}
        several = sorted(once.values(), key=lambda reading: reading.document.start)
        starts = [0, *(reading.document.start for reading in several[1:]), sys.maxsize]
        for reading, from_char, to_char in zip(several, starts[:-1], starts[1:], strict=True):
            source = reading.source
            part = Part(reading.document.id, source.sha256, source.reader, from_char, to_char, identify(reading))
            yield source.name, part


def _written(transaction: ManagedTransaction, name: str, part: Part) -> Written:
    """The work of one transaction; the driver may do it again after a transient failure."""
    work = Work(transaction, schema())
    outcome = write_document(work, part, datetime.now(UTC))
    return Written(part.document, name, outcome, work.changes)
