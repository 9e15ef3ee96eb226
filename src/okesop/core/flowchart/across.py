"""From lattice to paper: every piece of a route gets a number, first across, then down.

Theory of operation. Pieces that lie on one lattice line and share a point are one thing. Those on port lines
stand rigidly with the symbols of their column (slot); all others are free within their side of it. Across,
two things must be kept apart when they have a lattice row in common. Down, when they come near each other
across, where the places across are known by then. So what was free of overlap on the lattice stays free of
it on paper, and nothing is wider or higher than its own neighbours ask.
"""

from itertools import pairwise
from math import hypot

from okesop.core.flowchart.labelling import LabelSpot, branch_labels, label_cells, label_spots
from okesop.core.flowchart.lattice import BEFORE, PORT
from okesop.core.flowchart.plan import (
    EDGE,
    Plan,
    entered_sides,
    number_zones,
    solve_plan,
    tracks_of,
)
from okesop.core.flowchart.ports import Way
from okesop.core.flowchart.scene import Symbol
from okesop.core.flowchart.solve import Numbers
from okesop.core.flowchart.things import Sort, Thing, keep_apart
from okesop.core.flowchart.traffic import Traffic

_POINT_ROOM = (
    2.1  # a line this near to the slope of a flat diamond looks as if it touched its point
)


