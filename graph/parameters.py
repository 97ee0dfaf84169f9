"""Parameters of a question: from what a person types to what the database takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from typing import Any, Final

from graph.catalogue import Question
from graph.failures import BadParameter
from graph.question_file import Param
from graph.vocabulary.fold import fold
from graph.words import word

_MOST_ROWS: Final = 10_000
_MOST_LISTED: Final = 10
_VIETNAMESE_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_EXAMPLES: Final = {"date": "2024-05-18", "datetime": "2024-05-18T08:00", "int": "100", "text": "…"}


def typed(question: Question, values: Mapping[str, object]) -> dict[str, Any]:
    """Every parameter of the question with its value or its default, none where it has neither.

    Documents, units, officials and directives stay as typed. A day may be written 18/5/2024, a choice in Vietnamese
    and without marks.

    Raises:
        BadParameter: a name that the question has not, a missing or a malformed value, one that is no choice.
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
    if param.choices:
        return _chosen(param, said)
    try:
        return _READERS.get(param.type, str)(said)
    except (ValueError, OverflowError):
        raise _bad(param, f"không hiểu giá trị “{said}”", f"“{said}” is not understood") from None


def _chosen(param: Param, text: str) -> str:
    """The choice that is typed, as it is or by its Vietnamese word, in any case and with or without marks."""
    for choice in param.choices:
        if fold(text) in {fold(choice), fold(word(param.name, choice))}:
            return choice
    shown = ", ".join(_choices_shown(param, text))
    raise _bad(param, f"không có “{text}”; có: {shown}", f"there is no “{text}”; there are: {shown}")


def _choices_shown(param: Param, text: str) -> Iterator[str]:
    """All choices with their Vietnamese words; of many, those that look like the text."""
    near = {fold(choice): choice for choice in param.choices}
    few = len(near) <= _MOST_LISTED
    close = [near[one] for one in get_close_matches(fold(text), near, cutoff=0.4)]
    for choice in param.choices if few else close or param.choices[:_MOST_LISTED]:
        said = word(param.name, choice)
        yield choice if said == choice else f"{choice} ({said})"
    if not few:
        yield "…"


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
