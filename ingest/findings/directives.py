"""Findings on orders: who leads, and by when (domain §6.2, L30; L34)."""

from __future__ import annotations

from collections.abc import Iterator

from graph.records import Directive, Reading, Warning


def directive_findings(reading: Reading) -> Iterator[Warning]:
    """L30 W for each order that nobody leads, one summary line for orders without a day; L34, L35."""
    orders = [directive for directive in reading.directives if directive.kind == "order"]
    for directive in orders:
        yield from _leads(directive)
    for directive in orders:
        yield from _past(reading, directive)
    undated = [d.address for d in orders if not d.deadlines]
    vague = [d.address for d in orders if d.deadlines and not any(deadline.date for deadline in d.deadlines)]
    if undated or vague:
        message = f"{len(undated)}/{len(orders)} việc không ghi thời hạn, {len(vague)} việc chỉ có thời hạn mở."
        yield Warning("L30", "I", message, orders[0].start, orders[-1].end)


def _past(reading: Reading, directive: Directive) -> Iterator[Warning]:
    """L35: a deadline that was over when the paper was issued."""
    issued = reading.document.issue_date or reading.document.meeting_date
    for deadline in directive.deadlines:
        if issued and deadline.date and deadline.date < issued[: len(deadline.date)]:
            message = f"Thời hạn “{deadline.text}” ở mục {directive.address} đã qua khi ban hành ({issued})."
            yield Warning("L35", "W", message, deadline.start, deadline.end)


def _leads(directive: Directive) -> Iterator[Warning]:
    leads = [a for a in directive.assignments if a.role == "leads"]
    if not leads:
        message = f"Mục {directive.address} không rõ ai chủ trì."
        yield Warning("L30", "W", message, directive.start, directive.end)
    two = [a for a in leads if a.cue == "chủ trì"]
    if len(two) > 1:
        names = ", ".join(a.agent for a in two)
        yield Warning(
            "L34", "W", f"Mục {directive.address} có nhiều đầu mối chủ trì: {names}.", two[0].start, two[-1].end
        )
