"""The cheapest way over the lattice, by flooding sets of points instead of visiting points.

Theory of operation. A state is a point and whether the line runs level or upright there. The states of one
price are two whole numbers, a bit a point. From a price's seeds all free points of their lines are reached
at once: shifting by 1, 2, 4, … with masks of "the last k points are free" floods a line in its logarithm of
steps (the fill of chess programs, Kogge and Stone 1973). A free point may be turned at for the price of a
bend, a foreign line that runs straight across may be crossed for the price of a crossing; both give seeds
of a dearer set. The first price at which a goal is touched is the least. Then one walk back through the
sets, dearest first, finds the shortest of the cheapest ways; ties fall the same way always.
"""

from okesop.core.flowchart.ground import Field, Goals, Pair, Seed, Sets, Way
from okesop.core.flowchart.preferences import BEND, CROSSING
from okesop.core.flowchart.trace import Trace

_NONE: Pair = (0, 0)


def find(ground: Field, seeds: dict[Seed, int], goals: Goals, bound: int) -> Way | None:
    """Return the shortest of the cheapest ways from a seed to a goal that cost less than ``bound``, if any."""
    sets: Sets = {}
    best = _flood(ground, seeds, goals, bound, sets)
    return None if best is None else Trace(ground, seeds, sets).shortest(goals, best)


def cheapest(ground: Field, seeds: dict[Seed, int], goals: Goals, bound: int) -> int | None:
    """Return the price of the cheapest ways from a seed to a goal, if any costs less than ``bound``."""
    return _flood(ground, seeds, goals, bound, {})


def _flood(
    ground: Field, seeds: dict[Seed, int], goals: Goals, bound: int, sets: Sets
) -> int | None:
    pending: dict[int, Pair] = {}
    for (point, is_level), price in seeds.items():
        level, upright = pending.get(price, _NONE)
        bit = 1 << point
        pending[price] = (level | bit, upright) if is_level else (level, upright | bit)
    stride, free = ground.stride, ground.free
    done_level = done_upright = 0
    ends = sorted(goals.items())
    cheapest = ends[0][0]
    best = None
    while pending and (price := min(pending)) + cheapest < bound:
        level, upright = pending.pop(price)
        level, upright = level & ~done_level, upright & ~done_upright
        if level:
            level = _fill(level, ground.steps_level) & ~done_level
            done_level |= level
        if upright:
            upright = _fill(upright, ground.steps_upright) & ~done_upright
            done_upright |= upright
        sets[price] = (level, upright)
        near_level = (level << 1) | (level >> 1)
        near_upright = (upright << stride) | (upright >> stride)
        for more, (end_level, end_upright) in ends:
            if price + more >= bound:
                break
            if near_level & end_level or near_upright & end_upright:
                best = bound = price + more
        turned = (upright & free & ~done_level, level & free & ~done_upright)
        crossed = (
            near_level & ground.cross_level & ~done_level,
            near_upright & ground.cross_upright & ~done_upright,
        )
        for dearer, (level, upright) in ((price + BEND, turned), (price + CROSSING, crossed)):
            if (level or upright) and dearer < bound:
                known_level, known_upright = pending.get(dearer, _NONE)
                pending[dearer] = (known_level | level, known_upright | upright)
    return best


def _fill(points: int, steps: list[tuple[int, int, int]]) -> int:
    for shift, ahead, back in steps:
        points |= (ahead & (points << shift)) | (back & (points >> shift))
    return points
