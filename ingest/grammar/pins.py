"""The provisions of a document that a citation points at: the words before it (domain §2).

điểm a khoản 2 Điều 5 Nghị định …             dieu5;khoan2;diema
khoản 1, 2 và 3 Điều 5 Luật …                 dieu5;khoan1  dieu5;khoan2  dieu5;khoan3
điểm b khoản 4 và khoản 6 Điều 44 …           dieu44;khoan4;diemb  dieu44;khoan6
từ Điều 5 đến Điều 7 Quyết định …             dieu5  dieu6  dieu7
Phụ lục I ban hành kèm theo Nghị định …       phuluc1
Mẫu số 04a Phụ lục II Thông tư …              phuluc2;mau04a
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# From the outermost level inwards; a form stands in an annex or an article.
_LEVELS = {"phan": 0, "phuluc": 0, "chuong": 1, "muc": 2, "dieu": 3, "khoan": 4, "diem": 5, "mau": 5, "bieu": 5}
_WORDS = {"phu luc": "phuluc", "mau so": "mau", "bieu so": "bieu", "mau": "mau", "bieu": "bieu", "tiet": "diem"}
_ARTICLE = r"\d{1,3}[a-z]{0,2}"
_MARKS = {
    "dieu": _ARTICLE, "khoan": r"\d{1,2}[a-z]?", "diem": r"[a-z]\d?", "tiet": r"[a-z]\d?", "muc": r"\d{1,2}|[ivx]{1,5}",
    "chuong": r"[ivxl]{1,6}|\d{1,2}", "phan": r"[ivxl]{1,5}|\d", "phu luc": r"[ivxl]{1,6}|\d{1,2}[a-z]?",
    "mau": r"\d{1,3}[a-z]?", "mau so": r"\d{1,3}[a-z]?", "bieu": r"\d{1,3}[a-z]?", "bieu so": r"\d{1,3}[a-z]?",
}  # fmt: skip
_AND = r"(?:\s?[,;]\s(?:va\s|hoac\s|den\s)?|\s(?:va|hoac|den|-)\s)"
_SEVERAL = r"(?:(?:cac|tu|ten|ten\scua)\s)?"
_GROUP = "|".join(
    rf"{word.replace(' ', chr(92) + 's')}\s(?:so\s)?(?:{mark})(?!\w)(?:{_AND}(?:{mark})(?!\w))*"
    for word, mark in sorted(_MARKS.items(), key=lambda item: -len(item[0]))
)
_ELEMENT = rf"(?<!\w){_SEVERAL}(?:{_GROUP}|phu\sluc(?=\s(?:ban\shanh|kem|cua)))"
_LINK = rf"(?:{_AND}|\s?,?\s(?:cua|tai|thuoc)\s|\s)"
# What may stand between a provision and the document that it is a part of.
_OWNER = (
    r"(?:\s?,)?(?:\s(?:cua|tai|theo|thuoc|trong))?(?:\s(?:quy\sdinh|quy\sche|danh\smuc|phu\sluc|van\sban))?"
    r"(?:\s?,?\s(?:duoc\s)?(?:ban\shanh\s)?(?:kem\stheo|dinh\skem))?(?:\scua)?(?:\scac)?(?:\s?-)?\s?"
)
_PINS = re.compile(rf"(?P<pins>{_ELEMENT}(?:{_LINK}{_ELEMENT})*){_OWNER}$")
_LISTS = re.compile(r"[,;]|\sva\s|\shoac\s")
_HINT = re.compile(r"dieu|khoan|diem|chuong|phu\sluc|mau|bieu|muc|phan")
_READ = re.compile(
    rf"(?P<word>dieu|khoan|diem|tiet|muc|chuong|phan|phu\sluc|mau(?:\sso)?|bieu(?:\sso)?)"
    rf"(?:\s(?:so\s)?(?P<marks>(?:{_ARTICLE}|[ivxl]{{1,6}}|[a-z]\d?)(?!\w)(?:{_AND}(?:{_ARTICLE}|[ivxl]{{1,6}}|[a-z]\d?)(?!\w))*))?"
)
_RANGE = re.compile(rf"(?P<first>{_ARTICLE})\s(?:den)\s(?P<last>{_ARTICLE})")
_MARK = re.compile(rf"(?<!\w)(?:{_ARTICLE}|[ivxl]{{1,6}}|[a-z]\d?)(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LOOK_BACK = 400
_LONGEST_RANGE = 60
_NO_MARKS = {"va", "den", "hoac"}


@dataclass(frozen=True, slots=True)
class _Group:
    """One level with its marks: "khoản 1, 2" → khoan, (1, 2)."""

    level: str
    marks: tuple[str, ...]
    to_next: bool
    listed: bool


def pins_before(words: str, flat: str, start: int, position: int) -> tuple[str, ...]:
    """The pins that end at a position, not before `start`; none where the words before are no provision.

    `words` and `flat` are one text, as it stands and in flat letters: only the first tells điểm d from điểm đ.
    """
    begin = max(start, position - _LOOK_BACK)
    if not _HINT.search(flat, begin, position):
        return ()
    match = _PINS.search(flat, begin, position)
    return tuple(dict.fromkeys(_combined(list(_groups(words, match))))) if match else ()


def _groups(words: str, match: re.Match[str]) -> Iterator[_Group]:
    start, end = match.span("pins")
    behind = start
    for group in _READ.finditer(match.string, start, end):
        word = " ".join(group["word"].split())
        level = _WORDS.get(word, word)
        if group["marks"] is None:
            yield _Group(level, ("",), to_next=False, listed=_is_listed(match.string[behind : group.start()]))
            behind = group.end()
            continue
        printed = words[slice(*group.span("marks"))].lower()
        ahead = match.string[group.end("marks") : group.end("marks") + 5].strip()
        listed = _is_listed(match.string[behind : group.start()])
        behind = group.end()
        yield _Group(level, tuple(_marks(level, printed, group["marks"])), ahead.startswith("den"), listed)


def _is_listed(between: str) -> bool:
    """Whether a provision is one more of a list, and not what holds those before it."""
    return bool(_LISTS.search(between))


def _marks(level: str, printed: str, flat: str) -> Iterator[str]:
    """The members, a range written out; Roman marks as figures."""
    position = 0
    while position < len(flat):
        between = _RANGE.match(flat, position) if level in ("dieu", "khoan") else None
        if between and between["first"].isdigit() and between["last"].isdigit():
            first, last = int(between["first"]), int(between["last"])
            yield from (str(n) for n in range(first, min(last, first + _LONGEST_RANGE) + 1))
            position = between.end()
            continue
        mark = _MARK.match(flat, position)
        if mark is None:
            position += 1
            continue
        if mark.group() not in _NO_MARKS:
            yield _spelled(level, printed[mark.start() : mark.end()], mark.group())
        position = mark.end()


def _spelled(level: str, printed: str, flat: str) -> str:
    if level in ("chuong", "phuluc", "muc", "phan") and set(flat) <= set(_ROMAN):
        return str(_arabic(flat))
    return flat.removesuffix("d") + printed[-1] if flat.endswith("d") else flat


def _combined(groups: list[_Group]) -> list[str]:
    """Chains from the outermost level inwards: what stands before an outer level lies in its first member."""
    chains: list[list[tuple[str, str]]] = []
    for before, group in zip([None, *groups], groups, strict=False):
        marks = group.marks
        if (
            before
            and before.to_next
            and before.level == group.level
            and before.marks[-1].isdigit()
            and marks[0].isdigit()
        ):
            first, last = int(before.marks[-1]), int(marks[0])
            marks = tuple(str(n) for n in range(first + 1, min(last, first + _LONGEST_RANGE) + 1))
        head = (group.level, marks[0] if marks else "")
        # "Điều 3 và Phụ lục II": an annex or chapter holds what stands before it only where nothing parts them.
        apart = group.listed and _LEVELS[group.level] < _LEVELS["dieu"]
        inner = [] if apart else [chain for chain in chains if _LEVELS[chain[0][0]] > _LEVELS[group.level]]
        for chain in inner:
            chain.insert(0, head)
        own = marks[1:] if inner else marks
        chains += [[(group.level, mark)] for mark in own]
    return [";".join(level + mark for level, mark in chain) for chain in chains]


def _arabic(mark: str) -> int:
    """A Roman mark as a number."""
    values = [_ROMAN[letter] for letter in mark]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
