"""Walking a search's sets back from goal to seed: the shortest of the cheapest ways, found best first."""

from collections.abc import Iterator
from heapq import heappop, heappush

from okesop.core.flowchart.ground import Field, Goals, Pair, Seed, Sets, Way
from okesop.core.flowchart.preferences import BEND, CROSSING

_SAME = 1e-6


State = tuple[int, int, bool, int]
"""Price, point, whether level, and the only direction in which to walk on (0 for both)."""


class Trace:
    """The walk back from the goals, in order of the length walked and the least length still to walk."""

    def __init__(self, ground: Field, seeds: dict[Seed, int], sets: Sets) -> None:
        """Walk over the ``sets`` that a search reached from ``seeds``."""
        self.ground, self.seeds, self.sets = ground, seeds, sets
        self.heap: list[tuple[float, int, float, State | None, tuple[int, ...]]] = []
        self.known: dict[State, float] = {}
        self.count = 0
        self.tables: dict[tuple[int, bool], tuple[bytes, bytes, int]] = {}
        self.level_seeds = self.upright_seeds = 0
        for point, level in seeds:
            if level:
                self.level_seeds |= 1 << point
            else:
                self.upright_seeds |= 1 << point
        spots = [divmod(point, ground.stride) for point, _ in seeds]
        self.left = min(ground.place_x[x] for _, x in spots)
        self.right = max(ground.place_x[x] for _, x in spots)
        self.top = min(ground.place_y[y] for y, _ in spots)
        self.bottom = max(ground.place_y[y] for y, _ in spots)

    def shortest(self, goals: Goals, best: int) -> Way | None:
        """Return the shortest way of price ``best``."""
        for price, goal in goals.items():
            self._enter(goal, best - price)
        while self.heap:
            _, _, length, state, points = heappop(self.heap)
            if state is None:
                return Way(best, length, points)
            if length <= self.known[state] + _SAME:
                self._walk(state, length, points)
        return None

    def _enter(self, goal: Pair, price: int) -> None:
        if price not in self.sets:
            return
        level, upright = self.sets[price]
        stride = self.ground.stride
        for point in bits(((level << 1) | (level >> 1)) & goal[0]):
            self._offer((price, point, True, 0), 0.0, (point,))
        for point in bits(((upright << stride) | (upright >> stride)) & goal[1]):
            self._offer((price, point, False, 0), 0.0, (point,))

    def _walk(self, state: State, length: float, points: tuple[int, ...]) -> None:
        """Walk back along the line through the state's point, noting seeds, bends and crossings."""
        price, point, level, only = state
        reached, events, bends = self._tables(price, level=level)
        if not only and len(points) > 1 and (point, level) in self.seeds:
            self._arrive((price, point, level), length, points)
        unit = 1 if level else self.ground.stride
        for step in (only,) if only else (-unit, unit):
            at = point + step
            while at >= 0 and reached[at >> 3] >> (at & 7) & 1:
                if events[at >> 3] >> (at & 7) & 1:
                    gone = length + self._between(point, at, level=level)
                    if (at, level) in self.seeds:
                        self._arrive((price, at, level), gone, (at, *points))
                    if bends >> at & 1:
                        self._offer((price - BEND, at, not level, 0), gone, (at, *points))
                    elif self._cross((price, at, level, step), gone, points):
                        break
                at += step

    def _tables(self, price: int, *, level: bool) -> tuple[bytes, bytes, int]:
        """Return the points reached, those where something may happen on the way back, and the bends."""
        key = (price, level)
        if key not in self.tables:
            kind = 0 if level else 1
            bends = self.sets.get(price - BEND, (0, 0))[1 - kind] & self.ground.free
            cross = self.ground.cross_level if level else self.ground.cross_upright
            events = bends | cross | (self.level_seeds if level else self.upright_seeds)
            reached = self.sets[price][kind]
            self.tables[key] = (
                self._bytes(reached),
                self._bytes(reached & events),
                bends & reached,
            )
        return self.tables[key]

    def _bytes(self, points: int) -> bytes:
        return points.to_bytes((self.ground.rows + 1) * self.ground.stride // 8 + 1, "little")

    def _cross(self, state: State, gone: float, points: tuple[int, ...]) -> bool:
        """Walk on beyond a crossed line, where the point behind it was reached without the crossing."""
        price, at, level, step = state
        if not (self.ground.cross_level if level else self.ground.cross_upright) >> at & 1:
            return False
        crossed = self.sets.get(price - CROSSING, (0, 0))[0 if level else 1]
        if at + step >= 0 and crossed >> (at + step) & 1:
            self._offer((price - CROSSING, at, level, step), gone, points)
        return True

    def _arrive(self, end: tuple[int, int, bool], length: float, points: tuple[int, ...]) -> None:
        price, point, level = end
        if self.seeds[point, level] == price:
            self._push(length, length, None, points)

    def _push(
        self, rank: float, length: float, state: State | None, points: tuple[int, ...]
    ) -> None:
        self.count += 1
        heappush(self.heap, (rank, self.count, length, state, points))

    def _offer(self, state: State, length: float, points: tuple[int, ...]) -> None:
        known = self.known.get(state)
        if known is None or length < known - _SAME:
            self.known[state] = length
            self._push(length + self._still(state[1]), length, state, points)

    def _still(self, point: int) -> float:
        """Least length from a point to the box around all seeds."""
        y, x = divmod(point, self.ground.stride)
        at_x, at_y = self.ground.place_x[x], self.ground.place_y[y]
        across = max(self.left - at_x, at_x - self.right, 0.0)
        return across + max(self.top - at_y, at_y - self.bottom, 0.0)

    def _between(self, one: int, other: int, *, level: bool) -> float:
        stride = self.ground.stride
        if level:
            return abs(self.ground.place_x[one % stride] - self.ground.place_x[other % stride])
        return abs(self.ground.place_y[one // stride] - self.ground.place_y[other // stride])


def bits(points: int) -> Iterator[int]:
    """Yield the numbers of the points of a set, lowest first."""
    while points:
        low = points & -points
        yield low.bit_length() - 1
        points ^= low
