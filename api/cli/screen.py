"""What may be shown on a terminal."""

from __future__ import annotations

# Words of a file must not steer the terminal that shows them: control characters, all but tab and line feed.
_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}, "�")


def harmless(text: str) -> str:
    """The text with its control characters made visible."""
    return text.translate(_CONTROLS)
