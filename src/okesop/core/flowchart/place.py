"""From lattice to paper: every piece of a route gets a number, first across, then down.

Theory of operation. Pieces that lie on one lattice line and share a point are one thing. Those on port lines
stand rigidly with the symbols of their column (slot); all others are free within their side of it. Across,
two things must be kept apart when they have a lattice row in common. Down, when they come near each other
across, where the places across are known by then. So what was free of overlap on the lattice stays free of
it on paper, and nothing is wider or higher than its own neighbours ask.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from okesop.core.document import NodeKind
from okesop.core.flowchart.labels import LabelText
from okesop.core.flowchart.lattice import AFTER, BEFORE, PORT, Axis
from okesop.core.flowchart.ports import Port, Way, is_tall, spot
from okesop.core.flowchart.scene import Symbol
from okesop.core.flowchart.solve import Numbers
from okesop.core.flowchart.things import Sort, Thing, keep_apart
from okesop.core.flowchart.traffic import Corner, Piece, Traffic

_EDGE = 1.6
_STEPS_PER_POINT = 2
_NEAR = 1.75


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """A label's box from the middle of its port's column and slot."""

    line: int
    symbol: int
    column: int
    slot: int
    x: float
    y: float
    text: LabelText
    port: Port
    side: int


@dataclass(frozen=True, slots=True)
class BranchLabel:
    """The label of a line that splits off another: in the angle between the trunk and the branch.

    ``trunk`` and ``branch`` are the numbers of the line's pieces; ``along`` is the branch's direction, ``came``
    the trunk's; ``columns`` and ``rows`` are the lattice lines that it takes.
    """

    line: int
    trunk: int
    branch: int
    along: Corner
    came: Corner
    columns: tuple[int, int]
    rows: tuple[int, int]
    text: LabelText

    def box(self) -> tuple[float, float]:
        """Left upper corner of the label from the place where the branch leaves."""
        dx, dy = self.along[0] - self.came[0], self.along[1] - self.came[1]
        out, back = 2.4, 1.6
        gap_x, gap_y = (out, back) if self.along[0] else (back, out)
        x = gap_x if dx > 0 else -gap_x - self.text.width
        y = gap_y if dy > 0 else -gap_y - self.text.height
        return x, y


@dataclass(slots=True)
class Track:
    """Pieces of one or more lines that lie on each other: one coordinate."""

    line: int
    start: int
    end: int
    members: list[tuple[int, int]]
    number: int = -1
    offset: float = 0.0

    @property
    def owners(self) -> frozenset[int]:
        """The lines that run here."""
        return frozenset(index for index, _ in self.members)


@dataclass(slots=True)
class Plan:
    """Coordinates of one direction: borders between zones, middles of zones, and each piece's place."""

    borders: list[float] = field(default_factory=list)
    middles: list[float] = field(default_factory=list)
    pieces: dict[tuple[int, int], float] = field(default_factory=dict)

    def extent(self, symbol: Symbol, half: float) -> tuple[float, float]:
        """Left and right edge of a symbol that is ``half`` wide on each side of a column's middle."""
        if symbol.is_wide_diamond:
            middle = self.anchor(symbol)
            return middle - symbol.half, middle + symbol.half
        return self.middles[symbol.first] - half, self.middles[symbol.last] + half

    def anchor(self, symbol: Symbol) -> float:
        """The middle of a diamond over several columns."""
        return self.borders[symbol.middle + 1] if symbol.between else self.middles[symbol.middle]

    def label_middle(self, label: "LabelSpot", symbol: Symbol) -> float:
        """The place across from which a label's place is counted."""
        return self.anchor(symbol) if symbol.is_wide_diamond else self.middles[label.column]


def tracks_of(
    pieces: dict[int, list[Piece]], branches: list[BranchLabel], *, level: bool
) -> list[Track]:
    """Group the level (or upright) pieces that lie on each other, in lattice order.

    On one lattice line those with a label before them come first, those with one behind them last.
    """
    lines: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    axis = 1 if level else 0
    for index, parts in pieces.items():
        for number, piece in enumerate(parts):
            if piece.level is level:
                ends = sorted((piece.start[1 - axis], piece.end[1 - axis]))
                lines[piece.start[axis]].append((ends[0], ends[1], index, number))
    tracks: list[Track] = []
    for line in sorted(lines):
        current: Track | None = None
        for start, end, index, number in sorted(lines[line]):
            if current is None or start > current.end:
                current = Track(line, start, end, [])
                tracks.append(current)
            current.end = max(current.end, end)
            current.members.append((index, number))
    leaning = {}
    for label in branches:
        lean = label.along[axis] - label.came[axis]
        leaning[label.line, label.trunk] = leaning[label.line, label.branch] = lean
    return sorted(tracks, key=lambda one: (one.line, max(leaning.get(member, 0) for member in one.members)))


