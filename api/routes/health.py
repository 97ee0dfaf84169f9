"""Whether the API lives, and whether it can answer: two different things, asked by different watchers."""

from __future__ import annotations

from anyio.to_thread import run_sync
from fastapi import APIRouter
from starlette.requests import Request

from api.connection import Connection

router = APIRouter(prefix="/health", tags=["vận hành"])


@router.get("/live", summary="API còn chạy", operation_id="live")
async def live() -> dict[str, str]:
    """Always 200 while the process runs; restart it when it is not."""
    return {"status": "live"}


@router.get("/ready", summary="Trả lời được câu hỏi", operation_id="ready")
async def ready(request: Request) -> dict[str, str]:
    """200 when the database answers, else 503: send no questions here for now."""
    connection: Connection = request.app.state.connection
    await run_sync(connection.check, abandon_on_cancel=True)
    return {"status": "ready"}
