"""The specification says what the API does: OpenAPI 3.1, every route of the catalogue, real answers fit it."""

from __future__ import annotations

import re
from typing import Any

import httpx
import jsonschema
import pytest

from graph import questions


@pytest.fixture(scope="module")
def specification(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def fits(specification: dict[str, Any], name: str, value: object) -> None:
    jsonschema.validate(value, {**specification, "$ref": f"#/components/schemas/{name}"})


def test_every_question_is_there_with_both_clocks(specification: dict[str, Any]) -> None:
    assert specification["openapi"].startswith("3.1")
    for asked in questions().values():
        described = specification["paths"][f"/api/v1{asked.route}"]["get"]
        assert described["operationId"] == asked.id.replace("-", "_")
        assert described["summary"] == asked.title
        assert {"as_of", "known_at"} <= {parameter["name"] for parameter in described["parameters"]}


def test_operations_are_fit_for_generated_clients(specification: dict[str, Any]) -> None:
    operations = [(path, described["get"]) for path, described in specification["paths"].items()]
    ids = [described["operationId"] for _, described in operations]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z_]+", id_) for id_ in ids)
    for path, described in operations:
        declared = {one["name"] for one in described.get("parameters", []) if one["in"] == "path"}
        assert set(re.findall(r"{(\w+)}", path)) == declared


def test_a_parameter_with_choices_lists_them(specification: dict[str, Any]) -> None:
    described = specification["paths"]["/api/v1/units/{unit}/directives"]["get"]
    (role,) = (one for one in described["parameters"] if one["name"] == "role")
    assert role["schema"] == {"type": "string", "enum": ["leads", "supports", "directs"]}


def test_documents_are_asked_for_by_number_too(specification: dict[str, Any]) -> None:
    described = specification["paths"]["/api/v1/documents/implementers"]["get"]
    (number,) = (one for one in described["parameters"] if one["name"] == "number")
    assert number["required"]
    assert number["example"] == "65/KH-KHCN"


def test_real_answers_and_errors_fit(client: httpx.Client, specification: dict[str, Any]) -> None:
    answer = client.get("/api/v1/documents/implementers", params={"number": "65/KH-KHCN"}).json()
    fits(specification, "UnitsImplementingDocumentAnswer", answer)
    fits(specification, "Problem", client.get("/api/v1/documents/implementers").json())
    several = client.get("/api/v1/documents/implementers", params={"number": "48/KH-UBND", "as_of": "2030-01-01"})
    fits(specification, "Problem", several.json())
