"""The way to the database that the settings name: a Neo4j elsewhere, or the embedded one, started when needed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import NamedTuple

from pydantic import SecretStr

from api.failures import NoDatabase
from api.settings import Settings
from graph import Graph, connect, local
from graph.connect import failures_told
from graph.failures import Unreachable
from graph.local import Progress
from graph.local.folder import Folder
from graph.vocabulary.failures import Failure


class Address(NamedTuple):
    """Where the database is and as whom we come; `local` where it is the embedded one."""

    uri: str
    user: str
    password: SecretStr
    local: local.Running | None


def locate(settings: Settings, progress: Progress) -> Address:
    """Find the database, starting the embedded one where no other is named."""
    if settings.neo4j_uri is not None:
        return Address(settings.neo4j_uri, settings.neo4j_user, settings.neo4j_password, None)
    running = local.ensure(settings.home, settings.cache, progress)
    return Address(running.bolt_uri, running.user, SecretStr(running.password), running)


def open_at(address: Address, settings: Settings) -> Graph:
    """Connect, or raise the failure that says why not."""
    return connect(address.uri, address.user, address.password.get_secret_value(), settings.neo4j_database)


def open_graph(settings: Settings, progress: Progress, create: bool = True) -> Graph:
    """Find the database and connect. Without `create`, an embedded one must have been there before.

    Raises:
        NoDatabase: it was not; nothing is made then.
        Failure: the database cannot be started or does not answer.
    """
    if settings.embedded and not (create or _holds_a_graph(settings)):
        raise NoDatabase(home=settings.home)
    address = locate(settings, progress)
    progress("Đang nối với cơ sở dữ liệu", None, None)
    return open_at(address, settings)


def _holds_a_graph(settings: Settings) -> bool:
    """Whether a Neo4j of this home has ever answered: until then its password is not published."""
    folder = Folder.of(settings.home)
    return folder.system_database.exists() and not folder.first_password.exists()


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
            with failures_told(graph):
                graph.driver.verify_connectivity()
        except Unreachable:
            self.lost(graph)
            raise

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
