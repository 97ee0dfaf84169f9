"""What may be shown on a terminal."""

from __future__ import annotations

# Words of a file must not steer the terminal that shows them: control characters, all but tab and line feed.
# Marks that turn the direction of writing hide what a name is.
_CONTROLS = dict.fromkeys(
    ({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}) | {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}, "�"
)


def harmless(text: str) -> str:
    """The text with its control characters, and bytes that are no text, made visible."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode()
