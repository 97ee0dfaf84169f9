"""Every failure there is has a place in the one table, a title over HTTP and words in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from api import failures
from api.cli.screen import harmless
from api.errors import outcome
from api.problems import TITLES
from graph import failures as of_graph
from graph.local import failures as of_local
from graph.vocabulary.failures import Failure
from ingest import failures as of_ingest

MODULES = (failures, of_graph, of_local, of_ingest)


def kinds(kind: type[Failure] = Failure) -> Iterator[type[Failure]]:
    for one in kind.__subclasses__():
        if "code" in vars(one):
            yield one
        yield from kinds(one)


def placeholders(template: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", template))


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.code)
def test_every_failure_is_told_and_counted(kind: type[Failure]) -> None:
    words = dict.fromkeys(placeholders(kind.vi) | placeholders(kind.en), "x")
    failure = kind.__new__(kind)
    Failure.__init__(failure, **words)
    status, code = outcome(failure)
    assert TITLES[status].keys() == {"vi", "en"}
    assert code in {1, 2, 3}
    assert str(failure)
    assert failure.english()


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) > len(MODULES)
    assert len(set(codes)) == len(codes)


def test_words_of_a_file_do_not_steer_the_terminal() -> None:
    assert harmless("Sở\x1b[2J\x9b0m\tKH\n") == "Sở�[2J�0m\tKH\n"
