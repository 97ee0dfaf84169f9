"""The HTTP interface put together: what stands before a request, the routes, the one error shape."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.connection import Connection
from api.errors import outcome
from api.failures import BadRequest, DatabaseAway, MethodNotAllowed, NotFound
from api.guard import Guard, require_key
from api.headers import SecurityHeaders
from api.limits import Backstop, Limits
from api.openapi import Api
from api.problems import problem
from api.routes import health, pages, questions
from api.routes.answers import API
from api.settings import Settings
from graph.vocabulary.failures import Failure

ANSWER_SECONDS = 40.0

log = logging.getLogger("chidao.api")


def create_app(settings: Settings, connection: Connection) -> FastAPI:
    """The application, ready to serve.

    Raises:
        NoKey: others than this machine could ask, and no key is set.
    """
    require_key(settings)
    app = Api(
        title="chidao",
        version=version("chidao"),
        description="Ai chịu trách nhiệm việc gì, từ bao giờ, theo văn bản nào.",
        openapi_url=f"{API}/openapi.json",
        # FastAPI's own pages load scripts from a content-delivery network; ours is at /docs.
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.connection = connection
    _add_routes(app)
    _add_errors(app)
    _add_defences(app, settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.connection.close()


def _add_routes(app: FastAPI) -> None:
    app.include_router(pages.router)
    app.include_router(health.router)
    app.include_router(health.router, prefix=API, include_in_schema=False)
    app.include_router(questions.router(), prefix=API)


def _add_errors(app: FastAPI) -> None:
    app.add_exception_handler(Failure, _failed)
    app.add_exception_handler(HTTPException, _refused)


def _add_defences(app: FastAPI, settings: Settings) -> None:
    """The last one added stands outermost."""
    app.add_middleware(Backstop, seconds=ANSWER_SECONDS)
    app.add_middleware(Limits)
    app.add_middleware(Guard, key=settings.api_key)
    app.add_middleware(SecurityHeaders)


async def _failed(request: Request, failure: Any) -> Response:
    if outcome(failure).status == HTTPStatus.SERVICE_UNAVAILABLE:
        log.warning("%s", failure)
        failure = DatabaseAway()
    return problem(failure, request.scope)


async def _refused(request: Request, error: Any) -> Response:
    failures: dict[int, Failure] = {404: NotFound(), 405: MethodNotAllowed(method=request.method)}
    failure = failures.get(error.status_code, BadRequest(reason=error.detail))
    return problem(failure, request.scope, error.headers)
