"""Laws, codes, ordinances, the Constitution and strategies by name (domain §2; design §4 rule 8).

Luật Xây dựng số 50/2014/QH13 · Luật Địa chất và Khoáng sản năm 2024 · Bộ luật Tố tụng hình sự
Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019
Chiến lược phát triển giáo dục nghề nghiệp giai đoạn 2021 - 2030, tầm nhìn đến năm 2045
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.vocabulary.fold import key
from ingest.grammar.flow import Flow
from ingest.grammar.names import name_end
from ingest.grammar.units import head_pattern
from ingest.lexicon import phrases

_TYPE = r"(?:Bộ [Ll]uật|BỘ LUẬT|Luật|LUẬT|luật(?<![Pp]háp luật)(?<!bộ luật)(?=\s[A-ZĐ])|Pháp lệnh|PHÁP LỆNH)"
_CHANGES = re.compile(
    r"sửa đổi(?:(?:,? | và )bổ sung)?(?: một số(?: điều)?| các điều)? (?:của )?(?:các )?(?:\d{1,2} )?", re.IGNORECASE
)
_LAW = re.compile(rf"(?P<type>{_TYPE})\s{{1,3}}(?=[^\W\d_])")
_CONSTITUTION = re.compile(
    r"Hiến pháp(?: (?:của )?(?:nước )?Cộng hòa (?:xã hội|Xã hội) chủ nghĩa Việt Nam"
    r"|(?= năm| \(|,|;|\.| và| \d|\n))"
)
_STRATEGY = re.compile(
    r"Chiến lược\s[^;:.()“”\n]{5,160}?"
    r"(?:(?:đến|tới)\s(?:năm\s)?20\d\d|(?:giai đoạn|thời kỳ)\s20\d\d\s?-\s?20\d\d)"
    r"(?:(?:,| và)? (?:tầm nhìn|định hướng) (?:đến|tới) (?:năm )?20\d\d)?"
)
# Not a law in force: a draft, or one that is still to be made.
_DRAFT = re.compile(r"(?:dự thảo|dự án|xây dựng|dự luật|trình|ban hành|đề nghị)(?: các| bộ)?\s$", re.IGNORECASE)
# A strategy in the subject of the decision that approves it is that decision's.
_APPROVED = re.compile(r"(?:phê duyệt|ban hành|xây dựng|dự thảo|trình|về)\s$", re.IGNORECASE)
# … and one in the subject of a plan, that plan's: "Kế hoạch số 488/KH-UBND … về thực hiện Chiến lược …".
_IN_SUBJECT = re.compile(r"\d(?:/|-)\w+[-/]\w+[^.;\n]{0,120} (?:về|triển khai|thực hiện|phê duyệt)[^.;\n]{0,60}$")
# Schools, societies and firms of law.
_NO_LAW = re.compile(
    r"(?:Đại học|Hội|Khoa|[Nn]gành|Công ty|Trường|Viện|Báo|Văn phòng|Tạp chí|[Cc]ử nhân|[Tt]hạc sĩ|Nhà xuất bản)\s$"
)
_TOKEN = re.compile(r"\s{0,2}[\w&]+(?:[-/][\w&]+)*|, ?|\s-\s")
# "Luật Thủ đô (sửa đổi)": a draft under the name of the law that it is to replace.
_REVISED = re.compile(r"\s{0,2}\((?:sửa đổi|thay thế)")
_AND_LAW = re.compile(rf"(?:,\s|\svà\s|,\svà\s)(?=(?:{_TYPE})\s[A-ZĐ])")
# "năm 2024, số" between a law's name and its number; of two "số" the first may be the name's ("… công nghệ số số").
_BEHIND_NAME = re.compile(r"(?:\s(?:năm\s)?(?:19|20)\d\d)?[,\s]*(?:[Ss]ố|SỐ)?[\s:]*$")
_ENDS_NAME = re.compile(r"[;:()“”]")
_MOST_TOKENS = 22
_SHORT_NAME = 2
_LOOK_BACK = 18
_LONGEST_NAME = 280


@dataclass(frozen=True, slots=True)
class Law:
    """A law that is named between two offsets; `name` is as the law's own title writes it, where the lexicon has it."""

    start: int
    end: int
    name: str
    type_text: str
    type: str


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names = {key(name): name for name in phrases("laws")}
    if len(names) < len(phrases("laws")):
        raise ValueError("laws.tsv: one law stands there twice")
    return names


