"""Who is charged with what in one directive (domain §4, §10; design §4 rules 3 and 4).

Giao X chủ trì, phối hợp với Y …                X leads, Y supports
Giao đồng chí Z trực tiếp chỉ đạo X …           Z directs, X leads
Yêu cầu X …  ·  X chủ trì …  ·  X rà soát …     X leads
Phối hợp với Y …                                Y supports; whoever the heading names leads
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.vocabulary.fold import fold
from ingest.lexicon import phrases, table
from ingest.mentions import Charge, OfficialMention, UnitMention

Agent = UnitMention | OfficialMention
# What may stand between a cue and the agent it charges.
_ADDRESS = r"(?:(?:cho|đồng chí|đ/c|ông|bà)\.? )*"
_ORDER = re.compile(rf"(?<!\w)(?P<cue>giao|yêu cầu|phân công|đề nghị)(?: trách nhiệm)? {_ADDRESS}", re.IGNORECASE)
_LEAD = re.compile(r",? ?(?:có trách nhiệm |là cơ quan |là đơn vị )?(?P<cue>chủ trì)(?!\w)", re.IGNORECASE)
_DIRECT = re.compile(rf",? ?(?:trực tiếp )?chỉ đạo(?!\w)(?: {_ADDRESS})?", re.IGNORECASE)
_SUPPORT = re.compile(rf"(?<!\w)phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)? {_ADDRESS}", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"[;.] (?=\S)")
# More than any paper charges at once; a list without end must not be walked from each of its members.
_MOST_AGENTS = 60
_LOOK_BACK = 60
_PLURAL = "các "
_LIST = re.compile(rf"(?:, |; | và |, và ){_ADDRESS}")
_CLAUSE_START = re.compile(r"(?:^|[.;:,)–-] ?|\n)$")
# What may stand before a cue of the same subject: "Khẩn trương chủ trì, phối hợp với", "yêu cầu phối hợp với".
_LEADS_TO_SUPPORT = re.compile(
    r"(?:(?:chủ trì|khẩn trương|chủ động|tiếp tục|tích cực|thường xuyên)(?:,| và)?"
    r"|yêu cầu(?: \w+){0,2}|giao(?: \w+)?) ?$",
    re.IGNORECASE,
)
_OWN_CUE = re.compile(
    r"(?:^|; |\. )(?:khẩn trương |chủ động |tiếp tục )?(?P<cue>chủ trì|phối hợp)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the grammar looks: the shadow, the agents by the offset at which their names begin, where each
    name that ends at an offset begins, all beginnings in order, and the directive."""

    shadow: str
    agents: Mapping[int, Agent]
    ends: Mapping[int, int]
    starts: Sequence[int]
    start: int
    end: int

    def within(self, start: int, end: int) -> Scope:
        return replace(self, start=start, end=end)

    def agents_in(self, start: int, end: int) -> list[Agent]:
        """The agents whose names begin between two offsets, in order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [self.agents[at] for at in self.starts[first:last]]


def whole(shadow: str, agents: Mapping[int, Agent]) -> Scope:
    """The scope of a whole paper."""
    return Scope(shadow, agents, {agent.end: agent.start for agent in agents.values()}, sorted(agents), 0, len(shadow))


def find_charges(scope: Scope) -> list[Charge]:
    """The explicit charges of a directive, in order; an agent once for each role."""
    told = [*_ordered(scope), *_subject_first(scope)]
    ends = {charge.agent.end for charge in told}
    found: dict[tuple[str, int], Charge] = {}
    for charge in (*told, *_supporting(scope, ends)):
        found.setdefault((charge.role, charge.agent.start), charge)
    return sorted(found.values(), key=lambda charge: charge.agent.start)


def own_cue(shadow: str, start: int, end: int) -> str | None:
    """The word by which a directive without subject charges whoever its heading names."""
    match = _OWN_CUE.search(shadow[start:end])
    return match["cue"].lower() if match else None


def _ordered(scope: Scope) -> Iterator[Charge]:
    for match in _ORDER.finditer(scope.shadow, scope.start, scope.end):
        if not _begins_clause(scope, match.start()):
            continue
        agents, after = agents_at(scope, match.end())
        if agents:
            yield from _charged(scope, agents, after, match["cue"].lower(), "order-cue")


def _subject_first(scope: Scope) -> Iterator[Charge]:
    """The directive, or a clause of it, begins with the agent and goes on with what it shall do."""
    agents, after = agents_at(scope, scope.start)
    if agents and _acts(scope, after):
        yield from _charged(scope, agents, after, None, "subject-first")


def _charged(scope: Scope, agents: list[Agent], after: int, cue: str | None, rule: str) -> Iterator[Charge]:
    directed = _DIRECT.match(scope.shadow, after, scope.end)
    if directed:
        led, _ = agents_at(scope, directed.end())
        own_staff = all(isinstance(one, UnitMention) and one.kind in ("group", "group_of_heads") for one in led)
        # A unit that is to direct its own ("Sở X chỉ đạo các đơn vị trực thuộc") leads; a person directs (rule 4).
        if isinstance(agents[0], OfficialMention) or (led and not own_staff):
            yield from (Charge(agent, "directs", "chỉ đạo", rule) for agent in agents)
            yield from (Charge(agent, "leads", cue, rule) for agent in led)
            return
    lead = _LEAD.match(scope.shadow, after, scope.end)
    yield from (Charge(agent, "leads", lead["cue"].lower() if lead else cue, rule) for agent in agents)


def _supporting(scope: Scope, told: set[int]) -> Iterator[Charge]:
    for match in _SUPPORT.finditer(scope.shadow, scope.start, scope.end):
        if _may_support(scope, match.start(), told):
            agents, _ = agents_at(scope, match.end())
            yield from (Charge(agent, "supports", "phối hợp", "support-cue") for agent in agents)


def _may_support(scope: Scope, position: int, told: set[int]) -> bool:
    """Whether "phối hợp" is said of the one who is told, and not of third parties ("đôn đốc X phối hợp với Y")."""
    before = _before(scope, position)
    return bool(_CLAUSE_START.search(before) or _LEADS_TO_SUPPORT.search(before)) or position - 1 in told


def _begins_clause(scope: Scope, position: int) -> bool:
    """Whether a cue stands at the head of a clause or behind the one who orders ("UBND tỉnh yêu cầu")."""
    orderer = scope.ends.get(position - 1)
    return any(at is not None and _CLAUSE_START.search(_before(scope, at)) for at in (position, orderer))


def _before(scope: Scope, position: int) -> str:
    """The words of the directive that end at a position, as many as decide what a cue there means."""
    return scope.shadow[max(scope.start, position - _LOOK_BACK) : position]


def agents_at(scope: Scope, position: int) -> tuple[list[Agent], int]:
    """The agents listed from the position on, and the offset behind the last."""
    agents: list[Agent] = []
    end = position
    while len(agents) < _MOST_AGENTS and (agent := _agent_at(scope, position)) and agent.end <= scope.end:
        agents.append(agent)
        end = agent.outer_end if isinstance(agent, OfficialMention) else agent.end
        further = _LIST.match(scope.shadow, end)
        if further is None:
            break
        position = further.end()
    return agents, end


def _agent_at(scope: Scope, position: int) -> Agent | None:
    """The agent that begins here, or behind the "các" of an elided list ("các Sở: Công Thương, Tài chính")."""
    behind = position + len(_PLURAL) if scope.shadow.startswith(_PLURAL, position) else position
    return scope.agents.get(position) or scope.agents.get(behind)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases("verbs")) | frozenset(fold(cue) for cue in table("cues"))


def _acts(scope: Scope, position: int) -> bool:
    """Whether a verb follows the agents that end here."""
    return begins_with_verb(scope.shadow, position)


def begins_with_verb(shadow: str, position: int) -> bool:
    """Whether two words of the lexicon of verbs stand at a position: what follows is something to be done."""
    words = re.findall(r"\w+", shadow[position : position + 40])[:2]
    return len(words) == 2 and fold(" ".join(words)) in _verbs()  # noqa: PLR2004 - verbs are pairs of syllables


def subject_starts(scope: Scope) -> list[int]:
    """Where in the directive a subject of its own begins: an agent that acts, or one that is told to."""
    starts = [scope.start, *(match.end() for match in _NEW_CLAUSE.finditer(scope.shadow, scope.start, scope.end))]
    return [start for start in starts if _begins_with_subject(scope, start)]


def _begins_with_subject(scope: Scope, start: int) -> bool:
    agents, after = agents_at(scope, start)
    if agents and _acts(scope, after):
        return True
    order = _ORDER.match(scope.shadow, start, scope.end)
    return order is not None and order.end() in scope.agents
