"""The words around a change, so that a long text is read where it changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okesop.core.compare.words import Fate, Run

WHOLE = 30
"""A text of no more words is shown whole."""
AROUND = 5
"""Words of a longer one that are shown before and after a change."""
OMITTED = " [...] "


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one fate; ``omitted`` marks where words that stayed are left out."""

    fate: Fate
    text: str
    omitted: bool = False


def excerpt(runs: Sequence[Run]) -> tuple[Piece, ...]:
    """Return the runs, those that stayed cut to the words beside a change where the text is long."""
    count = sum(len(run.text.split()) for run in runs)
    if count <= WHOLE:
        return tuple(Piece(run.fate, run.text) for run in runs)
    return tuple(
        piece for place, run in enumerate(runs) for piece in _cut(run, place, len(runs) - 1)
    )


def _cut(run: Run, place: int, last: int) -> Iterator[Piece]:
    words = run.text.split()
    head, tail = ("" if place == 0 else " ".join(words[:AROUND])), " ".join(words[-AROUND:])
    if place == last:
        tail = ""
    if run.fate is not Fate.SAME or len(words) <= 2 * AROUND:
        yield Piece(run.fate, run.text)
        return
    if head:
        lead = run.text[: len(run.text) - len(run.text.lstrip())]
        yield Piece(Fate.SAME, lead + head)
    yield Piece(Fate.SAME, OMITTED, omitted=True)
    if tail:
        trail = run.text[len(run.text.rstrip()) :]
        yield Piece(Fate.SAME, tail + trail)
