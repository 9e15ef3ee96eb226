"""What has to be kept apart in one direction: pieces of lines, symbols, labels; and who sees whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from okesop.core.flowchart.measures import Measures
from okesop.core.flowchart.solve import Numbers

_STEP_ASIDE = 8.6  # two legs of one line nearer than this read as a slip of the pen
_LABEL_GAP, _OWN_LABEL_GAP = 2.6, 1.6


class Sort(Enum):
    """What a thing is."""

    LINE = 0
    SYMBOL = 1
    LABEL = 2


@dataclass(slots=True)
class Thing:
    """Something with an extent in the direction that is being solved.

    It begins ``low`` from number ``first`` and ends ``high`` from number ``last``; on the lattice it covers
    the lines ``rank_low`` to ``rank_high``; ``start`` to ``end`` is its extent across, in whole steps.
    ``owners`` are the lines that it belongs to; ``before`` and ``behind`` the room that a symbol needs.
    """

    sort: Sort
    first: int
    last: int
    low: float
    high: float
    rank_low: int
    rank_high: int
    start: int
    end: int
    owners: frozenset[int] = frozenset()
    before: float = 0.0
    behind: float = 0.0


def keep_apart(numbers: Numbers, things: Sequence[Thing], steps: int, measures: Measures) -> None:
    """Add a constraint between any two things that see each other.

    The things are taken in lattice order; ``seen`` holds for each step across the last thing there.
    """
    ordered = sorted(things, key=lambda one: (one.rank_low, one.rank_high, one.start))
    seen = [-1] * steps
    for place, thing in enumerate(ordered):
        part = slice(max(thing.start, 0), thing.end + 1)
        for other in set(seen[part]):
            earlier = ordered[other]
            if other >= 0 and earlier.rank_high < thing.rank_low and earlier.last < thing.first:
                distance = earlier.high - thing.low + _gap(earlier, thing, measures)
                numbers.apart(earlier.last, thing.first, distance)
        count = len(seen[part])
        seen[part] = [place] * count


def _gap(earlier: Thing, later: Thing, measures: Measures) -> float:
    own = not earlier.owners.isdisjoint(later.owners)
    if Sort.LABEL in {earlier.sort, later.sort}:
        return _OWN_LABEL_GAP if own else _LABEL_GAP
    if earlier.sort is Sort.SYMBOL and later.sort is Sort.SYMBOL:
        return max(earlier.behind, later.before)
    if earlier.sort is Sort.SYMBOL:
        return earlier.behind
    if later.sort is Sort.SYMBOL:
        return later.before
    return max(_STEP_ASIDE, measures.gap) if own else measures.gap
