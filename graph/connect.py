"""The way to the database: Bolt with the official driver, local or far away alike."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self
from urllib.parse import urlsplit

from neo4j import WRITE_ACCESS, Driver, GraphDatabase, NotificationMinimumSeverity, Session
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from graph.failures import DatabaseFailed, GraphFailure, MissingDatabase, Unreachable, WrongAddress, WrongPassword

_SCHEMES: Final = frozenset(f"{name}{safety}" for name in ("bolt", "neo4j") for safety in ("", "+s", "+ssc"))
# Without a handler of its own the driver's log lands on stderr, among the answers.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Graph:
    """An open way to one database. Close it, or use it in a `with`."""

    driver: Driver
    database: str
    uri: str

    def session(self, access: str = WRITE_ACCESS) -> Session:
        """A session on the database. All of one `Graph` share their bookmarks, so that on a cluster too a question
        sees what was written before it."""
        return self.driver.session(
            database=self.database,
            default_access_mode=access,
            bookmark_manager=self.driver.execute_query_bookmark_manager,
        )

    def close(self) -> None:
        self.driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def connect(uri: str, user: str, password: str, database: str = "neo4j", timeout: float = 5.0) -> Graph:
    """Connect and make sure that the database answers, within about `timeout` seconds.

    Raises:
        WrongAddress: the address has no scheme that the driver knows, or no host.
        Unreachable: nothing answers Bolt there.
        WrongPassword: the user or the password is refused.
        MissingDatabase: the server has no such database.
        DatabaseFailed: the server answers, but not as a working database.
    """
    graph = Graph(_driver(uri, user, password, timeout), database, uri)
    try:
        with graph.session() as session:
            session.run("RETURN 1").consume()  # outside a managed transaction, which would try again and again
    except (DriverError, Neo4jError) as error:
        graph.close()
        raise _told(error, uri, user, database) from error
    return graph


@contextmanager
def failures_told(graph: Graph) -> Iterator[None]:
    """Failures of the driver and the database, told as ours.

    Raises:
        GraphFailure: in place of the driver's error, which is its cause.
    """
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise _told(error, graph.uri, "", graph.database) from error


def _driver(uri: str, user: str, password: str, timeout: float) -> Driver:
    if not _is_address(uri):
        raise WrongAddress(uri=uri)
    try:
        return GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=timeout,
            connection_acquisition_timeout=timeout,
            max_transaction_retry_time=2 * timeout,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    except (ConfigurationError, ValueError) as error:
        raise WrongAddress(uri=uri) from error


def _is_address(uri: str) -> bool:
    """The driver takes http too, as a preview, and finds bad hosts and ports only later, each in its own way."""
    try:
        parts = urlsplit(uri)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and " " not in uri and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def _told(error: DriverError | Neo4jError, uri: str, user: str, database: str) -> GraphFailure:
    if isinstance(error, AuthError):
        return WrongPassword(uri=uri, user=user)
    if isinstance(error, ClientError) and error.code == "Neo.ClientError.Database.DatabaseNotFound":
        return MissingDatabase(uri=uri, database=database)
    if isinstance(error, DriverError):
        return Unreachable(uri=uri)
    return DatabaseFailed(uri=uri, reason=error.message)