def label_spots(traffic: Traffic) -> list[LabelSpot]:
    """Return where each label stands beside its line's first leg."""
    scene = traffic.lattice.scene
    spots = []
    for index, route in traffic.routes.items():
        line = traffic.lines[index]
        if line.label is None or not route.label_side:
            continue
        symbol = scene.symbols[line.source]
        x, y = _label_offset(symbol, route.leave, route.label_side, line.label, traffic)
        column = route.leave.column
        spots.append(
            LabelSpot(index, line.source, column, symbol.slot, x, y, line.label, route.leave, route.label_side)
        )
    return spots


def branch_labels(traffic: Traffic) -> list[BranchLabel]:
    """Return the labels of the lines that split off another."""
    labels = []
    for index, route in traffic.routes.items():
        text = traffic.lines[index].label
        if text is None or route.branch is None:
            continue
        corner, along, came = route.branch
        number = route.corners.index(corner)
        columns, rows = traffic.lattice.beside(corner, along[0] - came[0], along[1] - came[1])
        labels.append(BranchLabel(index, number - 1, number, along, came, columns, rows, text))
    return labels


def _label_offset(
    symbol: Symbol, port: Port, side: int, text: LabelText, traffic: Traffic
) -> tuple[float, float]:
    measures = traffic.lattice.scene.measures
    half_w, half_h = symbol.half or measures.width / 2, symbol.height / 2
    pointed = symbol.kind is NodeKind.DECISION
    if port.level:
        y = port.shift * measures.third_y + (-1.5 - text.height if side < 0 else 1.5)
        out = half_w + (0.5 if pointed else 2.2)
        return (out if port.way is Way.RIGHT else -out - text.width), y
    x = port.shift * measures.third_x + (2.4 if side > 0 else -2.4 - text.width)
    out = half_h + (0.6 if pointed else 2.0)
    return x, (out if port.way is Way.DOWN else -out - text.height)


