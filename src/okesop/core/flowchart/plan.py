"""The numbers of one direction in lattice order, and the places that solving gives them."""

from collections import defaultdict
from dataclasses import dataclass, field

from okesop.core.flowchart.labelling import BranchLabel, LabelSpot
from okesop.core.flowchart.lattice import AFTER, BEFORE, PORT, Axis
from okesop.core.flowchart.ports import Way
from okesop.core.flowchart.scene import Symbol
from okesop.core.flowchart.solve import Numbers
from okesop.core.flowchart.traffic import Piece, Traffic

EDGE = 1.6


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

    def label_middle(self, label: LabelSpot, symbol: Symbol) -> float:
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
    return sorted(
        tracks, key=lambda one: (one.line, max(leaning.get(member, 0) for member in one.members))
    )


def number_zones(
    numbers: Numbers, axis: Axis, tracks: list[Track], opens: set[int]
) -> tuple[list[int], list[int]]:
    """Give numbers in lattice order: a border before the zones that ``opens`` names, free tracks, the middle.

    Returns the numbers of the borders (one more at the end) and of the middles.
    """
    borders: list[int] = []
    middles: list[int] = []
    waiting = iter(tracks)
    track = next(waiting, None)
    for zone in range(len(axis.before)):
        if zone in opens:
            borders.append(numbers.add())
        for part in (BEFORE, PORT, AFTER):
            if part == PORT:
                middles.append(numbers.add())
            while track is not None and (axis.zone[track.line], axis.part[track.line]) == (
                zone,
                part,
            ):
                if part != PORT:
                    track.number = numbers.add()
                track = next(waiting, None)
    borders.append(numbers.add())
    return borders, middles


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


def entered_sides(traffic: Traffic) -> set[tuple[int, Way]]:
    """Return the sides of symbols at which an arrow arrives."""
    return {
        (traffic.lines[index].target, route.arrive.way)
        for index, route in traffic.routes.items()
        if traffic.lines[index].head
    }
