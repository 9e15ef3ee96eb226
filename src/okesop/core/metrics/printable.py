"""What is printed for a text that a user typed: private bullets, control and foreign characters."""

import unicodedata
from functools import cache

from okesop.core.metrics.advances import ARIMO, MISSING, covers, fallback

_PRIVATE = {
    "\uf0fc": "✓", "\uf0fe": "☑", "\uf0a8": "□", "\uf06f": "□", "\uf071": "❑",
    "\uf0e0": "→", "\uf0df": "←", "\uf0e1": "↑", "\uf0e2": "↓", "\uf0d8": "➢",
    "\uf0a7": "▪", "\uf06e": "■", "\uf0e8": "➔", "\uf0f0": "⇨",
}  # fmt: skip
"""Glyphs of Wingdings as Word writes them into its private area; every other one there is a bullet."""

_NEWLINES = "\n\v\f\u2028\u2029"
_FIRST_PRIVATE, _LAST_PRIVATE = "\uf020", "\uf0ff"


def printed(text: str) -> str:
    """Return the text as the paper shows it.

    Word's private bullets become •, control and direction characters go, tabs become spaces, a character
    that no embedded font has becomes □. Line breaks stay. Every character left has a glyph.
    """
    if (text.isascii() and text.isprintable()) or all(map(_is_plain, text)):
        return text
    shown: list[str] = []
    base = " "
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        glyph = _glyph(char)
        if unicodedata.category(char)[0] != "M":
            base = glyph or base
        elif not _stands_on(char, base):
            glyph = MISSING if glyph else glyph
        shown.append(glyph)
    return "".join(shown)


def unprintable_in(text: str) -> tuple[str, ...]:
    """Return the characters of ``text`` that print as □, each once, in order."""
    return tuple(dict.fromkeys(char for char in text if _is_lost(char)))


def _is_lost(char: str) -> bool:
    return _glyph(char) == MISSING and char != MISSING and char not in _PRIVATE


@cache
def _glyph(char: str) -> str:
    """Return what stands for one character by itself."""
    if _FIRST_PRIVATE <= char <= _LAST_PRIVATE:
        return _PRIVATE.get(char, "•")
    if char in _NEWLINES:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return char if char in ARIMO else " "
    if category in {"Cc", "Cf"} or _is_selector(char):
        return ""
    return char if covers(char) and category != "Co" else MISSING


@cache
def _is_plain(char: str) -> bool:
    """Tell a character that prints as itself whatever stands before it."""
    return char != "\r" and unicodedata.category(char)[0] != "M" and _glyph(char) == char


def _is_selector(char: str) -> bool:
    """Tell a variation selector: it chooses a glyph and shows nothing itself."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _stands_on(mark: str, base: str) -> bool:
    """A mark needs one font that has both it and the letter under it."""
    return (mark in ARIMO and base in ARIMO) or (mark in fallback() and base in fallback())