class Across:
    """The direction across: columns, upright pieces."""

    def __init__(self, traffic: Traffic) -> None:
        """Set up all numbers and what keeps them apart."""
        self.traffic, self.scene, self.labels = traffic, traffic.lattice.scene, label_spots(traffic)
        self.measures = self.scene.measures
        self.pieces = pieces = {index: traffic.pieces(route) for index, route in traffic.routes.items()}
        self.branches = branch_labels(traffic)
        self.tracks = tracks_of(pieces, self.branches, level=False)
        self.numbers = Numbers()
        self.borders: list[int] = []
        self.middles: list[int] = []
        _number(self.numbers, traffic.lattice.xs, self.tracks, (self.borders, self.middles), None)
        self.borders.append(self.numbers.add())
        self._columns()
        self._free_tracks()
        keep_apart(self.numbers, self._things(), traffic.lattice.ys.size, self.measures)

    def _columns(self) -> None:
        half = self.measures.width / 2 + self.measures.gap
        for column in range(len(self.scene.columns)):
            left, middle, right = self.borders[column], self.middles[column], self.borders[column + 1]
            self.numbers.apart(left, middle, half)
            self.numbers.apart(middle, right, half)
        for label in self.labels:
            middle = self._label_number(label)
            self.numbers.apart(self.borders[0], middle, _EDGE - label.x)
            if middle != self.borders[-1]:
                self.numbers.apart(middle, self.borders[-1], label.x + label.text.width + _EDGE)
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
            Thing(Sort.LINE, track.number, track.number, track.offset, track.offset, track.line, track.line,
                  track.start, track.end, track.owners)
            for track in self.tracks
        ]
        entered = _entered(self.traffic)
        for index, symbol in enumerate(self.scene.symbols):
            half, y = self.measures.width / 2, lattice.ys.middle[symbol.slot]
            before = self._room((index, Way.LEFT) in entered)
            behind = self._room((index, Way.RIGHT) in entered)
            low, high = lattice.xs.middle[symbol.first] - 1, lattice.xs.middle[symbol.last] + 1
            first, last = self.middles[symbol.first], self.middles[symbol.last]
            if symbol.is_wide_diamond:
                first = last = self._anchor(symbol)
                half = symbol.half
            things.append(
                Thing(Sort.SYMBOL, first, last, -half, half,
                      low, high, y - 1, y + 1, frozenset(), before, behind)
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
            things.append(Thing(Sort.LABEL, track.number, track.number, low, high, *label.columns,
                                *label.rows, frozenset((label.line,))))
            self.numbers.apart(self.borders[0], track.number, _EDGE - low)
            self.numbers.apart(track.number, self.borders[-1], high + _EDGE)
        return things

    def _room(self, entered: bool) -> float:  # noqa: FBT001 -- a plain fact, not a mode
        return self.measures.arrow if entered else self.measures.gap

    def _label(self, label: LabelSpot) -> Thing:
        rank, rows = self._cells(label)
        number = self._label_number(label)
        return Thing(Sort.LABEL, number, number, label.x, label.x + label.text.width, rank, rank,
                     rows[0], rows[1], frozenset((label.line,)))

    def _cells(self, label: LabelSpot) -> tuple[int, tuple[int, int]]:
        lattice, symbol = self.traffic.lattice, self.scene.symbols[label.symbol]
        x, y = spot(lattice, symbol, label.port)
        step_x, step_y = label.port.way.value
        if not label.port.level:
            return x + label.side, (y + step_y, y + step_y)
        tall = is_tall(lattice, self.traffic.lines[label.line]) and label.port.shift == 0
        rows = sorted((y + label.side, y + label.side * (2 if tall else 1)))
        return x + step_x, (rows[0], rows[1])

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
        return solve_plan(self.numbers, fixed, dict(zip(self.middles, wishes, strict=True)), self.tracks)


def _number(numbers, axis: Axis, tracks: list[Track], into, opens) -> None:  # type: ignore[no-untyped-def]
    """Give numbers in lattice order: a border before each zone (of ``opens`` only), its tracks, its middle."""
    borders, middles = into
    waiting = iter(tracks)
    track = next(waiting, None)
    for zone in range(len(axis.before)):
        if opens is None or zone in opens:
            borders.append(numbers.add())
        for part in (BEFORE, PORT, AFTER):
            if part == PORT:
                middles.append(numbers.add())
            while track is not None and (axis.zone[track.line], axis.part[track.line]) == (zone, part):
                if part != PORT:
                    track.number = numbers.add()
                track = next(waiting, None)


def solve_plan(
    numbers: Numbers, borders: dict[int, float], middles: dict[int, float], tracks: list[Track]
) -> Plan:
    """Keep the borders, place middles as near to where they should be as may be, tracks evenly between."""
    start = min(borders.values())
    values = numbers.centred({**borders, **middles}, numbers.greatest(borders), start)
    fixed = {number: values[number] for number in (*borders, *middles)}
    values = numbers.spread(fixed, numbers.lengths(set(fixed)), start)
    plan = Plan([values[border] for border in borders], [values[middle] for middle in middles])
    for track in tracks:
        place = values[track.number] + track.offset
        for member in track.members:
            plan.pieces[member] = place
    return plan


def _entered(traffic: Traffic) -> set[tuple[int, Way]]:
    """Return the sides of symbols at which an arrow arrives."""
    return {
        (traffic.lines[index].target, route.arrive.way)
        for index, route in traffic.routes.items()
        if traffic.lines[index].head
    }


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
        self.borders: list[int] = []
        self.middles: list[int] = []
        slots = self.scene.slots
        self.opens = {slot for slot in range(len(slots)) if slot == 0 or slots[slot] != slots[slot - 1]}
        _number(self.numbers, traffic.lattice.ys, self.tracks, (self.borders, self.middles), self.opens)
        self.borders.append(self.numbers.add())
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
        entered = {self.scene.symbols[symbol].slot for symbol, way in _entered(self.traffic) if way is Way.UP}
        for slot, band in enumerate(self.scene.slots):
            above = self.halves[slot] + (self.measures.arrow if slot in entered else 5.0)
            self.numbers.apart(self.borders[band], self.middles[slot], above)
            self.numbers.apart(self.middles[slot], self.borders[band + 1], self.halves[slot] + 5.0)
            if slot and slot not in self.opens:
                between = self.halves[slot - 1] + self.halves[slot] + self.measures.arrow
                self.numbers.apart(self.middles[slot - 1], self.middles[slot], between)
        for band, room in enumerate(self.scene.bands):
            self.numbers.apart(self.borders[band], self.borders[band + 1], room.height)
        for label in self.labels:
            band, middle = self.scene.slots[label.slot], self.middles[label.slot]
            self.numbers.apart(self.borders[band], middle, _EDGE - label.y)
            self.numbers.apart(middle, self.borders[band + 1], label.y + label.text.height + _EDGE)

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
                    self.numbers.apart(self.middles[slot - 1], track.number, self.halves[slot - 1] + gap)
            else:
                self.numbers.apart(self.middles[slot], track.number, reach)
                if slot + 1 in self.opens or slot + 1 == len(self.scene.slots):
                    self.numbers.apart(track.number, self.borders[band + 1], self.measures.border)
                else:
                    self.numbers.apart(track.number, self.middles[slot + 1], self.halves[slot + 1] + gap)

    def _things(self) -> list[Thing]:
        lattice, across = self.traffic.lattice, self.across
        things = [self._track(track) for track in self.tracks]
        entered = _entered(self.traffic)
        half_w = self.measures.width / 2
        for index, symbol in enumerate(self.scene.symbols):
            half, y = symbol.height / 2, lattice.ys.middle[symbol.slot]
            above = self.measures.arrow if (index, Way.UP) in entered else self.measures.gap
            below = self.measures.arrow if (index, Way.DOWN) in entered else self.measures.gap + 1.0
            left, right = across.extent(symbol, half_w)
            start, end = left - _NEAR, right + _NEAR
            number = self.middles[symbol.slot]
            things.append(Thing(Sort.SYMBOL, number, number, -half, half, y - 1, y + 1,
                                *self._steps(start, end), frozenset(), above, below))
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
            things.append(Thing(Sort.LABEL, track.number, track.number, low, high, *label.rows, *steps,
                                frozenset((label.line,))))
            band = self.scene.slots[self.traffic.lattice.ys.zone[track.line]]
            self.numbers.apart(self.borders[band], track.number, _EDGE - low)
            self.numbers.apart(track.number, self.borders[band + 1], high + _EDGE)
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
        return Thing(Sort.LINE, track.number, track.number, track.offset, track.offset, track.line, track.line,
                     *steps, track.owners)

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
        lattice, symbol = self.traffic.lattice, self.scene.symbols[label.symbol]
        _, y = spot(lattice, symbol, label.port)
        ranks = [y + label.port.way.value[1]]
        if label.port.level:
            tall = is_tall(lattice, self.traffic.lines[label.line]) and label.port.shift == 0
            ranks = sorted((y + label.side, y + label.side * (2 if tall else 1)))
        left = self.across.label_middle(label, symbol) + label.x
        right = left + label.text.width
        start = left - _NEAR + (4.6 if label.port.way is Way.RIGHT else 0.0)
        end = right + _NEAR - (4.6 if label.port.way is Way.LEFT else 0.0)
        number = self.middles[label.slot]
        return Thing(Sort.LABEL, number, number, label.y, label.y + label.text.height, ranks[0], ranks[-1],
                     *self._steps(start, end), frozenset((label.line,)))

    def solve(self, top: float) -> Plan:
        """Place everything from ``top`` downwards, rows as high as they must be."""
        least = self.numbers.least({}, top)
        places = [least[border] for border in self.borders]
        wishes = dict(zip(self.middles, self._wishes(places), strict=True))
        return solve_plan(self.numbers, dict(zip(self.borders, places, strict=True)), wishes, self.tracks)

    def _wishes(self, borders: list[float]) -> list[float]:
        counts = [self.scene.slots.count(band) for band in range(len(self.scene.bands))]
        wishes, nth = [], 0
        for slot, band in enumerate(self.scene.slots):
            nth = 0 if slot in self.opens else nth + 1
            share = (nth + 0.5) / counts[band]
            wishes.append(borders[band] + share * (borders[band + 1] - borders[band]))
        return wishes
