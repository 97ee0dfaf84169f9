"""How a question is answered over HTTP, whichever route it came by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from urllib.parse import quote, urlencode

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from api.connection import Connection
from api.negotiation import language, wants_csv
from api.problems import problem
from api.render import to_csv, to_json
from graph import Answer, Question, ask
from graph.failures import Ambiguous, Unreachable

API = "/api/v1"
VARY = {"Vary": "Accept, Accept-Language"}


async def respond(request: Request, question: Question, values: Mapping[str, str]) -> Response:
    """The answer as JSON or CSV, or 300 with what the given words may mean."""
    connection: Connection = request.app.state.connection
    try:
        answer = await run_sync(partial(_ask, connection, question, values), abandon_on_cancel=True)
    except Ambiguous as several:
        return problem(several, request.scope, candidates=_candidates(several, question, values))
    if language(request.headers.get("accept-language", "")) == "en":
        answer = replace(answer, title=question.title_en)
    if wants_csv(request.headers.get("accept", "")):
        return Response(to_csv(answer), media_type="text/csv; header=present", headers=VARY)
    return Response(to_json(answer), media_type="application/json", headers=VARY)


def link(question: Question, values: Mapping[str, str]) -> str:
    """The address that asks `question` with `values`, by its own route."""
    rest = dict(values)
    path = re.sub(r"{(\w+)}", lambda place: quote(rest.pop(place[1]), safe=":;~."), question.route)
    return API + path + (f"?{urlencode(rest)}" if rest else "")


def _ask(connection: Connection, question: Question, values: Mapping[str, str]) -> Answer:
    graph = connection.graph()
    try:
        return ask(graph, question, values)
    except Unreachable:
        connection.lost(graph)
        raise


def _candidates(several: Ambiguous, question: Question, values: Mapping[str, str]) -> list[dict[str, str | None]]:
    kind = several.code.removesuffix("-ambiguous")
    asked = [param.name for param in question.params if param.type == kind and param.name in values]
    return [
        {**asdict(one), "href": link(question, {**values, **dict.fromkeys(asked, one.id)})}
        for one in several.candidates
    ]
