"""A page of a drawing as SVG: black on white in every theme, with presentation attributes only.

Symbols carry ``data-node`` and ``data-step``, arrows ``data-from`` and ``data-to``. The picture has a title
and the whole flow as its description, so that it can be read without being seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from math import hypot
from typing import Any

from okesop.core.document import NodeKind, SopDocument
from okesop.core.flowchart.drawing import Arrow, Box, Label, Page, Point
from okesop.core.flowchart.spoken import spoken
from okesop.core.metrics import line_height, printed, wrap

FONT_FAMILY = "Arimo, 'DejaVu Sans', 'Liberation Sans', Arial, Helvetica, sans-serif"
ASCENT = 0.905
SYMBOL_LINE = 0.9
ARROW_LINE = 0.75
GRID_LINE = 0.5
GRID_COLOUR = "#555"
_HEAD_LENGTH = 5.0
_HEAD_HALF = 2.1
_PENTAGON_SHOULDER = 0.6
_SYMBOL_TYPES = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_INNER_WIDTH = {NodeKind.DECISION: 0.6, NodeKind.TERMINATOR: 0.8}
_INNER_HEIGHT = {NodeKind.DECISION: 0.6, NodeKind.CONNECTOR: 0.9}


@dataclass(frozen=True, slots=True)
class Looks:
    """Classes by which a page's stylesheet sets symbols (by id) and arrows (by both ends) apart."""

    symbols: Mapping[str, str] = field(default_factory=dict)
    arrows: Mapping[tuple[str, str], str] = field(default_factory=dict)


PLAIN = Looks()


def flowchart_svg(
    document: SopDocument, page: Page, *, ground: bool = True, grid: bool = True, unit: str = "pt"
) -> str:
    """Return one page of the chart as a complete SVG that describes the rows on it.

    Without ``ground`` it is transparent, without ``grid`` the cells are left to the page around it (the
    editor's table lies under its canvas, and there the ``unit`` is the pixel, "").
    """
    body: list[str] = []
    if ground:
        body.append(rectangle(0, 0, page.width, page.height, fill="#fff"))
    if grid:
        body.extend(grid_lines(page))
    body.extend(chart(document, page))
    return picture(page.width, page.height, [*words(document, page), *body], unit=unit)


def words(document: SopDocument, page: Page) -> tuple[str, str]:
    """Return the title and, as its description, the flow through the rows of a page."""
    said = spoken(document, {band.index for band in page.rows})
    title, description = text_of(title_of(document)), text_of("\n".join(said))
    return f"<title>{title}</title>", f"<desc>{description}</desc>"


def picture(width: float, height: float, body: Iterable[str], *, unit: str = "pt") -> str:
    """Return a whole SVG of ``width`` by ``height`` units around its parts."""
    wide, high = number(width), number(height)
    size = f'width="{wide}{unit}" height="{high}{unit}" viewBox="0 0 {wide} {high}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT_FAMILY}">'
    )
    return "\n".join([head, *body, "</svg>"]) + "\n"


def title_of(document: SopDocument) -> str:
    """Return the name of the picture."""
    return f"Diagram alir SOP {document.identity.title or ''}".rstrip()


def chart(document: SopDocument, page: Page, looks: Looks = PLAIN) -> Iterator[str]:
    """Yield arrows, symbols and labels of a page without anything around them."""
    steps = [document.steps[band.index].id for band in page.rows]
    own = {node.id: node.label for node in document.nodes if node.label}
    yield f'<g fill="none" stroke="#000" stroke-width="{ARROW_LINE}" shape-rendering="crispEdges">'
    yield from (_line(arrow, looks) for arrow in page.arrows)
    yield "</g>"
    yield '<g fill="#000">'
    yield from (
        _head(arrow, looks) for arrow in page.arrows if arrow.head and len(arrow.points) > 1
    )
    yield "</g>"
    yield f'<g fill="#fff" stroke="#000" stroke-width="{SYMBOL_LINE}">'
    yield from (_symbol(box, steps, looks) for box in page.boxes)
    yield "</g>"
    yield '<g fill="#000" text-anchor="middle">'
    yield from (
        _box_text(box, text) for box in page.boxes if (text := box.text or own.get(box.id))
    )
    yield from (_label(arrow.label) for arrow in page.arrows if arrow.label)
    yield "</g>"


def grid_lines(page: Page) -> Iterator[str]:
    """Yield the lines between the cells of rows and performers."""
    if not page.rows or not page.columns:
        return
    top, bottom = page.rows[0].start, page.rows[-1].end
    left, right = page.columns[0].start, page.columns[-1].end
    ys = sorted({band.start for band in page.rows} | {bottom})
    xs = sorted({band.start for band in page.columns} | {right})
    yield f'<g stroke="{GRID_COLOUR}" stroke-width="{GRID_LINE}" shape-rendering="crispEdges">'
    yield from (segment(left, y, right, y) for y in ys)
    yield from (segment(x, top, x, bottom) for x in xs)
    yield "</g>"


