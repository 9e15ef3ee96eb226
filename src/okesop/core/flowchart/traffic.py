"""The lines that are routed so far, as sets of lattice points, and who shares what with whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from okesop.core.flowchart.lattice import Lattice
from okesop.core.flowchart.ports import Port, label_points
from okesop.core.flowchart.scene import Line

Corner = tuple[int, int]
Branch = tuple[Corner, Corner, Corner]  # the point, a line's own direction there, its trunk's
Ports = tuple[tuple[Port, ...], ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A line's way over the lattice: its corners from outline to outline, and the points it uses.

    ``level`` are the points where it has a level arm, ``upright`` where it has an upright one (a bend has
    both). ``label_side`` is -1 (above, left) or 1 (below, right), 0 without label at the port. ``branch``
    says where a labelled line splits off another: the point, its own direction, the trunk's direction.
    ``price`` is without crossings.
    """

    corners: tuple[Corner, ...]
    leave: Port
    arrive: Port
    label_side: int
    price: float
    branch: Branch | None = None
    level: int = 0
    upright: int = 0
    label: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight piece of a route: its points, and whether it is level."""

    start: Corner
    end: Corner
    level: bool
    points: int


class Traffic:
    """All routes of a lattice. Points are kept as whole numbers, a bit a point."""

    def __init__(self, lattice: Lattice, lines: tuple[Line, ...], ports: Ports) -> None:
        """Begin without any route; ``ports`` are those of each symbol."""
        self.lattice, self.lines, self.ports = lattice, lines, ports
        self.level = self.upright = self.labels = 0
        self.routes: dict[int, Route] = {}
        count = len(lattice.scene.symbols)
        self.out_of: list[list[int]] = [[] for _ in range(count)]
        self.into: list[list[int]] = [[] for _ in range(count)]
        for index, line in enumerate(lines):
            self.out_of[line.source].append(index)
            self.into[line.target].append(index)

    def pieces(self, route: Route) -> list[Piece]:
        """Return the straight pieces of a route, first to last, without the points on the outlines."""
        found = []
        lattice, last = self.lattice, len(route.corners) - 2
        for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(route.corners)):
            dx, dy = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
            start = (x0 + dx, y0 + dy) if number == 0 else (x0, y0)
            end = (x1 - dx, y1 - dy) if number == last else (x1, y1)
            if dx:
                points = lattice.level(start[0], end[0], y0)
            else:
                points = lattice.upright(x0, start[1], end[1])
            found.append(Piece(start, end, bool(dx), points))
        return found

    def place(self, index: int, route: Route) -> None:
        """Add a line's route; its sets of points are worked out here."""
        self.restore(index, self.spread(index, route))

    def spread(self, index: int, route: Route) -> Route:
        """Return a route with its sets of points on this lattice."""
        level = upright = 0
        for piece in self.pieces(route):
            if piece.level:
                level |= piece.points
            else:
                upright |= piece.points
        line = self.lines[index]
        label = 0
        if route.label_side and line.label:
            label = label_points(self.lattice, line, route.leave, route.label_side)
        if route.branch is not None:
            corner, along, came = route.branch
            label = self.lattice.angle(corner, along[0] - came[0], along[1] - came[1])
        return replace(route, level=level, upright=upright, label=label)

    def restore(self, index: int, route: Route) -> None:
        """Add a route whose points are those of this very lattice."""
        self.routes[index] = route
        self.level |= route.level
        self.upright |= route.upright
        self.labels |= route.label

    def remove(self, index: int) -> Route:
        """Take a route away and return it."""
        route = self.routes.pop(index)
        self.level &= ~route.level
        self.upright &= ~route.upright
        self.labels &= ~route.label
        for other in self.kin(index):
            self.level |= other.level
            self.upright |= other.upright
        return route

    def kin(self, index: int) -> Iterator[Route]:
        """Yield the other routes from the same source or into the same target."""
        line = self.lines[index]
        for others in (self.out_of[line.source], self.into[line.target]):
            for other in others:
                if other != index and other in self.routes:
                    yield self.routes[other]

    def crossed(self, index: int, route: Route) -> int:
        """Points where a route crosses others."""
        points = (route.level & ~route.upright & self.upright) | (
            route.upright & ~route.level & self.level
        )
        if points:
            for other in self.kin(index):
                points &= ~(other.level & other.upright)
        return points

    def cost(self, index: int, crossing: int) -> float:
        """Price of a placed route with its crossings."""
        route = self.routes[index]
        return route.price + crossing * self.crossed(index, route).bit_count()

    def used_ports(self, symbol: int) -> set[Port]:
        """Return the ports of a symbol that lines use."""
        routes = self.routes
        used = {routes[index].leave for index in self.out_of[symbol] if index in routes}
        used.update(routes[index].arrive for index in self.into[symbol] if index in routes)
        return used

    def foreign(self, family: list[Route]) -> int:
        """Points of ``family`` that a line outside it crosses."""
        level = upright = 0
        for route in family:
            level |= route.level
            upright |= route.upright
        return (self.level & ~level) | (self.upright & ~upright)


def corners_of(points: list[Corner]) -> tuple[Corner, ...]:
    """Return the points without those in the middle of a straight piece, and without repeated ones."""
    kept: list[Corner] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(one: Corner, two: Corner, three: Corner) -> bool:
    return (one[0] == two[0] == three[0]) or (one[1] == two[1] == three[1])
