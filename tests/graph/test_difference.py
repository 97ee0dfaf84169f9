"""Only what differs is written, and the order of writing does not matter."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from graph.difference import fact_changes, joined_changes, node_changes
from graph.schema import Kind, schema

UNIT = schema().labels["Unit"]
LEADS = Kind("LEADS", "Agent", "Directive")


def standing(**properties: Any) -> dict[str, dict[str, Any]]:
    return {"a": {"id": "a", **properties}}


def test_a_new_node_has_all_its_values() -> None:
    assert list(node_changes(UNIT, [{"id": "a", "name": "Sở A"}], standing())) == [{"id": "a", "set": {"name": "Sở A"}}]


def test_a_node_that_stands_so_is_not_written() -> None:
    assert list(node_changes(UNIT, [{"id": "a", "name": "Sở A"}], standing(name="Sở A", valid_from="2025-07-01"))) == []


@pytest.mark.parametrize(
    "names", list(permutations(["Sở KH&CN", "Sở Khoa học và Công nghệ", "sở khoa học và công nghệ"]))
)
def test_the_fullest_name_stays_in_whatever_order_names_come(names: tuple[str, ...]) -> None:
    stands: dict[str, Any] = {}
    for name in names:
        for change in node_changes(UNIT, [{"id": "a", "name": name, "aliases": [name]}], standing(**stands)):
            stands |= change["set"]
    assert stands["name"] == "sở khoa học và công nghệ"
    assert stands["aliases"] == sorted(names)


def test_names_made_anew_forget_what_nobody_says() -> None:
    stands = {"name": "Sở Khoa học và Công nghệ", "aliases": ["a", "b"], "valid_from": "2025-07-01"}
    said = [{"name": "Sở KH&CN", "aliases": ["a"]}, {"name": "Sở", "aliases": None}]
    assert joined_changes(UNIT, said, stands) == {"name": "Sở KH&CN", "aliases": ["a"]}


def test_what_the_owner_says_no_more_is_removed() -> None:
    label = schema().labels["Directive"]
    stands = {"d": {"id": "d", "text": "x", "due": "2024-05-18"}}
    assert list(node_changes(label, [{"id": "d", "text": "x"}], stands)) == [{"id": "d", "set": {"due": None}}]


def test_facts_are_written_changed_and_deleted() -> None:
    def fact(end: str, **values: Any) -> dict[str, Any]:
        return {"start": "u", "end": end, "mention": "s:1", **values}

    wanted = {LEADS: [fact("same", cue="giao"), fact("other", cue="giao"), fact("new", cue="giao")]}
    stands = {LEADS: [fact("same", cue="giao"), fact("other", cue="yêu cầu", basis="heading"), fact("gone")]}
    changes = fact_changes(wanted, stands)
    assert changes.write == {
        LEADS: [
            {"start": "u", "end": "other", "mention": "s:1", "set": {"basis": None, "cue": "giao"}},
            {"start": "u", "end": "new", "mention": "s:1", "set": {"cue": "giao", "mention": "s:1"}},
        ]
    }
    assert changes.delete == {LEADS: [{"start": "u", "end": "gone", "mention": "s:1", "set": {}}]}
