"""What holds for any text: spans say what they claim, writings that look alike give the same values, and no input is
too much."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.hostile import HOSTILE
from graph.records import Reading
from graph.vocabulary.fold import fold, shadow
from ingest import read_bytes
from ingest.failures import Empty
from ingest.shadow import cast_shadow

NOTICE = (Path(__file__).parents[2] / "samples" / "thong-bao-giao-ban-2024-05.txt").read_text(encoding="utf-8")
PIECES = [
    "Giao Sở Y tế chủ trì, phối hợp với ", "Đối với Phòng ", "1. ", "- ", "+ ", "\n", "\n\n", "\t", "  ", "\u00ad",
    "Kế hoạch số 65/KH-KHCN ngày 22/4/2024", " của ", "UBND tỉnh Bắc Giang", "số ", "26-CT/TU", "29/2023/QÐ-TTg",
    "đồng chí Nguyễn Văn A, Phó Giám đốc Sở", "trước ngày 31/4/2024", "trong quý II/2024", "Nơi nhận:", "THÔNG BÁO",
    "TL. GIÁM ĐỐC", "Trần Chí Thành", "“nhiệm vụ”", "các Sở: Công Thương, Tài chính", "**", "# ", "uỷ", "Ủy ban", ".",
    ",", ";", ":", "./.", "Số: /TB-KHCN", "Bắc Giang, ngày tháng 5 năm 2024", "Điều 5", "hòa", "hoà", "x",
]  # fmt: skip
papers = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span that a reading holds."""
    for directive in reading.directives:
        yield directive.start, directive.end
        yield from ((x.start, x.end) for x in (*directive.assignments, *directive.deadlines, *directive.delivers_to))
    for named in (*reading.units, *reading.officials):
        yield from ((mention.start, mention.end) for mention in named.mentions)
    document = reading.document
    flat = (*reading.citations, *reading.tasks, *reading.warnings, *document.evidence, *document.signers)
    yield from ((x.start, x.end) for x in (*flat, *document.recipients))


def check(reading: Reading) -> None:
    text = reading.text
    assert all(0 <= start <= end <= len(text) for start, end in spans(reading))
    assert all(text[c.start : c.end] == c.raw for c in reading.citations)
    assert all(text[d.start : d.end] == d.text for x in reading.directives for d in x.deadlines)
    assert all(text[d.start : d.end] == d.text for d in reading.directives)
    assert len({d.address for d in reading.directives}) == len(reading.directives)
    units = {unit.name for unit in reading.units}
    people = {official.name for official in reading.officials}
    for directive in reading.directives:
        assert {a.agent for a in directive.assignments} <= units | people


@settings(max_examples=300, deadline=None)
@given(papers)
def test_any_text_in_never_an_exception_out(text: str) -> None:
    try:
        (reading,) = read_bytes(text.encode("utf-8", "surrogatepass"), "x.txt")
    except Empty:
        assert not any(character.isalnum() for character in text)
    except Exception as failure:
        assert type(failure).__module__ == "ingest.failures", failure
    else:
        check(reading)


def test_the_notice_keeps_the_properties() -> None:
    (reading,) = read_bytes(NOTICE.encode(), "x.txt")
    check(reading)
    assert sum(1 for _ in spans(reading)) > 200


def values(text: str) -> object:
    """What is said, without spans and spellings."""
    (reading,) = read_bytes(text.encode(), "x.txt")
    return (
        [(c.number, c.date, c.id, c.function) for c in reading.citations],
        [(d.address, [(fold(a.agent), a.role, a.basis) for a in d.assignments]) for d in reading.directives],
        [(d.form, d.date) for x in reading.directives for d in x.deadlines],
    )


def new_tones(text: str) -> str:
    return text.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("hóa", "hoá")


@pytest.mark.parametrize(
    "written",
    [
        lambda text: unicodedata.normalize("NFD", text),
        new_tones,
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("hoạch", "ho\u00adạch").replace("Phòng", "Ph\u200bòng"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("/KH-", "/KH\u2011"),
    ],
    ids=["nfd", "new tones", "eth", "invisible", "no-break spaces", "crlf", "non-breaking hyphen"],
)
def test_writings_that_look_alike_say_the_same(written) -> None:  # type: ignore[no-untyped-def]
    assert values(written(NOTICE)) == values(NOTICE)


@given(st.text(max_size=300))
def test_shadow_keeps_the_length_and_maps_back(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(shadow(composed)) == len(composed)
    cast = cast_shadow(composed)
    for start in range(len(cast.text)):
        first, last = cast.origin(start, start + 1)
        assert 0 <= first < last <= len(composed)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_read_like_any_other(text: str) -> None:
    """Whether time grows with the length alone is measured by `python -m bench.hostile`."""
    (reading,) = read_bytes(text[: len(text) // 10].encode(), "x.txt")
    check(reading)


def test_every_process_reads_the_same() -> None:
    """Hash seeds differ from process to process; what is read must not."""
    script = "import sys, ingest; print(repr(ingest.read_bytes(sys.stdin.buffer.read(), 'x.txt')))"
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=NOTICE.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
