"""How well an SOP answers: the smallest circle that holds all the words of a query.

The circles, from the best: the title; title and identity; the whole SOP with its steps. Each comes twice: first with
the words as they were written, then with their stems and beginnings. Inside one circle the newest SOP stands first,
which is the one with the largest key. Nothing else weighs, so every database sorts alike.
"""

from dataclasses import dataclass
from enum import IntEnum


class Reach(IntEnum):
    """How much of an SOP a circle holds."""

    TITLE = 0
    IDENTITY = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Circle:
    """One of the six; ``rank`` 0 is the best."""

    reach: Reach
    loose: bool

    @property
    def rank(self) -> int:
        """Its place among the six."""
        return 2 * self.reach + self.loose


def circles(*, loose: bool) -> tuple[Circle, ...]:
    """Return the circles from the best; without the loose ones where they would hold the same."""
    kinds = (False, True) if loose else (False,)
    return tuple(Circle(reach, kind) for reach in Reach for kind in kinds)


def widest(*, loose: bool) -> Circle:
    """Return the circle that holds all the others."""
    return Circle(Reach.WHOLE, loose)
