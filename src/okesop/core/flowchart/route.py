"""Routing: one way over the lattice for each line of a page.

Theory of operation. Lines are routed one after the other, short and labelled ones first, each by the
cheapest way through what is there (pathfinder.py). No two lines ever share a point of the lattice except
where one goes straight across the other, or where they end (begin) together; so there are no overlaps and
no false junctions, whatever the lengths become later. When a line finds no way, the lattice gets fresh
lines around it: they are empty, so a way exists. Then lines are taken up and routed again as long as that
makes the whole cheaper, alone and in pairs that cross. The effort is bounded throughout: on a page crowded
beyond all use the lines that are left when it is spent stay undrawn, and are counted.
"""

from dataclasses import replace

from okesop.core.flowchart.lattice import Axis, Lattice
from okesop.core.flowchart.pathfinder import Pathfinder
from okesop.core.flowchart.preferences import BEND, CROSSING, Preferences
from okesop.core.flowchart.scene import Line, Scene
from okesop.core.flowchart.sharing import LAST_RESORTS, USUAL
from okesop.core.flowchart.traffic import Traffic

_TRACKS = 2
_ROUNDS = 3
_WIDENINGS = 6
_CHEAP = 7.0
_SEARCHES = 3
_WORK = 500_000
_MOST = 40_000_000  # points looked at for one page; the collected charts take under nine million


def route_lines(scene: Scene) -> Traffic:
    """Return the lattice of a scene with a route for every line."""
    router = Router(scene)
    router.run()
    return router.traffic


