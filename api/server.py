"""The API as a server: where it listens and how it runs."""

from __future__ import annotations

import logging
import socket

import uvicorn
from fastapi import FastAPI

from api.failures import CannotListen
from api.settings import Settings

KEEP_ALIVE_SECONDS = 15
# A stop waits this long for answers under way.
FINISH_SECONDS = 10


def listen(host: str, port: int) -> socket.socket:
    """A socket that others can reach us at.

    Raises:
        CannotListen: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        raise CannotListen(host=host, port=port, reason=error.strerror or error) from None
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named, which create_server does not; without it
    # every answer waits 40 ms for the caller's acknowledgement of its headers.
    return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, listener.detach())


def address(settings: Settings, port: int) -> str:
    """Where a browser on this machine finds an API that listens on `port`."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - told apart, not bound
    host = everywhere.get(settings.host, settings.host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def server(app: FastAPI) -> uvicorn.Server:
    """The server of `app`, not yet running."""
    config = uvicorn.Config(
        app,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=FINISH_SECONDS,
        proxy_headers=False,
        # What was asked holds names of people, and belongs in no log; the audit of who asked is another matter.
        access_log=False,
        log_config=None,
    )
    return uvicorn.Server(config)


def run(app: FastAPI, listener: socket.socket) -> None:
    """Serve until told to stop (Ctrl-C, SIGTERM)."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    server(app).run(sockets=[listener])
