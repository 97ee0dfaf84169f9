"""What the grammars recognise: frozen values with offsets of the shadow, before anything is resolved to one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.records import Bound, DeadlineForm, UnitKind
from graph.vocabulary.numbers import Number


@dataclass(frozen=True, slots=True)
class UnitMention:
    """Words that name an organisation, a group or an office.

    `words` are the whole name, which may be more than `text[start:end]` in an elided list ("các Sở: Công Thương,
    Tài chính"). `pronoun` says that a unit named elsewhere is meant ("Sở", "phòng").
    """

    start: int
    end: int
    words: str
    kind: UnitKind
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class OfficialMention:
    """A person's name, with the title beside it if there is one. `outer_end` is behind the title."""

    start: int
    end: int
    name: str
    title: str | None
    outer_end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, or a month or year where no more is printed; `iso` is a prefix of an ISO date."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A cited document: from its type word (else its number) to its date. `issuer` is a span of its own. A law may
    be cited by its `name`, with or without number; the `name` of a short form is the words ("Nghị quyết số 29").
    `type_text` is as written, `type` what the words, or those before its list, mean; `antecedent` is the numbered
    mention that a mention without number points back at."""

    start: int
    end: int
    number: Number | None
    name: str | None
    pins: tuple[str, ...]
    type_text: str | None
    type: str | None
    date: str | None
    issuer_start: int | None
    issuer_end: int | None
    rule: str
    antecedent: CitationMention | None = None


@dataclass(frozen=True, slots=True)
class AttachmentMention:
    """A document that the paper issues with itself: its type and its title, which begins with the type."""

    start: int
    end: int
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class DeadlineMention:
    """By when; fields as of `graph.records.Deadline`."""

    start: int
    end: int
    date: str | None
    bound: Bound | None
    form: DeadlineForm
    firm: bool
    rule: str | None


@dataclass(frozen=True, slots=True)
class TaskMention:
    """The title of a task or project."""

    start: int
    end: int
    level: str | None


@dataclass(frozen=True, slots=True)
class Charge:
    """An agent charged with a part in a task, by the words at `start`."""

    agent: UnitMention | OfficialMention
    role: Literal["leads", "supports", "directs"]
    cue: str | None
    rule: str