class Router:
    """Routes all lines of a scene."""

    def __init__(self, scene: Scene) -> None:
        """Begin with a lattice of few lines."""
        self.scene = scene
        columns, slots = len(scene.columns), len(scene.slots)
        xs = Axis([_TRACKS] * columns, [_TRACKS] * columns)
        ys = Axis([_TRACKS] * slots, [_TRACKS] * slots)
        self.lattice = Lattice(scene, xs, ys)
        self.traffic = Traffic(self.lattice, scene.lines)
        self.preferences = [Preferences(scene, line) for line in scene.lines]
        self.finder = Pathfinder(self.lattice, self.traffic, self.preferences)
        self.searches = 0
        self.spent = 0
        self.clock = 0
        self.changed: dict[int, int] = {}
        self.tried: dict[tuple[int, int], int] = {}

    def run(self) -> None:
        """Route every line, then improve."""
        for index in sorted(range(len(self.scene.lines)), key=self._urgency):
            self._route(index)
        self.searches = _SEARCHES * len(self.scene.lines)
        self.finder.work = 0
        for _ in range(_ROUNDS):
            if not self._improve():
                break

    def _urgency(self, index: int) -> tuple[int, float, int]:
        line = self.scene.lines[index]
        source, target = self.scene.symbols[line.source], self.scene.symbols[line.target]
        rows = abs(source.slot - target.slot)
        columns = max(source.first - target.last, target.first - source.last, 0)
        rank = 0 if not line.head else 1
        return rank, rows + 0.8 * columns - (0.5 if line.label else 0.0), index

    def _route(self, index: int) -> None:
        for attempt in range(_WIDENINGS):
            if self.spent + self.finder.work > _MOST:
                return
            for sharing in LAST_RESORTS if attempt > 1 else (USUAL,):
                route = self.finder.route(index, sharing=sharing)
                if route is not None:
                    self.traffic.restore(index, route)
                    return
            self._widen(self.scene.lines[index])

    # growing the lattice

    def _widen(self, line: Line) -> None:
        source, target = self.scene.symbols[line.source], self.scene.symbols[line.target]
        columns = _around(
            min(source.first, target.first), max(source.last, target.last), len(self.scene.columns)
        )
        slots = _around(
            min(source.slot, target.slot), max(source.slot, target.slot), len(self.scene.slots)
        )
        xs, moved_x = self.lattice.xs.widened(columns)
        ys, moved_y = self.lattice.ys.widened(slots)
        old = self.traffic
        self.lattice = Lattice(self.scene, xs, ys)
        self.traffic = Traffic(self.lattice, self.scene.lines)
        for index, route in old.routes.items():
            corners = tuple((moved_x[x], moved_y[y]) for x, y in route.corners)
            branch = route.branch
            if branch is not None:
                (x, y), along, came = branch
                branch = (moved_x[x], moved_y[y]), along, came
            self.traffic.place(index, replace(route, corners=corners, branch=branch))
        self.spent += self.finder.work
        self.finder = Pathfinder(self.lattice, self.traffic, self.preferences)

    # routing again

    def _improve(self) -> bool:
        better = False
        costs = {index: self.traffic.cost(index, CROSSING) for index in self.traffic.routes}
        for index in sorted(costs, key=lambda one: (-costs[one], one)):
            cost = self.traffic.cost(index, CROSSING)
            if cost > _CHEAP and self._may_search() and self._again(index, cost):
                better = True
        for index in sorted(costs, key=lambda one: (-costs[one], one)):
            if self._again_in_pairs(index):
                better = True
        return better

    def _may_search(self) -> bool:
        """Whether there is effort left, in searches and in points that they looked at."""
        return self.searches > 0 and self.finder.work < _WORK

    def _again(self, index: int, cost: float) -> bool:
        self.searches -= 1
        old = self.traffic.remove(index)
        new = self.finder.route(index, cost)
        if new is None:
            self.traffic.restore(index, old)
            return False
        self.traffic.restore(index, new)
        self._note(index)
        return True

    def _note(self, *indices: int) -> None:
        self.clock += 1
        self.changed.update(dict.fromkeys(indices, self.clock))

    def _again_in_pairs(self, index: int) -> bool:
        """Try a dear line together with each line that it crosses or whose port it might want."""
        traffic = self.traffic
        if traffic.cost(index, CROSSING) <= self._ideal(index) + _CHEAP:
            return False
        crossed = traffic.crossed(index, traffic.routes[index])
        line = self.scene.lines[index]
        near = {line.source, line.target}
        for other in sorted(traffic.routes):
            ends = self.scene.lines[other]
            rival = bool(near & {ends.source, ends.target})
            if (
                other == index
                or not self._may_search()
                or not (rival or self._crosses(other, crossed))
            ):
                continue
            pair = (index, other)
            if self.tried.get(pair, -1) >= max(self.changed.get(one, 0) for one in pair):
                continue
            if self._swap(index, other):
                return True
            self.tried[pair] = self.clock
        return False

    def _ideal(self, index: int) -> float:
        """Price of a line's way if nothing were in its way."""
        line = self.scene.lines[index]
        source, target = self.scene.symbols[line.source], self.scene.symbols[line.target]
        if source.slot == target.slot:
            return 0.0
        if source.first == target.first:
            return 0.0 if source.slot < target.slot else 2.0 * BEND
        return BEND

    def _crosses(self, other: int, points: int) -> bool:
        route = self.traffic.routes[other]
        return bool((route.level | route.upright) & points)

    def _swap(self, one: int, two: int) -> bool:
        """Route two crossing lines again in the other order; keep the cheaper pair."""
        traffic = self.traffic
        self.searches -= 3
        shared = traffic.crossed(one, traffic.routes[one]) & traffic.crossed(
            two, traffic.routes[two]
        )
        old_cost = traffic.cost(one, CROSSING) + traffic.cost(two, CROSSING)
        old_cost -= CROSSING * shared.bit_count()
        old_one, old_two = traffic.remove(one), traffic.remove(two)
        for first, second in ((two, one), (one, two)):
            if self._place_both(first, second, old_cost):
                self._note(one, two)
                return True
        traffic.restore(one, old_one)
        traffic.restore(two, old_two)
        return False

    def _place_both(self, first: int, second: int, bound: float) -> bool:
        traffic = self.traffic
        route = self.finder.route(first, bound)
        if route is None:
            return False
        traffic.restore(first, route)
        cost = traffic.cost(first, CROSSING)
        last = self.finder.route(second, bound - cost)
        if last is not None:
            traffic.restore(second, last)
            return True
        traffic.remove(first)
        return False


def _around(first: int, last: int, count: int) -> list[int]:
    return list(range(max(first - 1, 0), min(last + 2, count)))
