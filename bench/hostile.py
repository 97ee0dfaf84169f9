"""Whether reading time grows with the length of hostile text, and not with its square.

    python -m bench.hostile

Prints for each text the seconds for a tenth of it, for the whole, and their ratio: 10 is linear, 100 quadratic.
"""

from __future__ import annotations

import time

from ingest import read_bytes

HOSTILE = {
    "fractions": "1/" * 200_000,
    "articles": "Điều " * 80_000,
    "one long line": "a" * 400_000,
    "emphasis": "**b** " + "*a" * 200_000,
    "cues": "yêu cầu " * 50_000,
    "people": "ông Nguyễn Văn A, Phó Giám đốc Sở " * 10_000,
    "units": "UBND tỉnh " * 40_000,
    "headings": "Đối với " * 50_000,
    "capitals": "TM. ỦY BAN\n" * 30_000,
    "marks": "- + a) 1. I. x\n" * 25_000,
    "citations": "Kế hoạch số 1/KH-UBND ngày 1/1/2020 của UBND tỉnh, " * 6_000,
    "receivers": "gửi UBND tỉnh " * 20_000,
    "groups": "1. Các phòng, đơn vị rà soát.\n" * 12_000,
    "bases": "Căn cứ " + "Kế hoạch số 1/KH-UBND, " * 12_000,
    "blank lines": "Kế hoạch số" + "\n" * 150_000 + "x",
    "unit list": "Sở Y tế; " * 30_000,
    "recipients": "1. a\n\nNơi nhận:" + "\n" * 150_000 + "x",
    "openers": "nhiệm vụ “" * 40_000,
    "brackets": "a" + "[" * 200_000,
    "parentheses": "Thông tư này thay thế Thông tư số 1/2020/TT-BTC (" * 8_000,
    "serials": "số 1/2/3/KH-" * 30_000,
    "clauses": "khoản 1, " * 40_000,
    "provisions": "điểm a khoản 1 Điều 1, " * 16_000 + "Luật Đất đai",
    "law words": "Luật " * 80_000,
    "laws that change": "Luật sửa đổi, bổ sung một số điều của " * 10_000,
    "verbs of acts": "Sửa đổi, bổ sung " * 20_000,
    "quotations": "“Sửa đổi khoản 1 Điều 2 Thông tư số 3/2020/TT-BTC " * 8_000,
    "amenders": "Căn cứ Luật số 1/2020/QH14 được sửa đổi, bổ sung bởi " * 7_000,
    "short forms": "Nghị quyết số 29 và Nghị quyết số 29-NQ/TW; " * 8_000,
    "commas": "Bãi bỏ khoản 1" + ", " * 180_000 + "Luật Đất đai",
    "strategies": "Chiến lược phát triển " * 18_000,
    "bare serials": "1 2 3 - / - / a " * 24_000,
}


def seconds(text: str) -> float:
    """The time of one reading."""
    start = time.perf_counter()
    read_bytes(text.encode(), "hostile.txt")
    return time.perf_counter() - start


def main() -> None:
    seconds("THÔNG BÁO\n\n1. Giao Sở Y tế chủ trì.")  # compiles the patterns
    for name, text in HOSTILE.items():
        tenth, whole = seconds(text[: len(text) // 10]), seconds(text)
        print(f"{name:14} {len(text):9,} characters  {tenth:6.2f} s  {whole:6.2f} s  x{whole / tenth:.1f}")


if __name__ == "__main__":
    main()
