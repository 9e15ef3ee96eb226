"""What one page of a chart has to show, before anything has a place: symbols in cells, lines between them."""

from dataclasses import dataclass

from okesop.core.document import NodeKind, Side
from okesop.core.flowchart.labels import LabelText
from okesop.core.flowchart.measures import Measures

POINTED = (NodeKind.DECISION, NodeKind.CONNECTOR)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in a slot (a line of symbols; a row has one or more) and the columns it covers.

    ``half`` is half the width of a pointed symbol over several columns: its point must stand in the middle.
    """

    id: str
    kind: NodeKind
    slot: int
    first: int
    last: int
    height: float
    link: str | None = None
    half: float = 0.0

    @property
    def middle(self) -> int:
        """The column in whose middle the symbol is entered."""
        return (self.first + self.last) // 2

    @property
    def is_wide_diamond(self) -> bool:
        """Whether this is a pointed symbol over several columns."""
        return self.first != self.last and self.kind in POINTED

    @property
    def between(self) -> bool:
        """Whether the middle of the columns it covers is the border after ``middle``."""
        return (self.last - self.first) % 2 == 1

    @property
    def is_drawn_connector(self) -> bool:
        """Whether the renderer added this symbol for a line that goes on elsewhere."""
        return self.link is not None


@dataclass(frozen=True, slots=True)
class Line:
    """A line to draw from one symbol to another (indices into the scene's symbols)."""

    source: int
    target: int
    label: LabelText | None = None
    head: bool = True
    leave: Side | None = None
    side: Side | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class BandRoom:
    """A row, or a part of one, on the page: row in the document, least height, offset of its texts."""

    row: int
    height: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one page shows; ``slots`` holds for each slot the index of its band."""

    columns: tuple[float, ...]
    bands: tuple[BandRoom, ...]
    slots: tuple[int, ...]
    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    measures: Measures
    left: float = 0.0
    top: float = 0.0
