"""The way to the database that the settings name: a Neo4j elsewhere, or the embedded one, started when needed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import NamedTuple

from neo4j.exceptions import DriverError, Neo4jError

from api.settings import Settings
from graph import Graph, connect, local
from graph.failures import Unreachable
from graph.vocabulary.failures import Failure

Progress = Callable[[str, int | None, int | None], None]


class Address(NamedTuple):
    """Where the database is and as whom we come."""

    uri: str
    user: str
    password: str
    browser_url: str | None


def locate(settings: Settings, progress: Progress) -> Address:
    """Find the database, starting the embedded one where no other is named."""
    if settings.neo4j_uri is not None:
        return Address(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password.get_secret_value(), None)
    running = local.ensure(settings.home, settings.cache, progress)
    return Address(running.bolt_uri, running.user, running.password, running.browser_url)


def open_graph(settings: Settings, progress: Progress) -> Graph:
    """Connect, or raise the failure that says why not."""
    address = locate(settings, progress)
    return connect(address.uri, address.user, address.password, settings.neo4j_database)


class Connection:
    """The server's one graph: opened when first asked for, so that the API may be up before its database is.

    While the database is away, opening fails at once for `PAUSE` seconds after a try: requests that each tried for
    themselves would queue behind one another until they time out.
    """

    PAUSE = 2.0

    def __init__(self, open_: Callable[[], Graph]) -> None:
        self._open = open_
        self._lock = Lock()
        self._graph: Graph | None = None
        self._failure: Failure | None = None
        self._failed_at = 0.0

    def graph(self) -> Graph:
        """The open graph.

        Raises:
            Failure: it cannot be opened now; a later call tries again.
        """
        with self._lock:
            if self._graph is None:
                self._graph = self._opened()
            return self._graph

    def lost(self, graph: Graph) -> None:
        """`graph` answers no more: the next call opens anew, as the embedded database may come back elsewhere."""
        with self._lock:
            if self._graph is graph:
                self._graph = None

    def check(self) -> None:
        """Make sure that the database answers now.

        Raises:
            Failure: it does not.
        """
        graph = self.graph()
        try:
            graph.driver.verify_connectivity()
        except (DriverError, Neo4jError):
            self.lost(graph)
            raise Unreachable(uri=graph.uri) from None

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._graph is not None:
                self._graph.close()
                self._graph = None

    def _opened(self) -> Graph:
        if self._failure and monotonic() < self._failed_at + self.PAUSE:
            raise self._failure.with_traceback(None)
        try:
            return self._open()
        except Failure as failure:
            self._failure, self._failed_at = failure, monotonic()
            raise
