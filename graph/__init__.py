"""The graph: what readings say, made one (`apply`), and what is asked of it (`ask`)."""

from graph.catalogue import Question, question, questions
from graph.changes import Changes, Written
from graph.connect import Graph, connect
from graph.question_file import Param
from graph.read import Answer, ask
from graph.resolve import resolve_document
from graph.write import apply, prepare

__all__ = [
    "Answer",
    "Changes",
    "Graph",
    "Param",
    "Question",
    "Written",
    "apply",
    "ask",
    "connect",
    "prepare",
    "question",
    "questions",
    "resolve_document",
]
