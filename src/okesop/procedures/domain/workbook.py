"""The list of SOPs as an Excel workbook."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from okesop.procedures.domain.plain import one_line
from okesop.procedures.enums import Status
from okesop.procedures.models import Version

CELL = 32_000
# Everything is a text or a number: a title that begins with "=" must not be calculated.
LITERAL = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "d mmmm yyyy hh.mm",
    "remove_timezone": True,
}
WIDTHS = (50, 26, 10, 34, 9, 10, 9, 9, 22, 26)


def of(versions: Iterable[Version], *, at: datetime) -> bytes:
    """Return the workbook: one row a draft, headings frozen and filterable."""
    stream = BytesIO()
    with Workbook(stream, LITERAL) as book:
        book.set_properties({"title": _("Daftar SOP"), "created": _naive(at)})
        sheet = book.add_worksheet("SOP")
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (heading, width) in enumerate(zip(_headings(), WIDTHS, strict=True)):
            sheet.set_column(column, column, width, wrap)
            sheet.write_string(0, column, heading, bold)
        last = 0
        for last, version in enumerate(versions, start=1):
            for column, value in enumerate(_row(version)):
                sheet.write(last, column, value)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(last, 1), len(WIDTHS) - 1)
    return stream.getvalue()


def _headings() -> tuple[str, ...]:
    return (
        _("Nama SOP"),
        _("Nomor SOP"),
        _("Status"),
        _("Unit kerja"),
        _("Langkah"),
        _("Pelaksana"),
        _("Wajib"),
        _("Saran"),
        _("Diubah"),
        _("Oleh"),
    )


def _row(version: Version) -> tuple[str | int | datetime, ...]:
    return (
        one_line(str(version))[:CELL],
        one_line(version.number_text)[:CELL],
        str(Status(version.standing).label),
        version.procedure.unit.name,
        version.step_count,
        version.performer_count,
        version.error_count,
        version.warning_count,
        _naive(version.updated_at),
        version.updated_by.name,
    )


def _naive(at: datetime) -> datetime:
    """Excel knows no zones: the office's own clock."""
    return timezone.localtime(at).replace(tzinfo=None)
