"""One paper as it was recognised: what the last steps of reading have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.grammar.head import Head
from ingest.issuer import Issuer
from ingest.mentions import OfficialMention, UnitMention
from ingest.naming import Context
from ingest.roll import Roll
from ingest.shadow import Shadow
from ingest.tree import Tree


@dataclass(frozen=True, slots=True)
class Paper:
    """`units` and `officials` are the mentions by the offset at which they begin."""

    text: str
    shadow: Shadow
    tree: Tree
    head: Head
    issuer: Issuer
    roll: Roll
    units: Mapping[int, UnitMention]
    officials: Mapping[int, OfficialMention]

    @property
    def flow(self) -> str:
        return self.tree.flow

    @property
    def context(self) -> Context:
        return self.issuer.context

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that a span of the shadow stands for."""
        return self.shadow.origin(start, end)

    def words(self, start: int, end: int) -> str:
        """The text's own words at a span of the shadow."""
        return self.text[slice(*self.shadow.origin(start, end))]
