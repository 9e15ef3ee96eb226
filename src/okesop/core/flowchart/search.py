"""The cheapest way over the lattice, by flooding sets of points instead of visiting points.

Theory of operation. A state is a point and whether the line runs level or upright there. The states of one
price are two whole numbers, a bit a point. From a price's seeds all free points of their lines are reached
at once: shifting by 1, 2, 4, … with masks of "the last k points are free" floods a line in its logarithm of
steps (the fill of chess programs, Kogge and Stone 1973). A free point may be turned at for the price of a
bend, a foreign line that runs straight across may be crossed for the price of a crossing; both give seeds
of a dearer set. The first price at which a goal is touched is the least. Then one walk back through the
sets, dearest first, finds the shortest of the cheapest ways; ties fall the same way always.
"""

from okesop.core.flowchart.ground import Field, Goal, Seed, Sets, Way
from okesop.core.flowchart.preferences import BEND, CROSSING
from okesop.core.flowchart.trace import Trace


def find(ground: Field, seeds: dict[Seed, int], goals: list[Goal], bound: int) -> Way | None:
    """Return the shortest of the cheapest ways from a seed to a goal that cost less than ``bound``, if any."""
    sets: Sets = {}
    best = _flood(ground, seeds, goals, bound, sets)
    return None if best is None else Trace(ground, seeds, sets).shortest(goals, best)


def _flood(
    ground: Field, seeds: dict[Seed, int], goals: list[Goal], bound: int, sets: Sets
) -> int | None:
    pending: dict[int, list[int]] = {}
    for (point, is_level), price in seeds.items():
        pending.setdefault(price, [0, 0])[0 if is_level else 1] |= 1 << point
    done = [0, 0]
    best = None
    while pending and (price := min(pending)) < bound:
        new_level, new_upright = pending.pop(price)
        near_level, near_upright = 0, 0
        level, upright = new_level & ~done[0], new_upright & ~done[1]
        if level:
            level = _fill(level, ground.steps_level) & ~done[0]
            done[0] |= level
            near_level = (level << 1) | (level >> 1)
        if upright:
            upright = _fill(upright, ground.steps_upright) & ~done[1]
            done[1] |= upright
            near_upright = (upright << ground.stride) | (upright >> ground.stride)
        sets[price] = (level, upright)
        for goal in goals:
            if price + goal.price < bound and (
                near_level & goal.level or near_upright & goal.upright
            ):
                best = bound = price + goal.price
        _seed(pending, price + BEND, upright & ground.free, level & ground.free, done)
        over_level, over_upright = (
            near_level & ground.cross_level,
            near_upright & ground.cross_upright,
        )
        _seed(pending, price + CROSSING, over_level, over_upright, done)
    return best


def _fill(points: int, steps: list[tuple[int, int, int]]) -> int:
    for shift, ahead, back in steps:
        points |= (ahead & (points << shift)) | (back & (points >> shift))
    return points


def _seed(
    pending: dict[int, list[int]], price: int, level: int, upright: int, done: list[int]
) -> None:
    level &= ~done[0]
    upright &= ~done[1]
    if level or upright:
        sets = pending.setdefault(price, [0, 0])
        sets[0] |= level
        sets[1] |= upright
