"""The one table that gives each failure its HTTP status and its exit code (design §6); failures know neither.

Exit codes: 1 the work was done but something is missing or wrong in what was given, 2 wrong use, 3 the database or
a needed part is not there. A class stands for its subclasses, unless they have a line of their own; what has none
at all (the local Neo4j's failures, a taken port) is a needed part that is not there.
"""

from __future__ import annotations

from typing import NamedTuple

from api import failures as own
from graph import failures as graph
from graph.vocabulary.failures import Failure
from ingest import failures as ingest


class Outcome(NamedTuple):
    """What a failure means to a browser and to a shell."""

    status: int
    exit: int


_OUTCOMES: dict[type[Failure], Outcome] = {
    Failure: Outcome(503, 3),
    ingest.SourceFailure: Outcome(422, 1),
    ingest.Missing: Outcome(404, 2),
    graph.GraphFailure: Outcome(503, 3),
    graph.WrongAddress: Outcome(503, 2),
    graph.TimedOut: Outcome(504, 3),
    graph.UnknownQuestion: Outcome(404, 2),
    graph.BadParameter: Outcome(422, 2),
    graph.Unknown: Outcome(404, 1),
    graph.Ambiguous: Outcome(300, 1),
    own.BadSetting: Outcome(500, 2),
    own.NoKey: Outcome(500, 2),
    own.WrongUse: Outcome(500, 2),
    own.NoFiles: Outcome(422, 2),
    own.Unexpected: Outcome(500, 1),
    own.ServerError: Outcome(500, 1),
    own.BadRequest: Outcome(400, 2),
    own.Unauthorized: Outcome(401, 2),
    own.WrongHost: Outcome(403, 2),
    own.NotFound: Outcome(404, 2),
    own.MethodNotAllowed: Outcome(405, 2),
    own.BodyTooLong: Outcome(413, 2),
    own.AddressTooLong: Outcome(414, 2),
    own.TookTooLong: Outcome(504, 3),
}


def outcome(failure: Failure) -> Outcome:
    """The table's line for the nearest class of `failure`."""
    return next(_OUTCOMES[kind] for kind in type(failure).__mro__ if kind in _OUTCOMES)