def find_laws(flow: Flow) -> Iterator[Law]:
    """Laws by name, and strategies; drafts are none."""
    behind = 0
    for match in _LAW.finditer(flow.words):
        law = _law_at(flow.words, match) if match.start() >= behind else None
        if law:
            behind = law.end
            yield law
    for match in _CONSTITUTION.finditer(flow.words):
        yield Law(match.start(), match.end(), "Hiến pháp", "Hiến pháp", "Hiến pháp")
    for match in _STRATEGY.finditer(flow.words):
        approved = _APPROVED.search(flow.words, max(0, match.start() - _LOOK_BACK), match.start())
        if not approved and not _IN_SUBJECT.search(flow.words, max(0, match.start() - _LONGEST_NAME), match.start()):
            yield Law(match.start(), match.end(), _joined(match.group()), "Chiến lược", "Chiến lược")


def law_before(flow: Flow, start: int, position: int) -> Law | None:
    """The law whose name ends at a number's lead: the nearest, or the one that changes it.

    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số …": the number is the changing law's.
    """
    begin = max(start, position - _LONGEST_NAME)
    before = [
        match
        for match in _LAW.finditer(flow.words, begin, position)
        if not match["type"].islower() and not _ENDS_NAME.search(flow.words, match.end(), position)
    ]
    if not before:
        return None
    changing = next((match for match in before if _changes_others(flow.words, match)), None)
    law = changing or before[-1]
    name = _BEHIND_NAME.sub("", flow.words[law.start() : position])
    return Law(law.start(), position, _joined(name), law["type"], _type(law["type"]))


def _changes_others(words: str, match: re.Match[str]) -> bool:
    """ "Luật sửa đổi, …", unless it is the one that is being enacted."""
    return words[match.end() : match.end() + 7].lower() == "sửa đổi" and not words.endswith(
        "ban hành ", 0, match.start()
    )


def _law_at(words: str, match: re.Match[str]) -> Law | None:
    before = max(0, match.start() - _LOOK_BACK)
    if _DRAFT.search(words, before, match.start()) or _NO_LAW.search(words, before, match.start()):
        return None
    changes = _CHANGES.match(words, match.end())
    return _changing(words, match, changes.end()) if changes else _by_name(words, match)


def _by_name(words: str, match: re.Match[str]) -> Law | None:
    """A law whose own name begins behind the type, unless it is marked as a draft."""
    named = _longest_known(words, match.start(), match.end("type"))
    if named is None and not match["type"].isupper() and words[match.end()].isupper():
        stop = name_end(words, match.end("type"), head_pattern())
        name = _joined(words[match.start() : stop])
        whole = name.count(" ") >= _SHORT_NAME or name[-1:].isupper()  # "Luật PPP"
        named = (stop, name) if whole and not name.endswith("Việt Nam") else None
    if named is None or _REVISED.match(words, named[0]):
        return None
    return Law(match.start(), named[0], named[1], match["type"], _type(match["type"]))


def _changing(words: str, match: re.Match[str], position: int) -> Law | None:
    """A law that is named by those that it changes."""
    end = None
    while inner := _LAW.match(words, position):
        law = _by_name(words, inner)
        if law is None:
            break
        end = law.end
        link = _AND_LAW.match(words, end)
        if link is None:
            break
        position = link.end()
    return (
        Law(match.start(), end, _joined(words[match.start() : end]), match["type"], _type(match["type"]))
        if end
        else None
    )


def _type(words: str) -> str:
    folded = words.lower()
    return "Bộ luật" if folded.startswith("bộ") else "Pháp lệnh" if folded.startswith("pháp") else "Luật"


def _joined(words: str) -> str:
    return " ".join(words.split())


def _longest_known(words: str, start: int, behind_type: int) -> tuple[int, str] | None:
    """The longest name of the lexicon that stands here, abbreviations, joiners, case and marks aside."""
    best = None
    position = behind_type
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(words, position)
        if token is None:
            break
        position = token.end()
        name = _names().get(key(words[start:position]))
        # "Luật gia" is not the Luật Giá: a name of one syllable must bear its own marks.
        if (
            name
            and len(name.split()) <= _SHORT_NAME
            and name.lower() != " ".join(words[start:position].lower().split())
        ):
            continue
        if name and words[position - 1].isalnum() and token.group().strip().lower() != "và":
            best = (position, name)
    return best
