"""A sheet of the identity part: framed cells, broken texts and the places for emblem and QR."""

from dataclasses import dataclass, field

from okesop.core.form.paper import Paper
from okesop.core.metrics import line_height

PAD = 5.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the sheet, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """Broken lines one below the other; ``y`` is the top of the first."""

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    size: float
    bold: bool = False
    centred: bool = False

    @property
    def height(self) -> float:
        """Height of all its lines."""
        return len(self.lines) * line_height(self.size)


@dataclass(frozen=True, slots=True)
class IdentityPage:
    """One sheet, its blocks in reading order; ``emblem`` and ``qr`` are kept free for their pictures."""

    width: float
    height: float
    cells: tuple[Rectangle, ...]
    blocks: tuple[Block, ...]
    emblem: Rectangle | None = None
    qr: Rectangle | None = None


@dataclass(slots=True)
class Sketch:
    """A sheet in the making; ``y`` is where the next row begins."""

    paper: Paper
    y: float
    cells: list[Rectangle] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    emblem: Rectangle | None = None
    qr: Rectangle | None = None

    @property
    def half(self) -> float:
        """Width of one of the two halves of the form."""
        return self.paper.room / 2

    @property
    def middle(self) -> float:
        """Where the right half begins."""
        return self.paper.left + self.half

    def page(self) -> IdentityPage:
        """Return the finished sheet, higher than its paper where the head is."""
        height = max(self.paper.height, self.y + self.paper.bottom_margin)
        cells, blocks = tuple(self.cells), tuple(self.blocks)
        return IdentityPage(self.paper.width, height, cells, blocks, self.emblem, self.qr)


def cell_height(lines: int, size: float) -> float:
    """Return the height of a cell with this many lines."""
    return lines * line_height(size) + 2 * PAD
