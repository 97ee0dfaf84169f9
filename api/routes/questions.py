"""The catalogue over HTTP: every question by its id, and at the route that its file names."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api import openapi
from api.render import describe
from api.routes.answers import link, respond
from graph import Question, question, questions

Endpoint = Callable[[Request], Awaitable[Response]]

BY_ID = "/{document}"


def router() -> APIRouter:
    """All routes of the catalogue. The most specific stand first, since an id or number may hold any character."""
    routes = APIRouter()
    routes.add_api_route("/questions", listing, summary="Danh mục câu hỏi", tags=["danh mục"], operation_id="questions")
    routes.add_api_route("/questions/{question}", by_id, **openapi.any_question())
    for path, asked, endpoint in sorted(_routes(), key=lambda route: -_literals(route[0])):
        places = re.findall(r"{(\w+)}", path)
        open_path = re.sub(r"{(\w+)}", r"{\1:path}", path)
        routes.add_api_route(open_path, endpoint, **openapi.operation(asked, places, by_number=path != asked.route))
    return routes


async def listing(request: Request) -> Response:
    """Every question: its parameters, its columns, and an address that asks it with the example's values."""
    return JSONResponse([{**describe(one), "example": example(one)} for one in questions().values()])


async def by_id(request: Request) -> Response:
    """Any question by its id; its parameters stand in the address."""
    return await respond(request, question(request.path_params["question"]), request.query_params)


def example(asked: Question) -> str:
    """An address that asks the question."""
    return link(asked, {p.name: p.example or "" for p in asked.params if p.required})


def _routes() -> list[tuple[str, Question, Endpoint]]:
    found = [(one.route, one, _endpoint(one)) for one in questions().values()]
    taken = {path for path, _, _ in found}
    by_number = [(one.route.replace(BY_ID, ""), one) for one in questions().values() if BY_ID in one.route]
    return found + [(path, one, _number_endpoint(one)) for path, one in by_number if path not in taken]


def _endpoint(asked: Question) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await respond(request, asked, {**request.query_params, **request.path_params})

    return endpoint


def _number_endpoint(asked: Question) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        values = dict(request.query_params)
        if "number" in values:
            values["document"] = values.pop("number")
        return await respond(request, asked, values)

    return endpoint


def _literals(path: str) -> int:
    return sum(not part.startswith("{") for part in path.split("/"))
