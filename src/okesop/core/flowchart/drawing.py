"""The result of the layout: boxes, arrows, labels and the grid, in points, y downwards.

Everything that shows a chart (SVG, PDF, later Excel shapes, Word canvas and the comparison) reads this and
nothing else of the layout.
"""

from dataclasses import dataclass, field

from okesop.core.document import NodeKind
from okesop.core.flowchart.grid import Band

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A symbol. ``row`` counts on its page; ``link`` pairs the off-page connectors that the renderer adds."""

    id: str
    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    kind: NodeKind
    span: tuple[int, int] | None = None
    link: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The printed answer beside the first leg of its arrow; ``lines`` are broken to its box."""

    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    type_size: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A polyline from one box to another; without ``head`` it is joint work."""

    source: str
    target: str
    points: tuple[Point, ...]
    label: Label | None = None
    head: bool = True


@dataclass(frozen=True, slots=True)
class RowBand:
    """A row's part on a page: ``index`` of the row in the document, ``offset`` of it shown on earlier pages."""

    index: int
    start: float
    end: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of the table, or the whole chart when it is single.

    ``undrawn`` counts the lines for which no way was found within the effort that one chart may take.
    """

    width: float
    height: float
    rows: tuple[RowBand, ...]
    columns: tuple[Band, ...]
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    undrawn: int = 0

    @property
    def first_row(self) -> int:
        """Index in the document of the first row on this page."""
        return self.rows[0].index if self.rows else 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """All pages of one chart. The columns may be wider than the grid's where labels or tracks need it."""

    pages: tuple[Page, ...] = field(default_factory=tuple)

    @property
    def undrawn(self) -> int:
        """How many lines were left out on all pages: 0 but for charts far beyond what anybody can read."""
        return sum(page.undrawn for page in self.pages)
