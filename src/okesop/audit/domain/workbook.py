"""The trail as an Excel workbook, with what the last verification said about it."""

import json
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from okesop.audit.domain import sentences
from okesop.audit.domain.queries.acts import last_verification
from okesop.audit.models import Entry

MOST = 100_000
CELL = 32_000
# Everything is a text or a number: a name that begins with "=" must not be calculated. Rows are written as they come.
LITERAL = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "d mmmm yyyy hh.mm.ss",
}
WIDTHS = (10, 24, 60, 28, 34, 14, 30, 18, 24, 40, 66, 66, 66)


def of(entries: Iterable[Entry], *, at: datetime) -> bytes:
    """Return the workbook: one row an act, and a sheet that says what it is worth."""
    stream = BytesIO()
    with Workbook(stream, LITERAL) as book:
        book.set_properties({"title": _("Jejak Audit"), "created": _naive(at)})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        rows = _acts(book.add_worksheet(_("Jejak")), entries, bold, wrap)
        _worth(book.add_worksheet(_("Keterangan")), rows, at, wrap)
    return stream.getvalue()


def _acts(sheet: Worksheet, entries: Iterable[Entry], bold: Format, wrap: Format) -> int:
    for column, (heading, width) in enumerate(zip(_headings(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    row = 0
    for row, entry in enumerate(entries, start=1):
        for column, value in enumerate(_row(entry)):
            sheet.write(row, column, value)
    sheet.autofilter(0, 0, max(row, 1), len(WIDTHS) - 1)
    return row


def _worth(sheet: Worksheet, rows: int, at: datetime, wrap: Format) -> None:
    sheet.set_column(0, 0, 100, wrap)
    said = [
        _("%(rows)d catatan, diunduh %(moment)s.") % {"rows": rows, "moment": _told(at)},
        *verification(last_verification()),
    ]
    if rows == MOST:
        said.append(
            _("Hanya %(most)d catatan terbaru; persempit saringannya untuk sisanya.")
            % {"most": MOST}
        )
    for row, sentence in enumerate(said):
        sheet.write_string(row, 0, sentence[:CELL])


def verification(entry: Entry | None) -> list[str]:
    """Return what the last verification of the whole trail said."""
    if entry is None:
        return [_("Keutuhan jejak belum pernah diperiksa.")]
    detail = json.loads(entry.detail)
    told = {"moment": _told(entry.at), "count": detail["entries"], "hash": detail["hash"]}
    if not detail["wrong"]:
        return [_("Diperiksa %(moment)s: utuh, %(count)d catatan, hash terakhir %(hash)s.") % told]
    return [_("Diperiksa %(moment)s: tidak utuh.") % told, *detail["sentences"]]


def _told(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%d-%m-%Y %H.%M} {local.tzname()}"


def _headings() -> tuple[str, ...]:
    return (
        _("Nomor"),
        _("Waktu"),
        _("Catatan"),
        _("Oleh"),
        _("Sebagai"),
        _("Jenis objek"),
        _("Objek"),
        _("Alamat IP"),
        _("Perangkat"),
        _("Rincian"),
        _("Hash sebelum"),
        _("Hash sesudah"),
        _("Hash catatan"),
    )


def _row(entry: Entry) -> tuple[str | int | datetime, ...]:
    return (
        entry.sequence,
        _naive(entry.at),
        sentences.sentence(entry)[:CELL],
        sentences.who(entry),
        entry.as_position,
        sentences.kind(entry),
        entry.name,
        entry.address,
        entry.device,
        entry.detail[:CELL],
        entry.before,
        entry.after,
        entry.hash,
    )


def _naive(at: datetime) -> datetime:
    """Excel knows no zones: the office's own clock."""
    return timezone.localtime(at).replace(tzinfo=None)
