"""What is compared between a reading and its golden paper, kind by kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from graph.records import Citation, Reading
from graph.vocabulary.fold import key

FIELDS = {
    "mentions": (),
    "number, date, pins": ("number", "date", "pins"),
    "issuer": ("issuer",),
    "function": ("function",),
}
# "Sở Y tế tỉnh Lào Cai" is "Sở Y tế Lào Cai", "Ban Chấp hành Trung ương Đảng khóa XI" is "Ban Chấp hành Trung ương".
_SAME_BODY = re.compile(r" (?:tinh|thanh pho)(?= \w+ \w+)|(?<=trung uong) dang|,? khoa [ivx]+$")
Kind = tuple[str, Counter[Any], Counter[Any], Counter[Any]]
RELATIONS = ("BASED_ON", "AMENDS", "REPLACES", "REPEALS")


def facts(reading: Reading, truth: dict[str, Any]) -> Iterator[Kind]:
    """(kind, expected, found, optional) for everything that is scored."""
    until = truth["annotated_until"] or len(reading.text)
    yield from citation_facts(reading, truth, until)
    if truth["directives"] is not None:
        yield from directive_facts(reading, truth, until)
    head = truth["document"]
    for name in ("type", "number", "issuer", "issue_date", "ordered_by"):
        own = getattr(reading.document, name)
        yield f"own {name}", Counter([key(str(head[name]))]), Counter([key(str(own))]), Counter()
    if truth["officials"] is None:
        return
    people = Counter((o["name"], key(o["title"] or "")) for o in truth["officials"])
    yield "officials with title", people, Counter((o.name, key(o.title or "")) for o in reading.officials), Counter()


def citation_facts(reading: Reading, truth: dict[str, Any], until: int) -> Iterator[Kind]:
    ignored = [(x["start"], x["end"]) for x in truth["ignore"]]
    found = [c for c in reading.citations if c.start < until and not any(a < c.end and c.start < b for a, b in ignored)]
    loose = [c for c in truth["citations"] if c.get("optional")]
    firm = [c for c in truth["citations"] if not c.get("optional")]
    numbered = {c["number"] for c in firm if c["number"]}
    maybe = {c["number"] for c in loose if c["number"]} - numbered
    yield "documents cited", Counter(numbered), Counter({c.number for c in found if c.number}), Counter(maybe)
    dated = {(c["number"], c["date"]) for c in firm if c["number"] and c["date"]}
    loosely = {(c["number"], c["date"]) for c in loose} - dated
    days = {(c.number, c.date) for c in found if c.number and c.date}
    yield "their dates", Counter(dated), Counter(days), Counter(loosely)
    yield "mentions, overlapping", *overlapping(firm, loose, found)
    # Readers differ on the issuer of a law by name and of a short form: only a number's issuer is scored.
    for kind, names in FIELDS.items():
        rows = [
            Counter(
                _row(c["start"], c["end"], {name: c[name] for name in names if c["number"] or name != "issuer"})
                for c in part
            )
            for part in (firm, loose)
        ]
        own = Counter(
            _row(c.start, c.end, {name: getattr(c, name) for name in names if c.number or name != "issuer"})
            for c in found
        )
        yield kind, rows[0], own, rows[1]
    yield from relation_facts(reading, truth, until)


def _row(start: int, end: int, values: dict[str, Any]) -> tuple[Any, ...]:
    """A mention at its exact span with some of its fields; pins in any order, names folded."""

    def plain(name: str, value: Any) -> str:
        if name == "issuer":
            return _SAME_BODY.sub("", key(str(value)))
        return " ".join(sorted(value)) if name == "pins" else str(value or "")

    return (start, end, *(plain(name, value) for name, value in values.items()))


def overlapping(
    firm: list[dict[str, Any]], loose: list[dict[str, Any]], found: Sequence[Citation]
) -> tuple[Counter[Any], ...]:
    """Each truth by its place; a found mention counts for the first truth that it shares letters with."""
    free = [*firm, *loose]
    own: Counter[Any] = Counter()
    for mention in found:
        truth = next((c for c in free if c["start"] < mention.end and mention.start < c["end"]), None)
        if truth:
            free.remove(truth)
        own[truth["start"] if truth else f"none at {mention.start}"] += 1
    return Counter(c["start"] for c in firm), own, Counter(c["start"] for c in loose)


def relation_facts(reading: Reading, truth: dict[str, Any], until: int) -> Iterator[Kind]:
    """A relation holds at the place of its citation. On uncertain rows it may be found or not, as whatever it is."""
    unsure = {c["start"] for c in truth["citations"] if c.get("uncertain") or c.get("optional")}
    ignored = [(x["start"], x["end"]) for x in truth["ignore"]]
    own = [(r.type, reading.citations[r.citation].start) for r in reading.relations]
    own = [r for r in own if r[1] < until and r[1] not in unsure and not any(a <= r[1] < b for a, b in ignored)]
    firm = [(c["relation"], c["start"]) for c in truth["citations"] if c["relation"] and c["start"] not in unsure]
    kinds = (
        *((name, {name}) for name in RELATIONS),
        ("DETAILS or GUIDES", {"DETAILS", "GUIDES"}),
        ("IMPLEMENTS", {"IMPLEMENTS"}),
    )
    yield (
        "four relations",
        Counter(r for r in firm if r[0] in RELATIONS),
        Counter(r for r in own if r[0] in RELATIONS),
        Counter(),
    )
    for name, kind in kinds:
        yield name, Counter(r for r in firm if r[0] in kind), Counter(r for r in own if r[0] in kind), Counter()


def directive_facts(reading: Reading, truth: dict[str, Any], until: int) -> Iterator[Kind]:
    firm = [d for d in truth["directives"] if not d.get("optional")]
    loose = [d for d in truth["directives"] if d.get("optional")]
    found = [d for d in reading.directives if d.start < until]
    yield (
        "directives",
        Counter(d["address"] for d in firm),
        Counter(d.address for d in found),
        Counter(d["address"] for d in loose),
    )

    def charges(rows: list[dict[str, Any]], optional: bool) -> Counter[Any]:
        return Counter(
            (d["start"], key(a["agent"]), a["role"])
            for d in rows
            for a in d["assignments"]
            if optional or not a.get("optional")
        )

    own = Counter((d.start, key(a.agent), a.role) for d in found for a in d.assignments)
    yield "agent and role", charges(firm, False), own, charges([*firm, *loose], True)
    days = Counter((d["start"], x["date"]) for d in firm for x in d["deadlines"] if x["date"] and not x.get("optional"))
    maybe = Counter((d["start"], x["date"]) for d in truth["directives"] for x in d["deadlines"])
    yield "dated deadlines", days, Counter((d.start, x.date) for d in found for x in d.deadlines if x.date), maybe
