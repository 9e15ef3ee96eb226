"""The table around a flowchart: what the form (or the browser) gives the layout.

Lengths are points (1/72 inch), y grows downwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A row's or column's extent along its axis."""

    start: float
    end: float

    @property
    def size(self) -> float:
        """Length of the band in points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the performer columns stand, how high each row must at least be, and the room of a page.

    ``lines`` names for each row the heights at which its texts may be cut when the row is higher than a
    page (multiples of the line height); empty where the row may not be cut.
    ``bottom`` None means one tall page without breaks. ``page`` is (width, height) of the paper.
    """

    columns: tuple[Band, ...]
    heights: tuple[float, ...]
    page: tuple[float, float]
    top: float = 0.0
    bottom: float | None = None
    first_top: float | None = None
    lines: tuple[tuple[float, ...], ...] = ()
    type_size: float = 8.0
