"""The specification of the HTTP interface, OpenAPI 3.1, read off the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from api.models import Problem, answer_model
from graph import Param, Question, questions

PARAMETERS = {
    "document": "Văn bản: mã trong đồ thị hoặc số ký hiệu như đã in.",
    "unit": "Đơn vị: mã trong đồ thị hoặc tên.",
    "official": "Người: mã trong đồ thị hoặc họ tên.",
    "directive": "Chỉ đạo: mã trong đồ thị.",
    "date": "Ngày theo ISO 8601; không nêu as_of thì là hôm nay.",
    "datetime": "Thời điểm theo ISO 8601; không nêu known_at thì là lúc này.",
    "text": "Chữ.",
    "int": "Số nguyên.",
    "choice": "Một trong các giá trị; từ tiếng Việt cũng được.",
    "document_type": "Loại văn bản.",
}
SCHEMAS: dict[str, dict[str, Any]] = {
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "int": {"type": "integer"},
}
PROBLEMS = {
    "300": "Số hoặc tên ứng với nhiều thứ; chọn một trong `candidates`",
    "401": "Thiếu khóa API, hoặc khóa sai",
    "404": "Không có trong đồ thị",
    "422": "Tham số thiếu hoặc sai",
    "503": "Cơ sở dữ liệu chưa trả lời; thử lại sau `Retry-After` giây",
    "504": "Quá thời gian",
}
HEALTH_PROBLEMS = {status: PROBLEMS[status] for status in ("401", "503")}
PROBLEM_CONTENT = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


class Api(FastAPI):
    """FastAPI with our error shape and our keys in its specification."""

    def openapi(self) -> dict[str, Any]:
        """The specification, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = _specification(self)
        return self.openapi_schema


def operation(asked: Question, places: Iterable[str], by_number: bool) -> dict[str, Any]:
    """What FastAPI is told of a question's route; `places` are the parameters that stand in the path."""
    name = asked.id.replace("-", "_")
    in_path = set(places)
    parameters = [_parameter(one, "path" if one.name in in_path else "query") for one in asked.params]
    if by_number:
        parameters = [{**one, "name": "number"} if one["name"] == "document" else one for one in parameters]
    return {
        "methods": ["GET"],
        "operation_id": f"{name}_by_number" if by_number else name,
        "summary": asked.title,
        "description": asked.title_en,
        "tags": [asked.group],
        "response_model": answer_model(asked),
        "responses": {200: {"description": "Câu trả lời", "content": {"text/csv": {"schema": {"type": "string"}}}}},
        "openapi_extra": {"parameters": parameters},
    }


def any_question() -> dict[str, Any]:
    """What FastAPI is told of the one route that takes every question."""
    ids = {"type": "string", "enum": list(questions())}
    free = {"type": "object", "additionalProperties": {"type": "string"}}
    return {
        "methods": ["GET"],
        "operation_id": "ask",
        "summary": "Hỏi một câu trong danh mục",
        "tags": ["danh mục"],
        "response_model": answer_model(None),
        "openapi_extra": {
            "parameters": [
                {"name": "question", "in": "path", "required": True, "schema": ids},
                {"name": "values", "in": "query", "style": "form", "explode": True, "schema": free},
            ]
        },
    }


def _parameter(param: Param, place: str) -> dict[str, Any]:
    default = {"default": int(param.default)} if param.type == "int" and param.default else {}
    choices = {"enum": list(param.choices)} if param.choices else {}
    found = {
        "name": param.name,
        "in": place,
        "required": param.required,
        "description": PARAMETERS[param.type],
        "schema": SCHEMAS.get(param.type, {"type": "string"}) | default | choices,
    }
    return found | ({"example": param.example} if param.example else {})


def _specification(app: FastAPI) -> dict[str, Any]:
    specification = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes, tags=_tags()
    )
    components = specification["components"]
    components["schemas"] |= _schemas(Problem)
    components["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer"},
        "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    }
    # No key is needed where only this machine can ask, hence the empty alternative.
    specification["security"] = [{"bearer": []}, {"key": []}, {}]
    for path, described in specification["paths"].items():
        told = PROBLEMS if path.startswith("/api/") else HEALTH_PROBLEMS
        described["get"]["responses"] |= {
            status: {"description": words, "content": PROBLEM_CONTENT} for status, words in told.items()
        }
    return specification


def _schemas(model: type[Any]) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _tags() -> list[dict[str, Any]]:
    return [{"name": group} for group in sorted({one.group for one in questions().values()})]
