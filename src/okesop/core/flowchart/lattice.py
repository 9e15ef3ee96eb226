"""The lattice of places where lines may run, without lengths: only what is left of, above, beside what.

Each column has some lines left of its symbols, three through their ports, some right of them; each slot of
a row some above, three through the ports, some below. A point of the lattice is one bit of a whole number,
``y * stride + x``, so that a set of points is one number and flooding a set is a few shifts (see search.py).
The last bit of every lattice row is never free: it keeps a shift from running into the next row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from okesop.core.flowchart.scene import Scene, Symbol

BEFORE, PORT, AFTER = -1, 0, 1


@dataclass(slots=True)
class Axis:
    """The lines of one direction: ``before`` and ``after`` count the free lines at each zone's sides."""

    before: list[int]
    after: list[int]
    low: list[int] = field(default_factory=list)
    middle: list[int] = field(default_factory=list)
    zone: list[int] = field(default_factory=list)
    part: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for index, (before, after) in enumerate(zip(self.before, self.after, strict=True)):
            self.low.append(len(self.zone))
            self.middle.append(len(self.zone) + before + 1)
            self.zone += [index] * (before + 3 + after)
            self.part += [BEFORE] * before + [PORT] * 3 + [AFTER] * after

    @property
    def size(self) -> int:
        """Number of lines."""
        return len(self.zone)

    def high(self, zone: int) -> int:
        """One past the last line of a zone."""
        return self.middle[zone] + 2 + self.after[zone]

    def widened(self, zones: Sequence[int]) -> tuple["Axis", list[int]]:
        """Return an axis with fresh lines at both ends of both sides of ``zones``, and old line → new line.

        The last line of a zone stays the last: a wide diamond may have its point there.
        """
        before, after = list(self.before), list(self.after)
        for zone in zones:
            before[zone] += 2
            after[zone] += 2
        axis = Axis(before, after)
        moved: list[int] = []
        fresh = set(zones)
        for line, (zone, part) in enumerate(zip(self.zone, self.part, strict=True)):
            step = line - self.middle[zone]
            if zone in fresh and part == BEFORE:
                step -= 1
            if zone in fresh and part == AFTER:
                step += 2 if line + 1 == self.high(zone) else 1
            moved.append(axis.middle[zone] + step)
        return axis, moved

    def positions(
        self, starts: Sequence[float], sizes: Sequence[float], room: float
    ) -> list[float]:
        """Return a likely place of each line in points, for measuring ways before anything is placed."""
        places: list[float] = []
        for zone, (start, size) in enumerate(zip(starts, sizes, strict=True)):
            side = max(size - room, 2.0) / 2
            before, after = self.before[zone], self.after[zone]
            places += [start + side * (k + 1) / (before + 1) for k in range(before)]
            places += [start + size / 2 + room * step for step in (-0.2, 0.0, 0.2)]
            places += [start + size - side + side * (k + 1) / (after + 1) for k in range(after)]
        return places


Span = tuple[int, int]


def _rigid_lines(axis: Axis, line: int, step: int) -> Span:
    end = line + step
    if axis.part[line] == PORT:
        while axis.part[end] == PORT:
            end += step
    return min(line + step, end), max(line + step, end)


def _with_port(axis: Axis, span: Span, line: int) -> Span:
    return (min(*span, line), max(*span, line)) if axis.part[line] == PORT else span


