"""Sizes of symbols and clearances between lines: one set for the whole chart, from its type and columns."""

from dataclasses import dataclass

from okesop.core.document import NodeKind
from okesop.core.flowchart.grid import Grid

BASE_TYPE = 8.0
_WIDEST, _NARROWEST = 40.0, 20.0
_SHARE = 0.62
_SIDE_ROOM = 8.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in points that are the same for every symbol and line of a chart.

    ``third_x`` and ``third_y`` are the distances of the outer ports from the middle of a side, ``gap`` the
    least distance between lines, ``arrow`` the room that an arrow head needs before its symbol,
    ``air`` what a symbol wants above and below it to be seen.
    """

    width: float
    height: float
    connector: float
    third_x: float
    third_y: float
    gap: float
    arrow: float
    air: float
    border: float
    type_size: float

    def height_of(self, kind: NodeKind, *, drawn: bool = False) -> float:
        """Height of a symbol; a connector that the renderer adds (``drawn``) is smaller."""
        return self.connector if drawn and kind is NodeKind.CONNECTOR else self.height


def measures_for(grid: Grid) -> Measures:
    """Choose the sizes that suit the narrowest column and the type size of the table."""
    return measures_of(min((band.size for band in grid.columns), default=60.0), grid.type_size)


def measures_of(column: float, type_size: float) -> Measures:
    """Choose the sizes for columns at least ``column`` points wide."""
    unit = max(type_size, 6.0) / BASE_TYPE
    room = min(column * _SHARE, column - 2 * _SIDE_ROOM * unit)
    width = min(max(room, _NARROWEST * unit), _WIDEST * unit)
    height = min(max(0.5 * width, 12.0 * unit), 19.0 * unit)
    gap = max(4.0, 4.0 * unit)
    return Measures(
        width=width,
        height=height,
        connector=min(14.0 * unit, width, height + 2),
        third_x=max(gap, 0.19 * width),
        third_y=max(gap, 0.26 * height),
        gap=gap,
        arrow=8.0 * unit,
        air=10.0 * unit,
        border=3.0,
        type_size=0.875 * type_size,
    )