def segment(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line that takes its stroke from the group around it."""
    return f'<path d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def rectangle(x: float, y: float, width: float, height: float, **attributes: str) -> str:
    """Return a rectangle; attribute names are written with hyphens."""
    more = "".join(
        f' {key.replace("_", "-")}="{text_of(value)}"' for key, value in attributes.items()
    )
    place = f'x="{number(x)}" y="{number(y)}"'
    return f'<rect {place} width="{number(width)}" height="{number(height)}"{more}/>'


def lines_of_text(lines: tuple[str, ...], x: float, top: float, size: float) -> str:
    """Return broken lines at ``x``; ``top`` is the upper edge of the first."""
    step = line_height(size)
    first = top + (step - size * (ASCENT + 0.212)) / 2 + size * ASCENT
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(first + place * step)}">{text_of(line)}</tspan>'
        for place, line in enumerate(lines)
        if line
    )
    return f'<text font-size="{number(size)}">{spans}</text>'


def number(value: float) -> str:
    """Write a length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def text_of(text: str) -> str:
    """Return a user's text as the paper shows it, harmless in XML."""
    return escape(printed(text))


def name_of(identifier: str) -> str:
    """Return an id for an attribute, letter for letter but for what XML cannot hold."""
    if not identifier.isprintable():
        identifier = "".join(filter(_is_xml, identifier))
    return escape(identifier)


def _is_xml(char: str) -> bool:
    return char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char not in "\ufffe\uffff"


def _line(arrow: Arrow, looks: Looks) -> str:
    points = _shortened(arrow.points) if arrow.head else arrow.points
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    ends = f'data-from="{name_of(arrow.source)}" data-to="{name_of(arrow.target)}"'
    return f'<path d="{path}" {ends}{_look(looks.arrows, (arrow.source, arrow.target))}/>'


def _look(classes: Mapping[Any, str], key: object) -> str:
    return f' class="{classes[key]}"' if key in classes else ""


def _shortened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Let the line end inside the head, so that its tip stays sharp."""
    if len(points) < 2:  # noqa: PLR2004 -- a line has two ends
        return points
    (x0, y0), (x1, y1) = points[-2:]
    length = hypot(x1 - x0, y1 - y0)
    part = min(_HEAD_LENGTH / 2, length / 2) / length if length else 0.0
    return (*points[:-1], (x1 - (x1 - x0) * part, y1 - (y1 - y0) * part))


def _head(arrow: Arrow, looks: Looks) -> str:
    (x0, y0), (x1, y1) = arrow.points[-2:]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    along_x, along_y = (x1 - x0) / length, (y1 - y0) / length
    base_x, base_y = x1 - along_x * _HEAD_LENGTH, y1 - along_y * _HEAD_LENGTH
    side_x, side_y = -along_y * _HEAD_HALF, along_x * _HEAD_HALF
    corners = ((x1, y1), (base_x + side_x, base_y + side_y), (base_x - side_x, base_y - side_y))
    return f'<path d="{_closed(corners)}"{_look(looks.arrows, (arrow.source, arrow.target))}/>'


def _closed(corners: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"


def _symbol(box: Box, steps: list[str], looks: Looks) -> str:
    step = f' data-step="{name_of(steps[box.row])}"' if 0 <= box.row < len(steps) else ""
    link = f' data-link="{name_of(box.link)}"' if box.link else ""
    names = f'data-node="{name_of(box.id)}" data-kind="{box.kind.value}"{step}{link}'
    names += _look(looks.symbols, box.id)
    if box.kind is NodeKind.TERMINATOR:
        radius = number(min(box.width, box.height) / 2)
        place = f'x="{number(box.x)}" y="{number(box.y)}" rx="{radius}" ry="{radius}"'
        return f'<rect {place} width="{number(box.width)}" height="{number(box.height)}" {names}/>'
    return f'<path d="{_closed(_corners(box))}" {names}/>'


def _corners(box: Box) -> tuple[Point, ...]:
    left, right, top, bottom = box.x, box.x + box.width, box.y, box.y + box.height
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    if box.kind is NodeKind.DECISION:
        return ((middle_x, top), (right, middle_y), (middle_x, bottom), (left, middle_y))
    if box.kind is NodeKind.CONNECTOR:
        shoulder = top + box.height * _PENTAGON_SHOULDER
        return ((left, top), (right, top), (right, shoulder), (middle_x, bottom), (left, shoulder))
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _box_text(box: Box, text: str) -> str:
    """Set a connector's number or a symbol's own text (rare, "Setuju?") as large as it fits."""
    text = printed(text)
    width = box.width * _INNER_WIDTH.get(box.kind, 0.92)
    height = box.height * _INNER_HEIGHT.get(box.kind, 0.92)
    for size in _SYMBOL_TYPES:
        lines = wrap(text, width, size)
        if len(lines) * line_height(size) <= height:
            break
    middle = box.height * (0.45 if box.kind is NodeKind.CONNECTOR else 0.5)
    top = box.y + middle - len(lines) * line_height(size) / 2
    return lines_of_text(lines, box.x + box.width / 2, top, size)


def _label(label: Label) -> str:
    height = len(label.lines) * line_height(label.type_size)
    top = label.y + (label.height - height) / 2
    return lines_of_text(label.lines, label.x + label.width / 2, top, label.type_size)
