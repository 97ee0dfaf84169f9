"""Who receives the product of a directive (domain §4: trình, báo cáo, gửi … xin ý kiến, tham mưu).

báo cáo lãnh đạo Sở giải quyết · trình Ủy ban nhân dân tỉnh · gửi Văn phòng UBND tỉnh xin ý kiến
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.mentions import OfficialMention, UnitMention

_SENT = re.compile(
    r"(?:[Bb](?<!\w.)áo cáo|[Tt](?<!\w.)(?:rình|ham mưu(?: cho| giúp)?)|[Gg](?<!\w.)ửi|[Đđ](?<!\w.)ề xuất)"
    r"(?: (?:về|cho|lên|đồng chí|kết quả(?: \w+){0,2}(?: về)?))? "
)
# "sau khi nghe Sở X báo cáo", "(qua Sở X)" tell of others.
_LOOK_BACK = 12
_NOT_SENT = re.compile(r"(?:nghe|qua|thông qua|của|theo) $", re.IGNORECASE)


def find_deliveries(
    shadow: str, agents: Mapping[int, UnitMention | OfficialMention], start: int, end: int
) -> list[UnitMention | OfficialMention]:
    """Those who receive, in order of the text."""
    found = []
    for match in _SENT.finditer(shadow, start, end):
        agent = agents.get(match.end())
        if (
            agent
            and agent.end <= end
            and not _NOT_SENT.search(shadow, max(start, match.start() - _LOOK_BACK), match.start())
        ):
            found.append(agent)
    return found
