"""The direction down: rows, slots and level pieces, once the places across are known (see across.py)."""

from okesop.core.flowchart.across import Across
from okesop.core.flowchart.labelling import LabelSpot, label_cells
from okesop.core.flowchart.lattice import BEFORE, PORT
from okesop.core.flowchart.plan import (
    EDGE,
    Plan,
    Track,
    entered_sides,
    number_zones,
    solve_plan,
    tracks_of,
)
from okesop.core.flowchart.ports import Port, Way
from okesop.core.flowchart.solve import Numbers
from okesop.core.flowchart.things import Sort, Thing, keep_apart

_STEPS_PER_POINT = 2
_NEAR = 1.75
_LEAST_AIR = 5.0


class Down:
    """The direction down: bands and slots, level pieces; the places across are known."""

    def __init__(self, before: Across, across: Plan) -> None:
        """Set up all numbers and what keeps them apart, once ``across`` is known."""
        self.traffic, self.scene, self.labels = before.traffic, before.scene, before.labels
        self.measures, self.pieces, self.across = before.measures, before.pieces, across
        traffic, pieces = self.traffic, self.pieces
        self.branches = before.branches
        self.tracks = tracks_of(pieces, self.branches, level=True)
        self.numbers = Numbers()
        slots = self.scene.slots
        self.opens = {
            slot for slot in range(len(slots)) if slot == 0 or slots[slot] != slots[slot - 1]
        }
        self.borders, self.middles = number_zones(
            self.numbers, traffic.lattice.ys, self.tracks, self.opens
        )
        self.halves = self._halves()
        self._slots()
        self._free_tracks()
        self.origin = across.borders[0] - 40.0
        steps = int((across.borders[-1] - self.origin + 40.0) * _STEPS_PER_POINT) + 2
        keep_apart(self.numbers, self._things(), steps, self.measures)

    def _halves(self) -> list[float]:
        halves = [3.0] * len(self.scene.slots)
        for symbol in self.scene.symbols:
            halves[symbol.slot] = max(halves[symbol.slot], symbol.height / 2)
        return halves

    def _slots(self) -> None:
        wanting = {symbol.slot for symbol in self.scene.symbols if not symbol.is_drawn_connector}
        for slot, band in enumerate(self.scene.slots):
            reach = self.halves[slot] + (self.measures.air if slot in wanting else _LEAST_AIR)
            self.numbers.apart(self.borders[band], self.middles[slot], reach)
            self.numbers.apart(self.middles[slot], self.borders[band + 1], reach)
            if slot and slot not in self.opens:
                between = self.halves[slot - 1] + self.halves[slot] + self.measures.arrow
                self.numbers.apart(self.middles[slot - 1], self.middles[slot], between)
        for band, room in enumerate(self.scene.bands):
            self.numbers.apart(self.borders[band], self.borders[band + 1], room.height)
        for label in self.labels:
            band, middle = self.scene.slots[label.slot], self.middles[label.slot]
            self.numbers.apart(self.borders[band], middle, EDGE - label.y)
            self.numbers.apart(middle, self.borders[band + 1], label.y + label.text.height + EDGE)

    def _free_tracks(self) -> None:
        axis, gap = self.traffic.lattice.ys, self.measures.gap
        for track in self.tracks:
            slot, part = axis.zone[track.line], axis.part[track.line]
            band = self.scene.slots[slot]
            reach = self.halves[slot] + gap
            if part == PORT:
                track.number = self.middles[slot]
                track.offset = (track.line - axis.middle[slot]) * self.measures.third_y
            elif part == BEFORE:
                self.numbers.apart(track.number, self.middles[slot], reach)
                if slot in self.opens:
                    self.numbers.apart(self.borders[band], track.number, self.measures.border)
                else:
                    self.numbers.apart(
                        self.middles[slot - 1], track.number, self.halves[slot - 1] + gap
                    )
            else:
                self.numbers.apart(self.middles[slot], track.number, reach)
                if slot + 1 in self.opens or slot + 1 == len(self.scene.slots):
                    self.numbers.apart(track.number, self.borders[band + 1], self.measures.border)
                else:
                    self.numbers.apart(
                        track.number, self.middles[slot + 1], self.halves[slot + 1] + gap
                    )

    def _things(self) -> list[Thing]:
        lattice, across = self.traffic.lattice, self.across
        things = [self._track(track) for track in self.tracks]
        entered = entered_sides(self.traffic)
        half_w = self.measures.width / 2
        for index, symbol in enumerate(self.scene.symbols):
            half, y = symbol.height / 2, lattice.ys.middle[symbol.slot]
            above = self.measures.arrow if (index, Way.UP) in entered else self.measures.gap
            below = (
                self.measures.arrow if (index, Way.DOWN) in entered else self.measures.gap + 1.0
            )
            left, right = across.extent(symbol, half_w)
            start, end = left - _NEAR, right + _NEAR
            number = self.middles[symbol.slot]
            things.append(
                Thing(
                    Sort.SYMBOL,
                    number,
                    number,
                    -half,
                    half,
                    y - 1,
                    y + 1,
                    *self._steps(start, end),
                    frozenset(),
                    above,
                    below,
                )
            )
        things += [self._label(label) for label in self.labels]
        return things + self._branch_things()

    def _branch_things(self) -> list[Thing]:
        by_piece = {member: track for track in self.tracks for member in track.members}
        things = []
        for label in self.branches:
            track = by_piece[label.line, label.branch if label.along[0] else label.trunk]
            upright = (label.line, label.trunk if label.along[0] else label.branch)
            x, y = label.box()
            left = self.across.pieces[upright] + x
            steps = self._steps(left - _NEAR, left + label.text.width + _NEAR)
            low = track.offset + y
            high = low + label.text.height
            things.append(
                Thing(
                    Sort.LABEL,
                    track.number,
                    track.number,
                    low,
                    high,
                    *label.rows,
                    *steps,
                    frozenset((label.line,)),
                )
            )
            band = self.scene.slots[self.traffic.lattice.ys.zone[track.line]]
            self.numbers.apart(self.borders[band], track.number, EDGE - low)
            self.numbers.apart(track.number, self.borders[band + 1], high + EDGE)
        return things

    def _steps(self, start: float, end: float) -> tuple[int, int]:
        low = round((start - self.origin) * _STEPS_PER_POINT)
        return low, max(low, round((end - self.origin) * _STEPS_PER_POINT))

    def _track(self, track: Track) -> Thing:
        start, end = 1e9, -1e9
        for index, number in track.members:
            for place in self._ends(index, number):
                start, end = min(start, place), max(end, place)
        steps = self._steps(start - _NEAR, end + _NEAR)
        return Thing(
            Sort.LINE,
            track.number,
            track.number,
            track.offset,
            track.offset,
            track.line,
            track.line,
            *steps,
            track.owners,
        )

    def _ends(self, index: int, number: int) -> tuple[float, float]:
        """Where a level piece begins and ends across; at a symbol it is cut short by the usual gap."""
        route, line = self.traffic.routes[index], self.traffic.lines[index]
        last = len(self.pieces[index]) - 1
        return (
            self.across.pieces[index, number - 1]
            if number
            else self._at_symbol(line.source, route.leave),
            self.across.pieces[index, number + 1]
            if number < last
            else self._at_symbol(line.target, route.arrive),
        )

    def _at_symbol(self, symbol: int, port: Port) -> float:
        left, right = self.across.extent(self.scene.symbols[symbol], self.measures.width / 2)
        out = self.measures.gap + _NEAR
        return left - out if port.way is Way.LEFT else right + out

    def _label(self, label: LabelSpot) -> Thing:
        symbol = self.scene.symbols[label.symbol]
        _, ranks = label_cells(self.traffic, label)
        left = self.across.label_middle(label, symbol) + label.x
        right = left + label.text.width
        start = left - _NEAR + (4.6 if label.port.way is Way.RIGHT else 0.0)
        end = right + _NEAR - (4.6 if label.port.way is Way.LEFT else 0.0)
        number = self.middles[label.slot]
        return Thing(
            Sort.LABEL,
            number,
            number,
            label.y,
            label.y + label.text.height,
            *ranks,
            *self._steps(start, end),
            frozenset((label.line,)),
        )

    def solve(self, top: float) -> Plan:
        """Place everything from ``top`` downwards, rows as high as they must be."""
        least = self.numbers.least({}, top)
        places = [least[border] for border in self.borders]
        wishes = dict(zip(self.middles, self._wishes(places), strict=True))
        return solve_plan(
            self.numbers, dict(zip(self.borders, places, strict=True)), wishes, self.tracks
        )

    def _wishes(self, borders: list[float]) -> list[float]:
        counts = [self.scene.slots.count(band) for band in range(len(self.scene.bands))]
        wishes, nth = [], 0
        for slot, band in enumerate(self.scene.slots):
            nth = 0 if slot in self.opens else nth + 1
            share = (nth + 0.5) / counts[band]
            wishes.append(borders[band] + share * (borders[band + 1] - borders[band]))
        return wishes
