"""What a search works on: the free points of a part of the lattice, its seeds, its goals, and its result."""

from dataclasses import dataclass, field

Seed = tuple[int, bool]  # point, level
Pair = tuple[int, int]  # points running level, points running upright
Goals = dict[int, Pair]  # price of ending → points where the way may end
Sets = dict[int, Pair]  # price → points reached


@dataclass(slots=True)
class Field:
    """Part of the lattice: free points, and those where a foreign line may be crossed.

    ``cross_level`` are the points where a level line may cross an upright one; ``place_x`` and ``place_y``
    are likely places of its columns and rows in points, for measuring.
    """

    free: int
    cross_level: int
    cross_upright: int
    stride: int
    rows: int
    place_x: list[float]
    place_y: list[float]
    steps_level: list[tuple[int, int, int]] = field(default_factory=list)
    steps_upright: list[tuple[int, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.steps_level = _steps(self.free, 1, self.stride)
        self.steps_upright = _steps(self.free, self.stride, self.rows)


def _steps(free: int, unit: int, count: int) -> list[tuple[int, int, int]]:
    steps, ahead, back, length = [], free, free, 1
    while length < count:
        shift = unit * length
        steps.append((shift, ahead, back))
        ahead &= ahead << shift
        back &= back >> shift
        length *= 2
    return steps


@dataclass(frozen=True, slots=True)
class Way:
    """A way found: its price and its points from seed to goal, corners and ends only."""

    price: int
    length: float
    points: tuple[int, ...]
