"""`chidao review`: what a person should check in a paper."""

from __future__ import annotations

from collections import Counter

from api.cli.group import Command, one_command
from api.cli.progress import progress
from api.cli.reading import PARTIAL, Paths, Reader
from api.cli.screen import harmless
from graph.records import Reading, Severity, Warning

QUOTE = 60
SEVERITIES: dict[Severity, str] = {"E": "lỗi", "W": "cảnh báo", "I": "ghi chú"}

app = one_command()


@app.command(cls=Command)
def review(paths: Paths) -> int:
    """
    Soát viện dẫn và chỉ đạo trong văn bản.

    Mỗi phát hiện một dòng: tệp:dòng:cột, mức (E lỗi, W cảnh báo, I ghi chú), số quy
    tắc, điều cần rà soát và chữ trong văn bản. Có mức E thì mã thoát là 1.

    Ví dụ:
      chidao review samples/thong-bao-giao-ban-2024-05.txt
      chidao review --help
    """
    found: Counter[Severity] = Counter()
    with progress() as say:
        reader = Reader(say)
        for reading in reader.read(paths):
            for warning in sorted(reading.warnings, key=lambda one: (one.start, one.rule)):
                print(harmless(_line(reading, warning)))
                found[warning.severity] += 1
    if reader.exit_code == 0 or found:
        print(", ".join(f"{found[level]} {name}" for level, name in SEVERITIES.items()))
    return reader.exit_code or (PARTIAL if found["E"] else 0)


def _line(reading: Reading, warning: Warning) -> str:
    before = reading.text[: warning.start]
    line = before.count("\n") + 1
    column = warning.start - (before.rfind("\n") + 1) + 1
    quote = " ".join(reading.text[warning.start : warning.end].split())
    shown = quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…"
    return f"{reading.source.name}:{line}:{column}: {warning.severity} {warning.rule} {warning.message} “{shown}”"
