"""The answer beside the first leg of a line: its lines, its size, and where it stands.

A label belongs rigidly to its symbol: it stands a fixed distance from the port where its line leaves, above
or below a line that leaves sideways, right or left of one that leaves downwards. Everything else gives way.
"""

from dataclasses import dataclass

from okesop.core.flowchart.measures import Measures
from okesop.core.metrics import line_height, width, wrap

_ONE_LINE = 30.0
_SPACE = 2.0
_READABLE = 2.2  # least width a letter of a label that stands on few lines
_SHORT = 12


@dataclass(frozen=True, slots=True)
class LabelText:
    """A label broken into lines, with the size of its box in points."""

    text: str
    lines: tuple[str, ...]
    width: float
    height: float


def set_label(text: str, measures: Measures) -> LabelText | None:
    """Break a label so that its box is small and not much wider than a symbol; None for an empty one."""
    if not text.strip():
        return None
    size = measures.type_size
    lines = wrap(text, _line_width(text, size), size)
    longest = max(text.split("\n"), key=len)
    least = _READABLE * len(longest) * (0.45 if len(longest) > _SHORT else 1.0) + 0.1
    wide = max(width(line, size) for line in lines)
    return LabelText(text, lines, max(wide, least), max(4.5, line_height(size) * len(lines)))


def _line_width(text: str, size: float) -> float:
    unit = size / 7.0
    whole = width(" ".join(text.split()), size)
    if whole <= _ONE_LINE * unit:
        return whole + 1.0
    word = max(width(part, size) for part in text.split())
    return max(min(word, 60.0 * unit), _ONE_LINE * unit, whole / 3.0)
