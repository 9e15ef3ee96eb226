"""A page of the official table as SVG: heading, texts, grid and chart, black on white."""

from collections.abc import Iterator

from okesop.core.flowchart.drawing import Page
from okesop.core.flowchart.svg import (
    GRID_COLOUR,
    GRID_LINE,
    chart,
    lines_of_text,
    number,
    picture,
    rectangle,
    segment,
    words,
)
from okesop.core.form.cells import TextCell, rows_on
from okesop.core.form.columns import HEADINGS
from okesop.core.form.table import Form
from okesop.core.form.typesetting import stands_below
from okesop.core.metrics import line_height

FRAME_LINE = 0.75
_NEAR = 0.01


def form_svg(form: Form, place: int = 0) -> str:
    """Return page ``place`` of the table (0-based) as a complete SVG."""
    page = form.pages[place]
    body = [rectangle(0, 0, page.width, page.height, fill="#fff"), *_body(form, page)]
    return picture(page.width, page.height, [*words(form.document, page), *body])


def table_svg(form: Form) -> str:
    """Return the table of a form on one tall sheet, without the margins around it."""
    page = form.pages[0]
    top, edge = form.paper.top_margin, FRAME_LINE
    width, height = form.right - form.left, table_bottom(form, page) - top
    shift = f'<g transform="translate({number(edge - form.left)} {number(edge - top)})">'
    body = [shift, *_body(form, page), "</g>"]
    said = words(form.document, page)
    return picture(width + 2 * edge, height + 2 * edge, [*said, *body])


def _body(form: Form, page: Page) -> Iterator[str]:
    yield from _grid(form, page)
    yield from _frame(form, page)
    yield from _heading(form)
    yield from _texts(form, page)
    yield from chart(form.document, page)


def table_bottom(form: Form, page: Page) -> float:
    """Return where the table ends on a page."""
    return page.rows[-1].end if page.rows else form.heading_bottom


def _grid(form: Form, page: Page) -> Iterator[str]:
    left, right = form.left, form.right
    yield f'<g stroke="{GRID_COLOUR}" stroke-width="{GRID_LINE}" shape-rendering="crispEdges">'
    yield from (segment(left, band.start, right, band.start) for band in page.rows[1:])
    bottom = table_bottom(form, page)
    yield from (
        segment(column.band.start, form.heading_bottom, column.band.start, bottom)
        for column in form.typeset.columns[1:]
    )
    yield "</g>"


def _frame(form: Form, page: Page) -> Iterator[str]:
    """The outline and the heading are black and a little stronger."""
    top, bottom = form.paper.top_margin, table_bottom(form, page)
    below = top + form.typeset.heading_heights[0]
    yield (
        f'<g fill="none" stroke="#000" stroke-width="{FRAME_LINE}" shape-rendering="crispEdges">'
    )
    yield rectangle(form.left, top, form.right - form.left, bottom - top)
    yield segment(form.left, form.heading_bottom, form.right, form.heading_bottom)
    for start, end in form.groups.values():
        yield segment(start, below, end, below)
    for column in form.typeset.columns[1:]:
        x = column.band.start
        inside = any(start + _NEAR < x < end - _NEAR for start, end in form.groups.values())
        yield segment(x, below if inside else top, x, form.heading_bottom)
    yield "</g>"


def _heading(form: Form) -> Iterator[str]:
    size, top = form.typeset.size, form.paper.top_margin
    upper = form.typeset.heading_heights[0]
    yield '<g fill="#000" font-weight="bold" text-anchor="middle">'
    for key, (start, end) in form.groups.items():
        yield _centred((HEADINGS[key],), (start + end) / 2, top, upper, size)
    for column in form.typeset.columns:
        y = top + upper if stands_below(column) else top
        middle = (column.band.start + column.band.end) / 2
        yield _centred(column.heading, middle, y, form.heading_bottom - y, size)
    yield "</g>"


def _centred(lines: tuple[str, ...], x: float, top: float, height: float, size: float) -> str:
    return lines_of_text(lines, x, top + (height - len(lines) * line_height(size)) / 2, size)


def _texts(form: Form, page: Page) -> Iterator[str]:
    cells = [cell for row in rows_on(form, page) for cell in row.cells if any(cell.lines)]
    for anchor, centred in (("start", False), ("middle", True)):
        yield f'<g fill="#000" text-anchor="{anchor}">'
        yield from (_text(cell, form.typeset.size) for cell in cells if cell.centred is centred)
        yield "</g>"


def _text(cell: TextCell, size: float) -> str:
    return lines_of_text(cell.lines, cell.x, cell.y, size)
