"""Readings made by hand, for cases that no real paper of ours has, and a graph that is empty and prepared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import neo4j
import pytest

from graph import Graph, connect, local, prepare
from graph.records import Document, Reading, Source

Make = Callable[..., Reading]

_BLANK = Document(
    **dict.fromkeys(
        ("type", "type_text", "family", "number", "symbol", "number_source", "issuer", "issuer_text", "issuing_body")
    ),
    **dict.fromkeys(("territory", "ordered_by", "issue_date", "meeting_date", "place", "subject")),
    id="urn:lex:vn:lex-1",
    signers=(),
    recipients=(),
    evidence=(),
    start=0,
    end=0,
)


@pytest.fixture
def make() -> Make:
    """`make(text, document={…}, units=(…), …)`: a reading of this text, whose document has these fields."""

    def make(text: str, name: str = "a.txt", reader: str = "plain", document: Any = None, **parts: Any) -> Reading:
        sha256 = hashlib.sha256(f"{name} {text}".encode()).hexdigest()
        fields: dict[str, Any] = {"end": len(text)} | (document or {})
        empty = dict.fromkeys(("directives", "citations", "units", "officials", "tasks", "relations", "warnings"), ())
        source = Source(sha256, name, "text/plain", None, reader, {})
        return Reading(source=source, text=text, document=replace(_BLANK, **fields), **(empty | parts))

    return make


@pytest.fixture
def graph(running: local.Running, empty_graph: neo4j.Driver) -> Iterator[Graph]:
    """The shared Neo4j, empty, with its constraints."""
    with connect(running.bolt_uri, running.user, running.password) as graph:
        prepare(graph)
        yield graph
