"""Labelled lines under a heading: they hold for every directive there (design §4 rule 2).

Đơn vị chủ trì: Phòng Quản lý Công nghiệp; Đơn vị phối hợp: Phòng Quản lý Năng lượng, Văn phòng Sở.
Lãnh đạo phụ trách: Phó giám đốc Hoàng Văn Thuân.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ingest.grammar.assignments import Scope, agents_at
from ingest.mentions import Charge
from ingest.tree import LABEL


def find_labelled(scope: Scope) -> Iterator[Charge]:
    """The charges of one labelled line, in order."""
    for match in LABEL.finditer(scope.shadow, scope.start, scope.end):
        role = _role(match.group().lower())
        if role:
            agents, _ = agents_at(scope, match.end() + 1)
            cue = {"leads": "chủ trì", "supports": "phối hợp", "directs": "phụ trách"}[role]
            yield from (Charge(agent, role, cue, "labelled-line") for agent in agents)


def _role(label: str) -> Literal["leads", "supports", "directs"] | None:
    if label.startswith("lãnh đạo"):
        return "directs"
    if "chủ trì" in label:
        return "leads"
    return "supports" if "phối hợp" in label else None
