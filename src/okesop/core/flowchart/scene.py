"""What one page of a chart has to show, before anything has a place: symbols in cells, lines between them."""

from dataclasses import dataclass

from okesop.core.document import NodeKind, Side
from okesop.core.flowchart.labels import LabelText
from okesop.core.flowchart.measures import Measures


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in a slot (a line of symbols; a row has one or more) and the columns it covers."""

    id: str
    kind: NodeKind
    slot: int
    first: int
    last: int
    height: float
    link: str | None = None
    row: int = 0

    @property
    def middle(self) -> int:
        """The column in whose middle the symbol is entered."""
        return (self.first + self.last) // 2

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