class Lattice:
    """Both axes over a scene, and the sets of points that its symbols cover."""

    def __init__(self, scene: Scene, xs: Axis, ys: Axis) -> None:
        """Lay the axes over the scene's columns and slots."""
        self.scene, self.xs, self.ys = scene, xs, ys
        self.stride = xs.size + 1
        self.everything = self._periodic((1 << xs.size) - 1, ys.size)
        self._column = self._periodic(1, ys.size)
        self.symbols = 0
        for symbol in scene.symbols:
            self.symbols |= self.block(symbol)
        self.place_x, self.place_y = self._places()
        # The places of ports and the points of angles, as they are asked for.
        self.spots: dict[object, tuple[int, int]] = {}
        self._angles: dict[tuple[tuple[int, int], int, int], int] = {}

    def _periodic(self, row: int, rows: int) -> int:
        filled, count = row, 1
        while count < rows:
            filled |= filled << (count * self.stride)
            count *= 2
        return filled & ((1 << (rows * self.stride)) - 1)

    def _places(self) -> tuple[list[float], list[float]]:
        scene = self.scene
        starts, at = [], scene.left
        for size in scene.columns:
            starts.append(at)
            at += size
        xs = self.xs.positions(starts, scene.columns, scene.measures.width)
        counts = [scene.slots.count(band) for band in range(len(scene.bands))]
        tops, sizes, at = [], [], scene.top
        least = scene.measures.height + 2 * scene.measures.arrow
        for band in scene.slots:
            size = max(scene.bands[band].height / counts[band], least)
            tops.append(at)
            sizes.append(size)
            at += size
        return xs, self.ys.positions(tops, sizes, scene.measures.height)

    def point(self, x: int, y: int) -> int:
        """Number of the point on lines ``x`` and ``y``."""
        return y * self.stride + x

    def holds(self, x: int, y: int) -> bool:
        """Whether there is such a point."""
        return 0 <= x < self.xs.size and 0 <= y < self.ys.size

    def level(self, x0: int, x1: int, y: int) -> int:
        """Points of the horizontal piece from ``x0`` to ``x1``, both included."""
        if x0 > x1:
            x0, x1 = x1, x0
        return ((1 << (x1 - x0 + 1)) - 1) << (y * self.stride + x0)

    def upright(self, x: int, y0: int, y1: int) -> int:
        """Points of the vertical piece from ``y0`` to ``y1``, both included."""
        if y0 > y1:
            y0, y1 = y1, y0
        rows = (1 << ((y1 - y0) * self.stride + 1)) - 1
        return (self._column & rows) << (y0 * self.stride + x)

    def beside(self, corner: tuple[int, int], step_x: int, step_y: int) -> tuple[Span, Span]:
        """Return the lines (x, y) that a label in the angle at ``corner`` takes.

        One line each way; where the corner is on a port line all port lines on that side of it and the first
        beyond, because they stand rigidly and cannot give way.
        """
        return (
            _rigid_lines(self.xs, corner[0], step_x),
            _rigid_lines(self.ys, corner[1], step_y),
        )

    def around(self, corner: tuple[int, int], step_x: int, step_y: int) -> tuple[Span, Span]:
        """Return what `beside` does and the port lines of the corner itself.

        A port line runs within its symbol's half, and a label beside it begins there.
        """
        columns, rows = self.beside(corner, step_x, step_y)
        return _with_port(self.xs, columns, corner[0]), _with_port(self.ys, rows, corner[1])

    def angle(self, corner: tuple[int, int], step_x: int, step_y: int) -> int:
        """Points that a label in the angle at ``corner`` takes."""
        key = corner, step_x, step_y
        if key not in self._angles:
            self._angles[key] = self.rectangle(*self.beside(corner, step_x, step_y))
        return self._angles[key]

    def rectangle(self, columns: Span, rows: Span) -> int:
        """Points of all lines from ``columns[0]`` to ``columns[1]`` and ``rows[0]`` to ``rows[1]``."""
        row = self.level(columns[0], columns[1], 0)
        return sum(row << (y * self.stride) for y in range(rows[0], rows[1] + 1))

    def block(self, symbol: Symbol) -> int:
        """Points that a symbol covers: its ports and everything between them."""
        x0, x1 = self.xs.middle[symbol.first] - 1, self.xs.middle[symbol.last] + 1
        y = self.ys.middle[symbol.slot]
        row = self.level(x0, x1, 0)
        return sum(row << ((y + step) * self.stride) for step in (-1, 0, 1))

    def columns_mask(self, first: int, last: int) -> int:
        """Points of all lines of the columns from ``first`` to ``last``."""
        low, high = self.xs.low[first], self.xs.high(last)
        return self._periodic(((1 << (high - low)) - 1) << low, self.ys.size)

    def window(self, first: int, last: int) -> tuple[int, int]:
        """First lattice row and number of rows of the slots from ``first`` to ``last``."""
        low, high = self.ys.low[first], self.ys.high(last)
        return low, high - low
