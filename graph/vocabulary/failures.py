"""How a failure is told: one class for each kind, in words that a clerk understands.

Every failure says what happened, what was kept and what to do next, in Vietnamese first. Domain failures know
nothing of HTTP or exit codes; `api/errors.py` has the one table that gives them.
"""

from __future__ import annotations

from typing import ClassVar


class Failure(Exception):
    """A failure that a person is told about. Subclasses set `vi` and `en`, templates over the keyword words.

    `code` is stable and machine-readable. `str(failure)` is the Vietnamese sentence.
    """

    code: ClassVar[str]
    vi: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, **words: object) -> None:
        super().__init__(words)
        self.words = words

    def __str__(self) -> str:
        return self.vi.format(**self.words)

    def english(self) -> str:
        return self.en.format(**self.words)
