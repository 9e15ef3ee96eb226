"""Routing: one way over the lattice for each line of a page.

Theory of operation. Lines are routed one after the other, short and labelled ones first, each by the
cheapest way through what is there (pathfinder.py). No two lines ever share a point of the lattice except
where one goes straight across the other, or where they end (begin) together; so there are no overlaps and
no false junctions, whatever the lengths become later. When a line finds no way, the lattice gets fresh
lines around it: they are empty, so a way exists. Then the whole is made cheaper (improve.py). The effort is
bounded throughout: on a page crowded beyond all use the lines that are left when it is spent stay undrawn,
and are counted.
"""

from dataclasses import replace

from okesop.core.flowchart.improve import Improver
from okesop.core.flowchart.lattice import Axis, Lattice
from okesop.core.flowchart.pathfinder import Pathfinder
from okesop.core.flowchart.ports import ports_of
from okesop.core.flowchart.preferences import Preferences
from okesop.core.flowchart.scene import Line, Scene
from okesop.core.flowchart.sharing import LAST_RESORTS, USUAL
from okesop.core.flowchart.traffic import Traffic

_TRACKS = 2
_WIDENINGS = 6
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
        ports = tuple(ports_of(symbol) for symbol in scene.symbols)
        self.traffic = Traffic(self.lattice, scene.lines, ports)
        self.preferences = [Preferences(scene, line, ports) for line in scene.lines]
        self.finder = Pathfinder(self.lattice, self.traffic, self.preferences)
        self.spent = 0

    def run(self) -> None:
        """Route every line, then improve."""
        order = sorted(range(len(self.scene.lines)), key=self._urgency)
        for index in order:
            self._route(index)
        Improver(self.finder, {index: rank for rank, index in enumerate(order)}).run()

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
        self.traffic = Traffic(self.lattice, self.scene.lines, old.ports)
        for index, route in old.routes.items():
            corners = tuple((moved_x[x], moved_y[y]) for x, y in route.corners)
            branch = route.branch
            if branch is not None:
                (x, y), along, came = branch
                branch = (moved_x[x], moved_y[y]), along, came
            self.traffic.place(index, replace(route, corners=corners, branch=branch))
        self.spent += self.finder.work
        self.finder = Pathfinder(self.lattice, self.traffic, self.preferences)


def _around(first: int, last: int, count: int) -> list[int]:
    return list(range(max(first - 1, 0), min(last + 2, count)))