class Across:
    """The direction across: columns, upright pieces."""

    def __init__(self, traffic: Traffic) -> None:
        """Set up all numbers and what keeps them apart."""
        self.traffic, self.scene, self.labels = (
            traffic,
            traffic.lattice.scene,
            label_spots(traffic),
        )
        self.measures = self.scene.measures
        self.pieces = pieces = {
            index: traffic.pieces(route) for index, route in traffic.routes.items()
        }
        self.branches = branch_labels(traffic)
        self.tracks = tracks_of(pieces, self.branches, level=False)
        self.numbers = Numbers()
        zones = set(range(len(self.scene.columns)))
        self.borders, self.middles = number_zones(
            self.numbers, traffic.lattice.xs, self.tracks, zones
        )
        self._columns()
        self._free_tracks()
        keep_apart(self.numbers, self._things(), traffic.lattice.ys.size, self.measures)

    def _columns(self) -> None:
        half = self.measures.width / 2 + self.measures.gap
        for column in range(len(self.scene.columns)):
            left, middle, right = (
                self.borders[column],
                self.middles[column],
                self.borders[column + 1],
            )
            self.numbers.apart(left, middle, half)
            self.numbers.apart(middle, right, half)
        for label in self.labels:
            middle = self._label_number(label)
            self.numbers.apart(self.borders[0], middle, EDGE - label.x)
            if middle != self.borders[-1]:
                self.numbers.apart(middle, self.borders[-1], label.x + label.text.width + EDGE)
        for symbol in self.scene.symbols:
            if symbol.is_wide_diamond:
                anchor, reach = self._anchor(symbol), symbol.half - self.measures.width / 2
                self.numbers.apart(self.middles[symbol.first], anchor, reach)
                self.numbers.apart(anchor, self.middles[symbol.last], reach)

    def _anchor(self, symbol: Symbol) -> int:
        return self.borders[symbol.middle + 1] if symbol.between else self.middles[symbol.middle]

    def _label_number(self, label: LabelSpot) -> int:
        symbol = self.scene.symbols[label.symbol]
        return self._anchor(symbol) if symbol.is_wide_diamond else self.middles[label.column]

    def _on_borders(self) -> set[tuple[int, int]]:
        """Return the pieces that end in the point of a diamond that stands on a border."""
        found = set()
        for index, route in self.traffic.routes.items():
            if route.leave.between:
                found.add((index, 0))
            if route.arrive.between:
                found.add((index, len(self.pieces[index]) - 1))
        return found

    def _free_tracks(self) -> None:
        axis, reach = self.traffic.lattice.xs, self.measures.width / 2 + self.measures.gap
        on_borders = self._on_borders()
        for track in self.tracks:
            zone, part = axis.zone[track.line], axis.part[track.line]
            if not on_borders.isdisjoint(track.members):
                track.number = self.borders[zone + 1]
            elif part == PORT:
                track.number = self.middles[zone]
                track.offset = (track.line - axis.middle[zone]) * self.measures.third_x
            elif part == BEFORE:
                self.numbers.apart(self.borders[zone], track.number, self.measures.border)
                self.numbers.apart(track.number, self.middles[zone], reach)
            else:
                self.numbers.apart(self.middles[zone], track.number, reach)
                self.numbers.apart(track.number, self.borders[zone + 1], self.measures.border)

    def _things(self) -> list[Thing]:
        lattice = self.traffic.lattice
        things = [
            Thing(
                Sort.LINE,
                track.number,
                track.number,
                track.offset,
                track.offset,
                track.line,
                track.line,
                track.start,
                track.end,
                track.owners,
            )
            for track in self.tracks
        ]
        entered = entered_sides(self.traffic)
        for index, symbol in enumerate(self.scene.symbols):
            half, y = self.measures.width / 2, lattice.ys.middle[symbol.slot]
            before = self._room((index, Way.LEFT) in entered)
            behind = self._room((index, Way.RIGHT) in entered)
            low, high = lattice.xs.middle[symbol.first] - 1, lattice.xs.middle[symbol.last] + 1
            first, last = self.middles[symbol.first], self.middles[symbol.last]
            if symbol.is_wide_diamond:
                first = last = self._anchor(symbol)
                half = symbol.half
                point = _POINT_ROOM * hypot(half, symbol.height / 2) / (symbol.height / 2)
                before, behind = max(before, point), max(behind, point)
            things.append(
                Thing(
                    Sort.SYMBOL,
                    first,
                    last,
                    -half,
                    half,
                    low,
                    high,
                    y - 1,
                    y + 1,
                    frozenset(),
                    before,
                    behind,
                )
            )
        things += [self._label(label) for label in self.labels]
        return things + self._branch_things()

    def _branch_things(self) -> list[Thing]:
        by_piece = {member: track for track in self.tracks for member in track.members}
        things = []
        for label in self.branches:
            track = by_piece[label.line, label.trunk if label.along[0] else label.branch]
            low = track.offset + label.box()[0]
            high = low + label.text.width
            things.append(
                Thing(
                    Sort.LABEL,
                    track.number,
                    track.number,
                    low,
                    high,
                    *label.columns,
                    *label.rows,
                    frozenset((label.line,)),
                )
            )
            self.numbers.apart(self.borders[0], track.number, EDGE - low)
            self.numbers.apart(track.number, self.borders[-1], high + EDGE)
        return things

    def _room(self, entered: bool) -> float:
        return self.measures.arrow if entered else self.measures.gap

    def _label(self, label: LabelSpot) -> Thing:
        rank, rows = label_cells(self.traffic, label)
        number = self._label_number(label)
        right = label.x + label.text.width
        owner = frozenset((label.line,))
        return Thing(Sort.LABEL, number, number, label.x, right, rank, rank, *rows, owner)

    def least_widths(self) -> list[float]:
        """Return the least width of each column for what stands in it."""
        values = self.numbers.least({}, 0.0)
        places = [values[border] for border in self.borders]
        return [right - left for left, right in pairwise(places)]

    def solve(self, widths: list[float]) -> Plan:
        """Place everything with columns at least ``widths`` wide."""
        places = [self.scene.left]
        for width in widths:
            places.append(places[-1] + width)
        wishes = [(one + two) / 2 for one, two in pairwise(places)]
        fixed = dict(zip(self.borders, places, strict=True))
        return solve_plan(
            self.numbers, fixed, dict(zip(self.middles, wishes, strict=True)), self.tracks
        )
