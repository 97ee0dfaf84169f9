"""How much a request may ask of us: lengths before it is read, time while it is answered."""

from __future__ import annotations

import asyncio
import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.failures import AddressTooLong, BodyTooLong, ServerError, TookTooLong
from api.problems import problem
from graph.vocabulary.failures import Failure

ADDRESS_BYTES = 8 * 1024
BODY_BYTES = 64 * 1024

log = logging.getLogger("chidao.api")


class Limits:
    """Refuses what is too long before anything is done with it. No route takes a body yet."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _too_long(scope) if scope["type"] == "http" else None
        answer = problem(refusal, scope) if refusal else self._app
        await answer(scope, receive, send)


def _too_long(scope: Scope) -> Failure | None:
    if len(scope["raw_path"]) + len(scope["query_string"]) > ADDRESS_BYTES:
        return AddressTooLong(limit=ADDRESS_BYTES)
    declared = dict(scope["headers"]).get(b"content-length", b"0")
    return BodyTooLong(limit=BODY_BYTES) if int(declared) > BODY_BYTES else None


class Backstop:
    """Whatever happens inside, the answer is one of ours: late is 504, a bug is 500 with its trace in the log."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        failure = await self._run(scope, receive, watched)
        if failure and not started:
            await problem(failure, scope)(scope, receive, send)

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> Failure | None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._app(scope, receive, send)
        except TimeoutError:
            return TookTooLong(seconds=self._seconds)
        except Exception:
            log.exception("%s %s", scope["method"], scope["path"])
            return ServerError()
        return None
