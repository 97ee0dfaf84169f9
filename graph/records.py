"""What a document says, as frozen values: the border between reading (`ingest`) and the graph (`graph`).

These are the shapes of design §5, which `chidao extract` prints. Every fact carries its evidence: `start` and
`end` are Unicode code points of `Reading.text`, and `rule` names the rule that found it. Names are canonical
within the document ("Sở Khoa học và Công nghệ Bắc Giang"); nothing is resolved outside it. Dates are ISO 8601
strings and may be prefixes ("2024-05"): precision is part of a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AgentType = Literal["unit", "official", "group"]
Role = Literal["leads", "supports", "directs"]
Basis = Literal["explicit", "heading", "addressees"]
DirectiveKind = Literal["order", "request", "approval", "information"]
Family = Literal["qppl", "hanh_chinh", "dang"]
Function = Literal["implements", "basis", "mention"]
DeadlineForm = Literal["date", "period", "recurring", "relative", "event", "open"]
Bound = Literal["before", "by", "in"]
UnitKind = Literal["unit", "group", "group_of_heads", "position", "enterprise"]
RelationType = Literal[
    "BASED_ON", "DETAILS", "GUIDES", "AMENDS", "REPLACES", "REPEALS", "CORRECTS", "CONSOLIDATES", "IMPLEMENTS",
    "SUSPENDS", "PROMULGATES",
]  # fmt: skip
Severity = Literal["E", "W", "I"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read. `sha256` is of its bytes; `report` counts what the reader left out or repaired."""

    sha256: str
    name: str
    media_type: str
    pages: int | None
    reader: str
    report: dict[str, int]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed. `capacity` holds the delegation marks from the outermost: TM, KT, TL, TUQ, Q."""

    name: str
    title: str | None
    unit: str | None
    capacity: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of "Nơi nhận". `agent` is the canonical agent, none for an archive line (`purpose` "lưu")."""

    name: str
    purpose: str | None
    agent: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HeadField:
    """Where a field of the document's head is printed; `field` is a field name of `Document`."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """The paper itself. `number` is canonical ("29/2023/QĐ-TTg") and none where it is blank; `symbol` is the part
    behind the serial ("TB-KHCN"). `territory` is the issuer's province, none for central bodies. `start` and
    `end` bound the document in the source's text. `evidence` says where the head's fields stand."""

    id: str
    type: str | None
    type_text: str | None
    family: Family | None
    number: str | None
    symbol: str | None
    number_source: str | None
    issuer: str | None
    issuer_text: str | None
    issuing_body: str | None
    territory: str | None
    ordered_by: str | None
    issue_date: str | None
    meeting_date: str | None
    place: str | None
    subject: str | None
    signers: tuple[Signer, ...]
    recipients: tuple[Recipient, ...]
    evidence: tuple[HeadField, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """An agent's part in a directive. `agent` is the name of a unit or official of the same reading; the span is
    the words that name it, wherever they stand (for basis `heading`, in the heading)."""

    agent: str
    agent_type: AgentType
    role: Role
    basis: Basis
    cue: str | None
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Who receives the product of a directive (trình, báo cáo, gửi)."""

    agent: str
    agent_type: AgentType
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """`date` is the last day, ISO; `rule` an RFC 5545 RRULE for recurring ones; `firm` false for "phấn đấu"."""

    text: str
    date: str | None
    bound: Bound | None
    form: DeadlineForm
    firm: bool
    rule: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Directive:
    """The smallest item of the body that orders, requests, approves or informs (design §4 rule 2)."""

    address: str
    heading: str | None
    text: str
    kind: DirectiveKind
    assignments: tuple[Assignment, ...]
    delivers_to: tuple[Delivery, ...]
    deadlines: tuple[Deadline, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where another document is cited. `raw == text[start:end]`, from the type word to the date.
    `directive` is the address it stands in, none outside directives. `id` is the cited document's id where the
    citation settles it (design §4 rule 1), else none. `territory` is the cited issuer's province. A short form has
    its words as `name`; `refers_to` is the number that this paper prints elsewhere for what a name stands for."""

    raw: str
    start: int
    end: int
    type: str | None
    family: Family | None
    number: str | None
    name: str | None
    date: str | None
    issuer: str | None
    issuer_text: str | None
    territory: str | None
    pins: tuple[str, ...]
    function: Function
    directive: str | None
    id: str | None
    rule: str
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation, group or office that the text names. `parent` is the canonical name of the unit it belongs
    to, which is also in `Reading.units`; a group has one only where it means that unit's own parts. `territory` is its
    province; `aliases` hold outside one document. `settled` is false where the words do not tell which one is meant
    ("UBND tỉnh" in a paper whose province is unknown): it is then a unit of this document alone."""

    name: str
    short_name: str | None
    aliases: tuple[str, ...]
    kind: UnitKind
    parent: str | None
    territory: str | None
    mentions: tuple[Mention, ...]
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Official:
    """A person. `unit` is the canonical name of the unit that the title names, else none."""

    name: str
    title: str | None
    unit: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A task or project named by its title. `level`: quốc gia, bộ, tỉnh, cơ sở, or none."""

    title: str
    level: str | None
    directive: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A legal relation of this document to a cited one. `citation` indexes `Reading.citations`."""

    type: str
    target: str
    citation: int
    scope: Literal["whole", "part"]
    pins: tuple[str, ...]
    effective_from: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that this one promulgates as its attachment ("ban hành kèm theo Quyết định này Quy chế …"), a document
    of its own. `id` is this document's with `:quy.che` and the like added; the span is its title's."""

    id: str
    type: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Warning:
    """A finding for a person to check. `rule` is a number of the review catalogue (domain §6.2)."""

    rule: str
    severity: Severity
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one document says (design §5)."""

    source: Source
    text: str
    document: Document
    directives: tuple[Directive, ...]
    citations: tuple[Citation, ...]
    units: tuple[Unit, ...]
    officials: tuple[Official, ...]
    tasks: tuple[Task, ...]
    relations: tuple[Relation, ...]
    warnings: tuple[Warning, ...]
    attachments: tuple[Attachment, ...] = ()
