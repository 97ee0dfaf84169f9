"""The one page there is for now: the questions, each with an address to try. No script, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from api.headers import SECURITY
from api.negotiation import Language, language
from api.routes.questions import example
from graph import Question, questions

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; color: #7a1f1f }
dt { margin-top: .8rem; font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
code, small { color: #555 }
"""
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = SECURITY["Content-Security-Policy"] + f"; style-src 'sha256-{STYLE_HASH}'"
WORDS: dict[Language, tuple[str, str]] = {
    "vi": ("Các câu hỏi của chidao", "Đặc tả OpenAPI"),
    "en": ("The questions of chidao", "OpenAPI specification"),
}

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home() -> RedirectResponse:
    """There is no explorer yet: the list of questions is the front door."""
    return RedirectResponse("/docs")


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """Every question with an address that asks it."""
    spoken = language(request.headers.get("accept-language", ""))
    headers = {"Content-Security-Policy": POLICY, "Content-Language": spoken, "Vary": "Accept-Language"}
    return HTMLResponse(_page(spoken), headers=headers)


def _page(spoken: Language) -> str:
    heading, specification = WORDS[spoken]
    ordered = sorted(questions().values(), key=lambda one: (one.group, one.id))
    groups = "".join(
        f"<h2>{escape(group)}</h2><dl>{''.join(_entry(one, spoken) for one in members)}</dl>"
        for group, members in groupby(ordered, key=lambda one: one.group)
    )
    return (
        f'<!doctype html><html lang="{spoken}"><meta charset="utf-8"><title>{heading}</title><style>{STYLE}</style>'
        f'<h1>{heading}</h1><p><a href="/api/v1/openapi.json">{specification}</a></p>{groups}</html>'
    )


def _entry(asked: Question, spoken: Language) -> str:
    title = asked.title if spoken == "vi" else asked.title_en
    address = escape(example(asked))
    parameters = " · ".join(
        f"{one.name}: {'|'.join(one.choices) if one.type == 'choice' else one.type}" for one in asked.params
    )
    return (
        f"<dt>{escape(title)} <code>{escape(asked.id)}</code></dt>"
        f'<dd><a href="{address}">{address}</a><br><small>{escape(parameters)}</small></dd>'
    )
