"""Finding one line's way through the traffic: what it may cross, and what its way costs.

A way that nothing can better is taken at once; others are searched (search.py) between the ends that the
line may have (ends.py), in a window around both symbols that is widened while a better way may lie outside.
"""

import itertools

from okesop.core.flowchart.corners import direction, since, until
from okesop.core.flowchart.ends import JOIN, SPLIT, Ends, Terminals
from okesop.core.flowchart.ground import Field, Seed
from okesop.core.flowchart.lattice import Lattice
from okesop.core.flowchart.ports import Port
from okesop.core.flowchart.preferences import BEND, CROSSING, Preferences
from okesop.core.flowchart.scene import Line
from okesop.core.flowchart.search import cheapest, find
from okesop.core.flowchart.sharing import USUAL, Sharing
from okesop.core.flowchart.traffic import Branch, Corner, Route, Traffic, corners_of

PER_POINT = 0.14
_MARGINS = (0, 1, 3, 1000)
_ROWS_BEYOND = 14
_GOOD_ENOUGH = (18.5, 40.0, 90.0, 0.0)
_WAY_OUT = (0, 4, 10, 30)
_STAGES = tuple(zip(_MARGINS, _GOOD_ENOUGH, _WAY_OUT, strict=True))
_DETOUR, _DETOUR_FACTOR, _DETOUR_FREE, _DETOUR_PER_POINT = 14.0, 2.3, 50.0, 0.2
_NO_BOUND = 10**6

Window = tuple[tuple[int, int], tuple[int, int]]


