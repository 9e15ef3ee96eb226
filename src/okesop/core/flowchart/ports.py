"""Ports: the places of a symbol's outline where a line may leave or arrive.

A diamond, a pentagon and the round ends of a capsule have one port a side; a straight side has three. A
symbol over several columns has one port for each column above and below.
"""

from dataclasses import dataclass, field
from enum import Enum

from okesop.core.document import NodeKind, Side
from okesop.core.flowchart.lattice import Lattice
from okesop.core.flowchart.scene import POINTED, Line, Symbol


class Way(Enum):
    """The direction in which a line leaves its port, as (x, y) steps."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


WAY_OF = {Side.LEFT: Way.LEFT, Side.RIGHT: Way.RIGHT, Side.BOTTOM: Way.DOWN}


@dataclass(frozen=True, slots=True, eq=False)
class Port:
    """A port, one object for each place; ``shift`` counts from the middle of the side (-1, 0, 1), ``off`` the columns from the middle one.

    ``between`` says that it stands on the border after its column: the point of a diamond over two columns;
    ``level`` that a line here runs sideways.
    """

    way: Way
    column: int
    shift: int = 0
    off: int = 0
    between: bool = False
    level: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "level", self.way is Way.LEFT or self.way is Way.RIGHT)


def ports_of(symbol: Symbol) -> tuple[Port, ...]:
    """Return all ports of a symbol, the middle ones first."""
    middle = [Port(Way.LEFT, symbol.first), Port(Way.RIGHT, symbol.last)]
    if symbol.is_wide_diamond:
        middle += [Port(way, symbol.middle, between=symbol.between) for way in (Way.DOWN, Way.UP)]
        return tuple(middle)
    for column in range(symbol.first, symbol.last + 1):
        off = abs(column - symbol.middle)
        middle += [Port(Way.DOWN, column, 0, off), Port(Way.UP, column, 0, off)]
    if symbol.kind in POINTED or symbol.first != symbol.last:
        return tuple(middle)
    ways = [Way.DOWN, Way.UP]
    if symbol.kind is not NodeKind.TERMINATOR:
        ways += [Way.LEFT, Way.RIGHT]
    outer = [Port(way, symbol.first, shift) for way in ways for shift in (-1, 1)]
    return (*middle, *outer)


def spot(lattice: Lattice, symbol: Symbol, port: Port) -> tuple[int, int]:
    """Return the lattice lines (x, y) of the port's point on the outline."""
    known = lattice.spots.get(port)
    if known is None:
        known = lattice.spots[port] = _spot(lattice, symbol, port)
    return known


def _spot(lattice: Lattice, symbol: Symbol, port: Port) -> tuple[int, int]:
    x, y = lattice.xs.middle[port.column], lattice.ys.middle[symbol.slot]
    step_x, step_y = port.way.value
    if port.level:
        return x + step_x, y + port.shift
    if port.between:
        return lattice.xs.high(port.column) - 1, y + step_y
    return x + port.shift, y + step_y


def label_points(lattice: Lattice, line: Line, port: Port, side: int) -> int:
    """Points that the label at a port needs: on ``side`` (-1 above or left, 1 below or right) of its line.

    A label that is higher or wider than the symbol's half keeps the next point free as well, lest it meet
    the label of another side.
    """
    symbol = lattice.scene.symbols[line.source]
    x, y = spot(lattice, symbol, port)
    step_x, step_y = port.way.value
    if port.level:
        points = 1 << lattice.point(x + step_x, y + side)
        if port.shift == 0 and is_tall(lattice, line):
            points |= 1 << lattice.point(x + step_x, y + 2 * side)
        return points
    points = 1 << lattice.point(x + side, y + step_y)
    if port.shift == 0 and is_wide(lattice, line):
        points |= 1 << lattice.point(x + 2 * side, y)
    return points


def is_tall(lattice: Lattice, line: Line) -> bool:
    """Whether the label of a line is higher than half its symbol."""
    half = lattice.scene.symbols[line.source].height / 2
    return line.label is not None and line.label.height > half - 2.0


def is_wide(lattice: Lattice, line: Line) -> bool:
    """Whether the label of a line reaches beyond its symbol when it stands below it."""
    half = lattice.scene.symbols[line.source].half or lattice.scene.measures.width / 2
    return line.label is not None and line.label.width > half - 3.0
