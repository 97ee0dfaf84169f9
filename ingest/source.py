"""file → source: the bytes, checked before anything reads them. Input is hostile; nothing of a refused file is kept."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

import puremagic

from ingest.failures import Empty, Missing, TooLarge, Undecodable, Unreadable, Unsupported

# A text of this size is 25 times the largest paper of the corpus; what is larger is no single document.
MAX_BYTES = 64 * 1024 * 1024
_MEGABYTE = 1024 * 1024
_SNIFFED = 4096
_OFFICE = {
    b"PK\x03\x04": "tệp Office hoặc tệp nén (.docx, .xlsx, .zip)",
    b"\xd0\xcf\x11\xe0": "tệp Office đời cũ (.doc, .xls)",
    b"%PDF": "tệp PDF",
}
# Text to a decoder, but not the text of a paper: read as such it would give papers that nobody wrote.
_MARKUP = {
    "trang web (HTML)": re.compile(r"\s*(?:<!DOCTYPE html|<html|<head|<body)", re.IGNORECASE),
    "dữ liệu XML": re.compile(r"\s*<\?xml"),
    "tệp RTF": re.compile(r"\s*\{\\rtf"),
    "dữ liệu JSON": re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"])"),
}


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A file's bytes as text, before anything is left out."""

    name: str
    sha256: str
    characters: str


def open_source(path: Path) -> OpenSource:
    """Read one file.

    Raises:
        Missing, Unreadable, Empty, TooLarge, Unsupported, Undecodable: see `ingest.failures`.
    """
    name = printable(path.name)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe never ends, and neither does /dev/zero
            raise Unreadable(name=name, reason="không phải tệp thường")
        if state.st_size > MAX_BYTES:
            raise TooLarge(name=name, size=state.st_size // _MEGABYTE, limit=MAX_BYTES // _MEGABYTE)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Missing(name=printable(str(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "đường dẫn không hợp lệ"
        raise Unreadable(name=printable(str(path)), reason=reason) from None
    return open_bytes(data, name)


def printable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8, as old archives leave them, become "�"."""
    return os.fsencode(name).decode("utf-8", "replace")


def open_bytes(data: bytes, name: str) -> OpenSource:
    """Check and decode bytes that came under a name; failures as of `open_source`."""
    if len(data) > MAX_BYTES:
        raise TooLarge(name=name, size=len(data) // _MEGABYTE, limit=MAX_BYTES // _MEGABYTE)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Empty(name=name)
    characters = _decode(data, name)
    if not any(character.isalnum() for character in characters):
        raise Empty(name=name)
    return OpenSource(name, hashlib.sha256(data).hexdigest(), characters)


def _decode(data: bytes, name: str) -> str:
    try:
        characters = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = _kind(data)
        if kind:
            raise Unsupported(name=name, kind=kind) from None
        raise Undecodable(name=name, offset=error.start) from None
    if "\0" in characters:
        raise Unsupported(name=name, kind=_kind(data) or "dữ liệu nhị phân")
    for kind, looks_so in _MARKUP.items():
        if looks_so.match(characters):
            raise Unsupported(name=name, kind=kind)
    return characters


def _kind(data: bytes) -> str | None:
    """What the first bytes say the file is: "ảnh (.jpeg)"; none where they say nothing."""
    for magic, kind in _OFFICE.items():
        if data.startswith(magic):
            return kind
    try:
        matches = puremagic.magic_string(data[:_SNIFFED])
    except (puremagic.PureError, ValueError):
        return None
    best = max(matches, key=lambda match: match.confidence, default=None)
    if best is None or best.confidence < 0.3:  # noqa: PLR2004 - below that puremagic guesses by one byte
        return None
    kind = "ảnh" if str(best.mime_type).startswith("image/") else "tệp"
    return f"{kind} ({best.extension})" if best.extension else kind
