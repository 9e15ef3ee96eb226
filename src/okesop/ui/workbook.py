"""Lists as Excel workbooks: how they are opened, how a sheet begins, and how they are sent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from xlsxwriter import Workbook

CELL = 32_000
"""Letters that a cell holds."""
# Everything is a text or a number: a name that begins with "=" must not be calculated.
LITERAL: Mapping[str, Any] = MappingProxyType(
    {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cell = str | int | datetime
Column = tuple[str, int]
"""A heading and its column's width, in letters."""


def write_list(
    book: Workbook,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    named: bool = False,
) -> int:
    """Add a sheet with a heading a column, frozen and filterable, and a row a thing; return how many.

    The first column stays in sight as well where it is the name of the thing (``named``).
    """
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, int(named))
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            sheet.write(last, column, value)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    return last


def naive(at: datetime) -> datetime:
    """Excel knows no zones: the office's own clock."""
    return timezone.localtime(at).replace(tzinfo=None)


def send(content: bytes, name: str) -> HttpResponse:
    """Answer with a workbook to keep; ``name`` is one of ours, in plain letters."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
