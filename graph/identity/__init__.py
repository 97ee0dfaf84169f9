"""Identity: from what one reading says to rows of the graph. Nothing here looks into the database."""

from graph.identity.agents import agents, paper_of
from graph.identity.citations import attachments, citations
from graph.identity.directives import directives
from graph.identity.head import READ_FROM, head
from graph.identity.values import Row, Rows, Value, gather, signed
from graph.records import Reading

__all__ = ["Row", "Rows", "Value", "identify"]


def identify(reading: Reading) -> Rows:
    """All nodes and facts of one reading, with ids that other readings share."""
    paper = paper_of(reading)
    return signed(
        gather((*head(paper), *agents(paper), *directives(paper), *citations(paper), *attachments(paper))), READ_FROM
    )
