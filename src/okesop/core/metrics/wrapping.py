"""Breaking a text into lines of a given width."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from okesop.core.metrics.advances import width as measured

_SLACK = 1e-6
_BREAK_AFTER = frozenset("/-–—_.,;:@)&+=|\\")
_NEWLINES = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n"}


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` at spaces into lines no wider than ``width`` points; an empty text is one empty line.

    Line breaks in the text are kept. A word wider than the line is broken, best after a hyphen, slash or
    other mark of punctuation. Nothing is lost but the white space at which a line ends; a line is wider
    than ``width`` only where one character alone is.
    """
    if not text.isprintable():
        for found, newline in _NEWLINES.items():
            text = text.replace(found, newline)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph, width + _SLACK, size, bold=bold))
    return tuple(lines)


def _paragraph(text: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    line, used = "", 0.0
    space = measured(" ", size, bold=bold)
    for word in text.replace("\t", " ").split(" "):
        if not word:
            continue
        needed = measured(word, size, bold=bold)
        if line and used + space + needed <= width:
            line, used = f"{line} {word}", used + space + needed
            continue
        if line:
            yield line
        line, used = word, needed
        if needed > width:
            *full, line = _pieces(word, width, size, bold=bold)
            yield from full
            used = measured(line, size, bold=bold)
    yield line


def _pieces(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """Yield parts of a word that is wider than a line; the last part is the beginning of a line."""
    part, used, good = "", 0.0, 0
    for cluster in _clusters(word):
        step = measured(cluster, size, bold=bold)
        while part and used + step > width:
            cut = good or len(part)
            yield part[:cut]
            part, good = part[cut:], 0
            used = measured(part, size, bold=bold)
        part += cluster
        used += step
        if cluster[-1] in _BREAK_AFTER:
            good = len(part)
    yield part


def _clusters(word: str) -> Iterator[str]:
    """Yield a letter with the marks that stand over it, never cutting between them."""
    starts = [place for place, char in enumerate(word) if not place or not _is_mark(char)]
    for start, end in pairwise([*starts, len(word)]):
        yield word[start:end]


def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char) in {"Mn", "Me", "Mc"}
