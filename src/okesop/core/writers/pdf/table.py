"""The table of steps as data for the template."""

from typing import Any

from okesop.core.flowchart.drawing import Page
from okesop.core.flowchart.spoken import spoken
from okesop.core.flowchart.svg import chart, picture
from okesop.core.form import Form
from okesop.core.form.cells import CENTRED, PageRow, TextCell, rows_on
from okesop.core.form.columns import HEADINGS, PAD_X
from okesop.core.form.svg import table_bottom
from okesop.core.form.typesetting import CELLS, Column, stands_below
from okesop.core.writers.pdf.strings import pdf_string

_BEFORE_PERFORMERS = CELLS[:2]


def table_data(form: Form) -> dict[str, Any]:
    """Return what all sheets of the table share: place, columns and headings."""
    columns = [_column(column) for column in form.typeset.columns]
    count = len(form.typeset.performers)
    start, end = form.groups["performers"]
    if not count:
        empty = {"width": end - start, "heading": [""], "below": True, "centred": False}
        columns.insert(len(_BEFORE_PERFORMERS), empty)
    first = len(_BEFORE_PERFORMERS)
    performers = {"heading": HEADINGS["performers"], "first": first, "count": max(count, 1)}
    standard = {"heading": HEADINGS["standard"], "first": first + max(count, 1), "count": 3}
    return {
        "left": form.left,
        "top": form.paper.top_margin,
        "type-size": form.typeset.size,
        "pad": PAD_X,
        "columns": columns,
        "groups": [performers, standard],
        "heading-heights": form.typeset.heading_heights,
    }


def sheets_data(form: Form) -> list[dict[str, Any]]:
    """Return the sheets of the table: rows of cells, and the chart as a picture with its words."""
    empty = [None] * max(len(form.typeset.performers), 1)
    return [
        {
            "kind": "table",
            "width": page.width,
            "height": page.height,
            "table-height": table_bottom(form, page) - form.paper.top_margin,
            "rows": [_row(row, empty) for row in rows_on(form, page)],
            "chart": picture(page.width, page.height, chart(form.document, page)),
            "spoken": _words(form, page),
        }
        for page in form.pages
    ]


def _words(form: Form, page: Page) -> str:
    words = spoken(form.document, {band.index for band in page.rows})
    return pdf_string("\n".join(words)) or "Diagram alir tanpa langkah"


def _column(column: Column) -> dict[str, Any]:
    return {
        "width": column.band.size,
        "heading": column.heading,
        "below": stands_below(column),
        "centred": column.key in CENTRED and not column.is_performer,
    }


def _row(row: PageRow, empty: list[None]) -> dict[str, Any]:
    cells = [_cell(cell, row) for cell in row.cells]
    before = len(_BEFORE_PERFORMERS)
    return {
        "height": row.band.end - row.band.start,
        "cells": [*cells[:before], *empty, *cells[before:]],
    }


def _cell(cell: TextCell, row: PageRow) -> str | dict[str, Any]:
    """A whole row centres its texts; in a split one they stand where their lines fall."""
    text = "\n".join(cell.lines)
    return {"top": cell.y - row.band.start, "text": text} if row.split and cell.lines else text
