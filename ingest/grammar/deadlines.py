"""By when something is to be done (domain §4, §10; design §4 rule 9).

trước ngày 18/5/2024 · chậm nhất ngày … · đến hết ngày … · trong tháng 5 năm 2024 · trong quý II/2024
định kỳ hằng quý · trước ngày 18 hằng tháng · sau khi kết thúc chuyến công tác · đúng tiến độ
"""

from __future__ import annotations

import calendar
import re
from typing import Literal

from graph.records import Bound
from ingest.grammar.dates import DAY, LONG_DAY, iso_day
from ingest.mentions import DeadlineMention

_DAY = rf"(?:{DAY}|{LONG_DAY})"
_DATED = re.compile(
    rf"(?<!\w)(?:(?P<before>(?:xong )?trước(?: ngày)?)|(?P<by>(?:chậm nhất|muộn nhất|không quá|đến hết|hết|đến)"
    rf"(?: (?:là|vào|đến|trước))?(?: hết)? ?(?:ngày)?))\s+{_DAY}",
    re.IGNORECASE,
)
_YEAR = r"(?:/|\s+năm\s+)(?P<y>20\d\d)(?!\d)"
_PERIOD = re.compile(
    rf"(?<!\w)(?:xong )?trong (?:(?:tháng (?P<m>\d{{1,2}})|quý (?P<q>IV|I{{1,3}}|[1-4])){_YEAR}"
    r"|năm (?P<only>20\d\d)(?!\d))",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"(?<!\w)(?:định kỳ (?:(?P<at>trước ngày \d{1,2}) )?(?P<every>h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|\d+ tháng)"
    r"|trước ngày (?P<day>\d{1,2}) (?P<each>h[ằà]ng (?:tháng|quý)))",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:ngay )?sau khi (?:kết thúc|hoàn thành|được|có|nhận được)(?! ý kiến chỉ)[^,;.:()\n]{0,80}", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?<!\w)(?:đúng|(?:đảm|bảo) (?:bảo|đảm)|theo|kịp) tiến độ(?: được phê duyệt| đề ra| quy định)?", re.IGNORECASE
)
_SOFT = re.compile(r"(?<!\w)(?:phấn đấu|cố gắng|dự kiến)(?!\w)", re.IGNORECASE)
_QUALIFYING = re.compile(
    r"(?:tính|số liệu|kết quả(?: thực hiện)?|hiệu lực(?: thi hành)?|tiếp nhận|từ ngày [\d/. -]{6,12}|giai đoạn)"
    r"(?: \w+)? ?$",
    re.IGNORECASE,
)
_LOOK_BACK = 50
_LONGEST_SENTENCE = 600
_SENTENCE_END = re.compile(r"[.;](?=\s)|\n")
_RULES = {
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_IN_QUARTER = 3


def find_deadlines(shadow: str, start: int, end: int) -> list[DeadlineMention]:
    """Deadlines between two offsets, in order."""
    found: list[DeadlineMention | None] = []
    if _any(shadow, start, end, "20", "19"):
        found += [_dated(shadow, start, match) for match in _DATED.finditer(shadow, start, end)]
        found += [_period(shadow, start, match) for match in _PERIOD.finditer(shadow, start, end)]
    if _any(shadow, start, end, "ằng ", "àng ", "ịnh kỳ"):
        found += [_recurring(match) for match in _RECURRING.finditer(shadow, start, end)]
    if _any(shadow, start, end, "au khi"):
        found += [_plain(match, "event") for match in _EVENT.finditer(shadow, start, end)]
    if _any(shadow, start, end, "iến độ"):
        found += [_plain(match, "open") for match in _OPEN.finditer(shadow, start, end)]
    return sorted((mention for mention in found if mention), key=lambda mention: mention.start)


def _any(shadow: str, start: int, end: int, *parts: str) -> bool:
    """Whether any of the parts stands there: most directives have no deadline, and this tells so at once."""
    words = shadow[start:end].lower()
    return any(part in words for part in parts)


def _firm(shadow: str, start: int, position: int) -> bool:
    """Whether no word of effort ("phấn đấu") stands before the deadline in its own sentence."""
    sentence = max(start, position - _LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(shadow, sentence, position):
        sentence = match.end()
    return _SOFT.search(shadow, sentence, position) is None


def _qualifies(shadow: str, start: int, position: int) -> bool:
    """Whether the day belongs to figures, effect or a span of time and not to what is to be done."""
    return _QUALIFYING.search(shadow, max(start, position - _LOOK_BACK), position) is not None


def _dated(shadow: str, start: int, match: re.Match[str]) -> DeadlineMention | None:
    if _qualifies(shadow, start, match.start()):
        return None
    day, month, year = (match["d"] or match["ld"], match["m"] or match["lm"], match["y"] or match["ly"])
    iso = iso_day(int(year), int(month), int(day))
    bound: Bound = "before" if match["before"] else "by"
    return (
        DeadlineMention(*match.span(), iso, bound, "date", _firm(shadow, start, match.start()), None) if iso else None
    )


def _period(shadow: str, start: int, match: re.Match[str]) -> DeadlineMention | None:
    if _qualifies(shadow, start, match.start()):
        return None
    if match["only"]:
        iso: str | None = f"{match['only']}-12-31"
    else:
        quarter = match["q"] and (_QUARTERS.get(match["q"].lower()) or int(match["q"]))
        iso = last_day(int(match["y"]), quarter * _MONTHS_IN_QUARTER if quarter else int(match["m"]))
    return (
        DeadlineMention(*match.span(), iso, "in", "period", _firm(shadow, start, match.start()), None) if iso else None
    )


def last_day(year: int, month: int) -> str | None:
    """The last day of a month, ISO."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return None
    return iso_day(year, month, calendar.monthrange(year, month)[1])


def _recurring(match: re.Match[str]) -> DeadlineMention:
    every = (match["every"] or match["each"]).lower()
    rule = _RULES.get(every.split()[-1]) if every[0] == "h" else f"FREQ=MONTHLY;INTERVAL={int(every.split()[0])}"
    day = re.search(r"\d+", match["at"] or match["day"] or "")
    bound: Bound = "before" if day else "in"
    rule = f"{rule};BYMONTHDAY={int(day.group())}" if day else rule
    return DeadlineMention(*match.span(), None, bound, "recurring", True, rule)


def _plain(match: re.Match[str], form: Literal["event", "open"]) -> DeadlineMention:
    end = match.start() + len(match.group().rstrip())
    return DeadlineMention(match.start(), end, None, None, form, False, None)
