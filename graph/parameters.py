"""Parameters of a question: from what a person types to what the database takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from graph.catalogue import Question
from graph.failures import BadParameter
from graph.question_file import Param

_MOST_ROWS: Final = 10_000
_VIETNAMESE_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_EXAMPLES: Final = {"date": "2024-05-18", "datetime": "2024-05-18T08:00", "int": "100", "text": "…"}


def typed(question: Question, values: Mapping[str, object]) -> dict[str, Any]:
    """Every parameter of the question with its value or its default, none where it has neither.

    Documents, units, officials and directives stay as typed. A day may be written 18/5/2024.

    Raises:
        BadParameter: a name that the question has not, a missing or a malformed value.
    """
    known = {param.name: param for param in question.params}
    for name in values:
        if name not in known:
            raise _bad(question.params[0], f"câu hỏi này không có tham số “{name}”", f"the question has no “{name}”")
    return {name: _value(param, values.get(name)) for name, param in known.items()}


def _value(param: Param, given: object) -> Any:
    text = "" if given is None else str(given).strip()
    if not text and param.required:
        raise _bad(param, "bắt buộc phải có", "is required")
    said = text or param.default
    if said is None:
        return None
    try:
        return _READERS.get(param.type, str)(said)
    except ValueError:
        raise _bad(param, f"không hiểu giá trị “{said}”", f"“{said}” is not understood") from None


def _day(text: str) -> str:
    if text in {"today", "hôm nay"}:
        return date.today().isoformat()
    if match := _VIETNAMESE_DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
        return date(year, month, day).isoformat()
    return date.fromisoformat(text).isoformat()


def _time(text: str) -> datetime:
    """A time; a day alone means its end, and without a zone it is this machine's."""
    if text == "now":
        return datetime.now(UTC)
    try:
        moment = datetime.combine(date.fromisoformat(_day(text)), time.max)
    except ValueError:
        moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC)


def _count(text: str) -> int:
    if not 1 <= int(text) <= _MOST_ROWS:
        raise ValueError(text)
    return int(text)


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {"date": _day, "datetime": _time, "int": _count}


def _bad(param: Param, reason: str, reason_en: str) -> BadParameter:
    example = param.example or _EXAMPLES.get(param.type, "…")
    return BadParameter(name=param.name, reason=reason, reason_en=reason_en, example=example)
