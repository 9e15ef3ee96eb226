"""Walking a search's sets back from goal to seed: the shortest of the cheapest ways."""

from collections.abc import Iterator
from dataclasses import dataclass

from okesop.core.flowchart.ground import Field, Goal, Seed, Sets, Way
from okesop.core.flowchart.preferences import BEND, CROSSING

_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class _State:
    """A point on the way back; ``step`` is the only direction to walk on, 0 for both."""

    point: int
    level: bool
    step: int = 0


@dataclass(frozen=True, slots=True)
class _Trail:
    """What was walked from a state to the goal."""

    length: float
    points: tuple[int, ...]


class Trace:
    """The walk back, dearest states first, each state with its shortest trail."""

    def __init__(self, ground: Field, seeds: dict[Seed, int], sets: Sets) -> None:
        """Walk over the ``sets`` that a search reached from ``seeds``."""
        self.ground, self.seeds, self.sets = ground, seeds, sets
        self.open: dict[int, dict[_State, _Trail]] = {}
        self.found: Way | None = None
        self.best = 0

    def shortest(self, goals: list[Goal], best: int) -> Way | None:
        """Return the shortest way of price ``best``."""
        self.best = best
        for goal in goals:
            self._enter(goal, best - goal.price)
        while self.open:
            price = max(self.open)
            for state, trail in self.open.pop(price).items():
                if self.found is None or trail.length < self.found.length:
                    self._walk(price, state, trail)
        return self.found

    def _enter(self, goal: Goal, price: int) -> None:
        if price not in self.sets:
            return
        level, upright = self.sets[price]
        stride = self.ground.stride
        for point in bits(((level << 1) | (level >> 1)) & goal.level):
            self._offer(price, _State(point, True), _Trail(0.0, (point,)))
        for point in bits(((upright << stride) | (upright >> stride)) & goal.upright):
            self._offer(price, _State(point, False), _Trail(0.0, (point,)))

    def _walk(self, price: int, state: _State, trail: _Trail) -> None:
        """Walk back along the line through the state's point, noting seeds, bends and crossings."""
        kind, unit = (0, 1) if state.level else (1, self.ground.stride)
        reached = self.sets[price][kind]
        bends = self.sets.get(price - BEND, (0, 0))[1 - kind] & self.ground.free
        crossed = self.sets.get(price - CROSSING, (0, 0))[kind]
        cross = self.ground.cross_level if state.level else self.ground.cross_upright
        if not state.step and self.seeds.get((state.point, state.level)) == price:
            self._arrive(trail.length, trail.points)
        for step in (state.step,) if state.step else (-unit, unit):
            at = state.point + step
            while at >= 0 and reached >> at & 1:
                gone = trail.length + self._between(state.point, at)
                if self.seeds.get((at, state.level)) == price:
                    self._arrive(gone, (at, *trail.points))
                if bends >> at & 1:
                    turned = _State(at, not state.level)
                    self._offer(price - BEND, turned, _Trail(gone, (at, *trail.points)))
                if cross >> at & 1:
                    if at + step >= 0 and crossed >> (at + step) & 1:
                        over = _State(at, state.level, step)
                        self._offer(price - CROSSING, over, _Trail(gone, trail.points))
                    break
                at += step

    def _arrive(self, length: float, points: tuple[int, ...]) -> None:
        if self.found is None or length < self.found.length - _SAME:
            self.found = Way(self.best, length, points)

    def _offer(self, price: int, state: _State, trail: _Trail) -> None:
        states = self.open.setdefault(price, {})
        if state not in states or trail.length < states[state].length - _SAME:
            states[state] = trail

    def _between(self, one: int, other: int) -> float:
        (y0, x0), (y1, x1) = divmod(one, self.ground.stride), divmod(other, self.ground.stride)
        if y0 == y1:
            return abs(self.ground.place_x[x0] - self.ground.place_x[x1])
        return abs(self.ground.place_y[y0] - self.ground.place_y[y1])


def bits(points: int) -> Iterator[int]:
    """Yield the numbers of the points of a set, lowest first."""
    while points:
        low = points & -points
        yield low.bit_length() - 1
        points ^= low
