"""What the reader would rather have: Vietnamese or English, JSON or CSV."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]


def language(accept_language: str) -> Language:
    """The better liked of our two languages in an `Accept-Language` header; Vietnamese where it says neither.

    "en-GB,en;q=0.9,vi;q=0.4" → en; "fr, *;q=0.5" → vi
    """
    likings = {"vi": 0.0, "en": 0.0}
    for tag, weight in _weights(accept_language).items():
        primary = tag.partition("-")[0]
        if primary in likings:
            likings[primary] = max(likings[primary], weight)
    return "en" if likings["en"] > likings["vi"] else "vi"


def wants_csv(accept: str) -> bool:
    """Whether an `Accept` header asks for CSV by name, and for JSON less: "text/csv, application/json;q=0.5"."""
    weights = _weights(accept)
    return weights.get("text/csv", 0.0) > weights.get("application/json", 0.0)


def _weights(header: str) -> dict[str, float]:
    weights = {}
    for entry in header.lower().split(","):
        name, *parameters = (part.strip() for part in entry.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        weights[name] = _number(quality)
    return weights


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
