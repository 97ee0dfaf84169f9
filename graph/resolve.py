"""From what a person types to one node's id."""

from __future__ import annotations

from graph.connect import Graph


def resolve_document(graph: Graph, text: str) -> str:
    """The id of the document that `text` means: an id, or a printed number however spaced and cased.

    Raises:
        UnknownDocument: nothing bears it; the message names similar numbers.
        AmbiguousDocument: several bear it.
    """
    raise NotImplementedError
