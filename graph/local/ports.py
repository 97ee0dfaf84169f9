"""Two free ports on loopback, so that several projects share one machine."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Ports:
    bolt: int
    http: int


def choose(previous: Ports | None) -> Ports:
    """The ports of last time while they are free, so that addresses stay the same; else two that the system gives.

    Neo4j's usual 7687 and 7474 are left to whoever runs another Neo4j, from Docker for one.
    """
    if previous and _is_free(previous.bolt) and _is_free(previous.http):
        return previous
    with _listener(0) as bolt, _listener(0) as http:
        return Ports(bolt.getsockname()[1], http.getsockname()[1])


def _is_free(port: int) -> bool:
    try:
        with _listener(port):
            return True
    except OSError:
        return False


def _listener(port: int) -> socket.socket:
    listener = socket.socket()
    if sys.platform != "win32":  # there the option would let two programs share a port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
    except OSError:
        listener.close()
        raise
    return listener
