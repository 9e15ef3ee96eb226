"""Sheets of paper, always lying (landscape), in points."""

from dataclasses import dataclass

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A lying sheet with its printable area; ``width`` and ``height`` in points."""

    name: str
    width: float
    height: float
    side_margin: float = 36.0
    top_margin: float = 34.0
    bottom_margin: float = 38.0

    @property
    def left(self) -> float:
        """Where the printable area begins."""
        return self.side_margin

    @property
    def right(self) -> float:
        """Where the printable area ends."""
        return self.width - self.side_margin

    @property
    def bottom(self) -> float:
        """Below this only the foot of the page is printed."""
        return self.height - self.bottom_margin

    @property
    def room(self) -> float:
        """Width of the printable area."""
        return self.right - self.left


def _millimetres(name: str, width: float, height: float) -> Paper:
    return Paper(name, round(width * _POINTS_PER_MM, 2), round(height * _POINTS_PER_MM, 2))


PAPERS = {
    paper.name: paper
    for paper in (
        _millimetres("A4", 297, 210),
        _millimetres("F4", 330, 215),
        Paper("Letter", 792.0, 612.0),
        Paper("Legal", 1008.0, 612.0),
    )
}
"""The papers that a user may name. F4 is the folio of Indonesian offices, 215 x 330 mm."""

_LARGER = (
    *sorted(PAPERS.values(), key=lambda paper: paper.width),
    _millimetres("A3", 420, 297),
    _millimetres("A2", 594, 420),
    _millimetres("A1", 841, 594),
    _millimetres("A0", 1189, 841),
)


def from_here_up(paper: Paper) -> tuple[Paper, ...]:
    """Return the paper and every wider one, narrowest first."""
    return (paper, *(other for other in _LARGER if other.width > paper.width))
