"""Texts that a PDF holds beside its pages: title, keywords, the words for a picture."""

from okesop.core.metrics import printed

_MOST_CHARACTERS = 8_000
"""PDF/A allows 32 767 bytes a string; a character takes up to four."""


def pdf_string(text: str) -> str:
    """Return a text as it can stand in a PDF, shortened where it is longer than the format allows."""
    shown = printed(text[: _MOST_CHARACTERS + 1])
    return shown if len(shown) <= _MOST_CHARACTERS else f"{shown[: _MOST_CHARACTERS - 1]}…"