class Pathfinder:
    """Finds ways for the lines of a lattice, one at a time."""

    def __init__(self, lattice: Lattice, traffic: Traffic, preferences: list[Preferences]) -> None:
        """Look for ways on ``lattice`` between the routes of ``traffic``."""
        self.lattice, self.traffic, self.preferences = lattice, traffic, preferences
        self.symbols = lattice.scene.symbols
        self.masks: dict[tuple[int, int], int] = {}
        self.work = 0
        self.terminals = Terminals(lattice, traffic, preferences)

    def route(
        self, index: int, bound: float = _NO_BOUND, sharing: Sharing = USUAL
    ) -> Route | None:
        """Return the best route for a line that costs less than ``bound``, or None."""
        least = self.preferences[index].least
        if bound <= least:
            return None
        ends = self.terminals.find(index, sharing)
        if not ends.seeds or not ends.goals:
            return None
        plain = self._plain(index, ends, least)
        if plain is not None:
            return plain
        best: Route | None = None
        floor = max(min(ends.seeds.values()) + min(ends.goals), least)
        stages = [stage for stage in _STAGES if bound - stage[2] > floor]
        for margin, enough, way_out in stages:
            if bound - way_out <= floor:
                break
            found = self._route_within(index, ends, (margin, way_out), bound)
            if found is not None:
                best, bound = found
            if best is not None and bound <= enough:
                break
        return best

    def least(self, index: int) -> int:
        """Return the least price of a line's way, without its length, if no other line were there."""
        lattice, line = self.lattice, self.traffic.lines[index]
        window = self._window(line, _MARGINS[-1])
        low, _ = window[1]
        shift = low * lattice.stride
        prices = self.preferences[index]
        seeds: dict[Seed, int] = {}
        for port, point in self.terminals.places[line.source].items():
            seeds[point - shift, port.level] = prices.leaving_by[port]
        ends = Ends()
        for port, point in self.terminals.places[line.target].items():
            bit = 1 << (point - shift)
            ends.end_at(prices.arriving_by[port], *((bit, 0) if port.level else (0, bit)))
        ground = self._ground(window, 0, 0, lattice.symbols)
        self.work += ground.rows * lattice.stride
        return cheapest(ground, seeds, ends.goals, _NO_BOUND) or 0

    def _plain(self, index: int, ends: Ends, least: int) -> Route | None:
        """Return the straight way or the one with a single bend that nothing can better, if it is free.

        Most lines of a chart are like this, and need no search.
        """
        traffic, stride = self.traffic, self.lattice.stride
        busy = (
            traffic.level | traffic.upright | traffic.labels | ends.labels | self.lattice.symbols
        )
        for (start, level), price in ends.seeds.items():
            if (start, level) not in ends.leaves:
                continue
            for (end, arrives_level), port in ends.arrives.items():
                bends = BEND * (level != arrives_level)
                if price + bends + ends.dues[port] > least:
                    continue
                one, two = divmod(start, stride)[::-1], divmod(end, stride)[::-1]
                points = _elbow(one, two, level=level, arrives_level=arrives_level)
                if points and self._is_open(points, ends.leaves[start, level][0], port, busy):
                    found = self._finish(index, ends, points, _NO_BOUND)
                    return found and found[0]
        return None

    def _is_open(self, points: list[Corner], leave: Port, arrive: Port, busy: int) -> bool:
        """Whether a way goes out and in by its ports and touches nothing."""
        lattice = self.lattice
        if direction(points[0], points[1]) != leave.way.value:
            return False
        if direction(points[-1], points[-2]) != arrive.way.value:
            return False
        used = 0
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            used |= lattice.level(x0, x1, y0) if y0 == y1 else lattice.upright(x0, y0, y1)
        ends = (1 << lattice.point(*points[0])) | (1 << lattice.point(*points[-1]))
        return not used & ~ends & busy

    def _route_within(
        self, index: int, ends: Ends, beyond: tuple[int, int], bound: float
    ) -> tuple[Route, float] | None:
        margin, way_out = beyond
        lattice, traffic = self.lattice, self.traffic
        window = self._window(traffic.lines[index], margin)
        low, rows = window[1]
        shift = low * lattice.stride
        solid = lattice.symbols | traffic.labels | ends.labels
        ground = self._ground(
            window, traffic.level, traffic.upright, solid, uncrossable=ends.uncrossable
        )
        seeds = {
            (point - shift, level): price
            for (point, level), price in ends.seeds.items()
            if 0 <= point - shift < rows * lattice.stride
        }
        inside = (1 << (rows * lattice.stride)) - 1
        goals = {
            price: (level >> shift & inside, upright >> shift & inside)
            for price, (level, upright) in ends.goals.items()
        }
        limit = int(min(bound, _NO_BOUND)) + 1 - way_out
        self.work += rows * lattice.stride
        way = find(ground, seeds, goals, limit)
        if way is None:
            return None
        points = [divmod(point + shift, lattice.stride)[::-1] for point in way.points]
        found = self._finish(index, ends, points, bound)
        if found is not None and found[0].label & (found[0].level | found[0].upright):
            ends.labels |= found[0].label  # a way through its own label: round it instead
            return self._route_within(index, ends, beyond, bound)
        return found

    def _window(self, line: Line, margin: int) -> Window:
        """Return the columns, and the first lattice row and number of rows, around both symbols of a line."""
        source, target = self.symbols[line.source], self.symbols[line.target]
        scene, rows = self.lattice.scene, min(margin, _ROWS_BEYOND)
        first = max(min(source.first, target.first) - margin, 0)
        last = min(max(source.last, target.last) + margin, len(scene.columns) - 1)
        above = max(min(source.slot, target.slot) - rows, 0)
        below = min(max(source.slot, target.slot) + rows, len(scene.slots) - 1)
        return (first, last), self.lattice.window(above, below)

    def _ground(
        self, window: Window, level: int, upright: int, solid: int, *, uncrossable: int = 0
    ) -> Field:
        lattice = self.lattice
        columns, (low, count) = window
        if columns not in self.masks:
            self.masks[columns] = lattice.columns_mask(*columns)
        shift, inside = low * lattice.stride, (1 << (count * lattice.stride)) - 1
        allowed = self.masks[columns] & inside
        level, upright, solid = level >> shift, upright >> shift, solid >> shift
        open_to_cross = allowed & ~(solid | (uncrossable >> shift))
        return Field(
            free=allowed & ~(level | upright | solid),
            cross_level=open_to_cross & upright & ~level,
            cross_upright=open_to_cross & level & ~upright,
            stride=lattice.stride,
            rows=count,
            place_x=lattice.place_x,
            place_y=lattice.place_y[low : low + count],
        )

    # what was found

    def _finish(
        self, index: int, ends: Ends, points: list[Corner], bound: float
    ) -> tuple[Route, float] | None:
        leave, side, branch, before = self._beginning(index, ends, points)
        arrive, after = self._ending(ends, points)
        corners = corners_of([*before, *points, *after])
        price = self._price(index, corners, leave, arrive)
        price += (SPLIT if before else 0) + (JOIN if after else 0)
        route = self.traffic.spread(index, Route(corners, leave, arrive, side, price, branch))
        cost = price + CROSSING * self.traffic.crossed(index, route).bit_count()
        return (route, cost) if cost < bound - 0.01 else None

    def _beginning(
        self, index: int, ends: Ends, points: list[Corner]
    ) -> tuple[Port, int, Branch | None, list[Corner]]:
        """Return the port, the label's side or branch, and what comes before the points found."""
        seed = self._seed_of(ends, self.lattice.point(*points[0]), points)
        if seed in ends.leaves:
            return (*ends.leaves[seed], None, [])
        number, branch = ends.splits[seed]
        trunk = self.traffic.routes[number]
        labelled = branch if self.traffic.lines[index].label is not None else None
        return trunk.leave, 0, labelled, [*until(trunk.corners, branch[0]), branch[0]]

    def _ending(self, ends: Ends, points: list[Corner]) -> tuple[Port, list[Corner]]:
        """Return the port where the line ends, and what comes after the points found."""
        goal = self.lattice.point(*points[-1])
        level = points[-1][1] == points[-2][1]
        if (goal, level) in ends.arrives:
            return ends.arrives[goal, level], []
        joined = next(other for other, joins in ends.joins if joins >> goal & 1)
        route = self.traffic.routes[joined]
        return route.arrive, since(route.corners, points[-1])

    @staticmethod
    def _seed_of(ends: Ends, start: int, points: list[Corner]) -> Seed:
        level = points[0][1] == points[1][1]
        return (start, level) if (start, level) in ends.seeds else (start, not level)

    def _price(self, index: int, corners: tuple[Corner, ...], leave: Port, arrive: Port) -> float:
        xs, ys = self.lattice.place_x, self.lattice.place_y
        length = sum(
            abs(xs[x1] - xs[x0]) + abs(ys[y1] - ys[y0])
            for (x0, y0), (x1, y1) in itertools.pairwise(corners)
        )
        (x0, y0), (x1, y1) = corners[0], corners[-1]
        direct = abs(xs[x1] - xs[x0]) + abs(ys[y1] - ys[y0])
        preferences = self.preferences[index]
        price = BEND * (len(corners) - 2) + self.terminals.mixed(index, leave, arrive)
        price += preferences.leaving_by[leave] + preferences.arriving_by[arrive]
        beyond = length - (_DETOUR_FACTOR * direct + _DETOUR_FREE)
        detour = _DETOUR + _DETOUR_PER_POINT * beyond if beyond > 0 else 0.0
        return price + PER_POINT * max(length - direct, 0.0) + detour


def _elbow(start: Corner, end: Corner, *, level: bool, arrives_level: bool) -> list[Corner] | None:
    """Return the straight way between two ports or the one with a bend, if their sides allow one."""
    if level == arrives_level:
        return [start, end] if start[level] == end[level] and start != end else None
    corner = (end[0], start[1]) if level else (start[0], end[1])
    return [start, corner, end] if corner not in {start, end} else None
