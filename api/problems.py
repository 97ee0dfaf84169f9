"""How a failure is told over HTTP: one shape, `application/problem+json` (RFC 9457), in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import Scope

from api.errors import outcome
from api.negotiation import Language, language
from graph.vocabulary.failures import Failure

RETRY_AFTER_SECONDS = 5

TITLES: dict[int, dict[Language, str]] = {
    300: {"vi": "Có nhiều lựa chọn", "en": "Multiple choices"},
    400: {"vi": "Yêu cầu sai", "en": "Bad request"},
    401: {"vi": "Cần khóa API", "en": "API key required"},
    403: {"vi": "Không được phép", "en": "Forbidden"},
    404: {"vi": "Không tìm thấy", "en": "Not found"},
    405: {"vi": "Phương thức không dùng được", "en": "Method not allowed"},
    413: {"vi": "Nội dung quá dài", "en": "Content too large"},
    414: {"vi": "Địa chỉ quá dài", "en": "Address too long"},
    422: {"vi": "Giá trị chưa hợp lệ", "en": "Unprocessable value"},
    500: {"vi": "Lỗi ngoài dự kiến", "en": "Unexpected error"},
    503: {"vi": "Cơ sở dữ liệu chưa sẵn sàng", "en": "Database not available"},
    504: {"vi": "Quá thời gian", "en": "Timed out"},
}


class ProblemResponse(JSONResponse):
    """An error as RFC 9457 has it, with `code`, the failure's stable name, and what else it knows."""

    media_type = "application/problem+json"


def problem(
    failure: Failure, scope: Scope, headers: Mapping[str, str] | None = None, **more: object
) -> ProblemResponse:
    """The response that tells `failure` to whoever asked."""
    spoken = language(Headers(scope=scope).get("accept-language", ""))
    status = outcome(failure).status
    content = {
        "type": f"urn:chidao:problem:{failure.code}",
        "title": TITLES[status][spoken],
        "status": status,
        "detail": str(failure) if spoken == "vi" else failure.english(),
        "instance": scope["path"],
        "code": failure.code,
        **more,
    }
    return ProblemResponse(content, status, _headers(status, spoken, headers or {}))


def _headers(status: int, spoken: Language, given: Mapping[str, str]) -> dict[str, str]:
    headers = {"Content-Language": spoken, "Vary": "Accept-Language", **given}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return headers
