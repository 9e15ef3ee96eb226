"""The six lists of the identity page: three rows of two, broken between lines where a sheet ends."""

from dataclasses import dataclass, replace

from okesop.core.document import SopDocument
from okesop.core.form.identity_texts import LISTS, Item, items
from okesop.core.form.paper import Paper
from okesop.core.form.sheet import PAD, Block, Rectangle, Sketch, cell_height
from okesop.core.metrics import line_height, width, wrap

_LEAST_LINES = 3
_LARGEST_SPARE = 46.0


@dataclass(frozen=True, slots=True)
class _List:
    """A list as numbered lines; ``number`` is empty on the second and later lines of an item."""

    title: str
    lines: tuple[tuple[str, str], ...]
    indent: float

    @classmethod
    def of(cls, title: str, texts: tuple[str, ...], room: float, size: float) -> "_List":
        entries = items(texts)
        indent = _indent(entries, size)
        lines = tuple(
            ("" if place else item.number, line)
            for item in entries
            for place, line in enumerate(wrap(item.text, room - indent, size))
        )
        return cls(title, lines, indent)

    def blocks(self, start: int, end: int, room: Rectangle, size: float) -> list[Block]:
        """Return the lines ``start`` to ``end`` under their title, in a cell's inner rectangle."""
        title = f"{self.title} (lanjutan)" if start and self.lines[start:] else self.title
        blocks = [Block(room.x, room.y, room.width, (title,), size, bold=True)]
        x, wide = room.x + self.indent, room.width - self.indent
        for place, (number, line) in enumerate(self.lines[start:end], start=1):
            y = room.y + place * line_height(size)
            if number:
                blocks.append(Block(room.x, y, self.indent, (number,), size))
            if number or place == 1:
                blocks.append(Block(x, y, wide, (line,), size))
            else:
                blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, line))
        return blocks


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines ``start`` to ``end`` of a row of two lists, on one sheet."""

    lists: tuple[_List, _List]
    start: int
    end: int

    def draw(self, sketch: Sketch, size: float, spare: float) -> None:
        height = cell_height(1 + self.end - self.start, size) + spare
        for x, entry in zip((sketch.paper.left, sketch.middle), self.lists, strict=True):
            sketch.cells.append(Rectangle(x, sketch.y, sketch.half, height))
            inner = Rectangle(x + PAD, sketch.y + PAD, sketch.half - 2 * PAD, height)
            sketch.blocks.extend(entry.blocks(self.start, self.end, inner, size))
        sketch.y += height


def draw_lists(first: Sketch, document: SopDocument, size: float) -> list[Sketch]:
    """Draw all lists below the head of ``first``; return it and the sheets that were added."""
    sheets = _shared_out(_pairs(document, first.half, size), first.y, first.paper, size)
    sketches = [first, *(Sketch(first.paper, first.paper.top_margin) for _ in sheets[1:])]
    for sketch, parts in zip(sketches, sheets, strict=True):
        spare = _spare(sketch, parts, size) if len(sheets) == 1 else 0.0
        for part in parts:
            part.draw(sketch, size, spare)
    return sketches


def _pairs(document: SopDocument, half: float, size: float) -> list[tuple[_List, _List]]:
    room = half - 2 * PAD
    return [
        (
            _List.of(left, getattr(document, left_key), room, size),
            _List.of(right, getattr(document, right_key), room, size),
        )
        for (left_key, left), (right_key, right) in LISTS
    ]


def _shared_out(
    pairs: list[tuple[_List, _List]], y: float, paper: Paper, size: float
) -> list[list[_Part]]:
    """Fill sheet after sheet; a part of a row that goes on keeps at least some lines."""
    sheets: list[list[_Part]] = [[]]
    for pair in pairs:
        total = max(len(entry.lines) for entry in pair)
        start = 0
        while True:
            fitting = int((paper.bottom - y - 2 * PAD) / line_height(size)) - 1
            rest = total - start
            if fitting < min(rest, _LEAST_LINES) and (sheets[-1] or y > paper.top_margin):
                sheets.append([])
                y = paper.top_margin
                continue
            end = start + max(min(rest, fitting), min(rest, 1))
            sheets[-1].append(_Part(pair, start, end))
            y += cell_height(1 + end - start, size)
            start = end
            if start >= total:
                break
    return sheets


def _spare(sketch: Sketch, parts: list[_Part], size: float) -> float:
    """Return what each row is given of the height that is left, so that the form fills its sheet."""
    used = sum(cell_height(1 + part.end - part.start, size) for part in parts)
    return min(max(sketch.paper.bottom - sketch.y - used, 0.0) / len(parts), _LARGEST_SPARE)


def _indent(entries: tuple[Item, ...], size: float) -> float:
    return max((width(f"{item.number}  ", size) for item in entries if item.number), default=0.0)
