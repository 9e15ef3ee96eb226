"""The trail as an Excel workbook, with what the last verification said about it."""

import json
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from okesop.audit.domain import sentences
from okesop.audit.domain.queries.acts import last_verification
from okesop.audit.models import Entry
from okesop.ui.workbook import CELL, LITERAL, Cell, naive, write_list

MOST = 100_000
# Rows are written as they come.
OPTIONS = {**LITERAL, "constant_memory": True, "default_date_format": "d mmmm yyyy hh.mm.ss"}
WIDTHS = (10, 24, 60, 28, 34, 14, 30, 18, 24, 40, 66, 66, 66)


def of(entries: Iterable[Entry], *, at: datetime) -> bytes:
    """Return the workbook: one row an act, and a sheet that says what it is worth."""
    stream = BytesIO()
    with Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": _("Jejak Audit"), "created": naive(at)})
        columns = tuple(zip(_headings(), WIDTHS, strict=True))
        rows = write_list(book, _("Jejak"), columns, (_row(entry) for entry in entries))
        _worth(book, rows, at)
    return stream.getvalue()


def _worth(book: Workbook, rows: int, at: datetime) -> None:
    sheet = book.add_worksheet(_("Keterangan"))
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
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


def _row(entry: Entry) -> tuple[Cell, ...]:
    return (
        entry.sequence,
        naive(entry.at),
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
