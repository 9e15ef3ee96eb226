"""The list of SOPs as an Excel workbook."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from okesop.procedures.domain.plain import one_line
from okesop.procedures.enums import Status
from okesop.procedures.models import Version
from okesop.ui.workbook import CELL, LITERAL, Cell, naive, write_list

OPTIONS = {**LITERAL, "in_memory": True, "default_date_format": "d mmmm yyyy hh.mm"}
WIDTHS = (50, 26, 10, 34, 9, 10, 9, 9, 22, 26)


def of(versions: Iterable[Version], *, at: datetime) -> bytes:
    """Return the workbook: one row a draft, headings frozen and filterable."""
    stream = BytesIO()
    with Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": _("Daftar SOP"), "created": naive(at)})
        columns = tuple(zip(_headings(), WIDTHS, strict=True))
        write_list(book, "SOP", columns, (_row(version) for version in versions), named=True)
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


def _row(version: Version) -> tuple[Cell, ...]:
    return (
        one_line(str(version))[:CELL],
        one_line(version.number_text)[:CELL],
        str(Status(version.standing).label),
        version.procedure.unit.name,
        version.step_count,
        version.performer_count,
        version.error_count,
        version.warning_count,
        naive(version.updated_at),
        version.updated_by.name,
    )
