"""Cypher cut into words and signs, so that checks do not stumble over strings, comments and quoted names.

Not a parser: it knows brackets and lines, nothing of clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`(?:``|[^`])*`)
      | (?P<parameter>\$\w+)
      | (?P<word>[^\W\d]\w*)
      | (?P<number>\d[\w.]*)
      | (?P<sign>\S)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is string, quoted, parameter, word, number or sign; `depth` counts the brackets open around it."""

    kind: str
    text: str
    line: int
    depth: int

    def is_word(self, word: str) -> bool:
        return self.kind == "word" and self.text.upper() == word


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a statement without its comments; lines count from 1."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, found = str(match.lastgroup), match.group()
        if kind == "comment":
            continue
        depth -= found in {")", "]", "}"}
        yield Token(kind, found, text.count("\n", 0, match.start()) + 1, depth)
        depth += found in {"(", "[", "{"}
