"""Reading a workbook that somebody else made: bounded before it is opened, and bounded row by row."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from okesop.organisation.domain.importing.sheets import EXAMPLE, SHEETS, Sheet

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 25 * 1024 * 1024
MOST_PARTS = 400
MOST_ROWS = 5_000
MOST_COLUMNS = 40
MOST_LETTERS = 1_000
BLANK_ROWS = 200  # so many empty rows end a sheet that claims to go on for a million
EXACT = 10**15  # a spreadsheet keeps no more figures of a number than these
DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Unreadable(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The file is no workbook of ours, or too large."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a cell; ``row`` counts as the spreadsheet does, 0 for a sheet as a whole."""

    sheet: str
    row: int
    column: str
    text: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row by its headings: texts, and days where the cell held one."""

    sheet: str
    row: int
    cells: dict[str, str | date]

    def text(self, column: str) -> str:
        """Return a cell as text."""
        value = self.cells.get(column, "")
        return value if isinstance(value, str) else value.strftime("%d/%m/%Y")

    def problem(self, column: str, text: str) -> Problem:
        """Return what is wrong with a cell of this row."""
        return Problem(self.sheet, self.row, column, text, self.text(column))


@dataclass(slots=True)
class Book:
    """What was read: the rows of each sheet, and what could not be."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(data: bytes) -> Book:
    """Return the rows of a workbook (XLSX bytes); raises `Unreadable`."""
    _bounded(data)
    workbook = _opened(data)
    try:
        book = Book()
        present = {_plain(name): name for name in workbook.sheetnames}
        for sheet in SHEETS:
            book.lines[sheet.name] = []
            if _plain(sheet.name) in present:
                _sheet(workbook[present[_plain(sheet.name)]], sheet, book)
    except Unreadable:
        raise
    except (
        Exception
    ) as error:  # a library full of assumptions, reading what somebody made on purpose
        raise Unreadable(
            _("Berkas ini rusak. Simpan ulang sebagai .xlsx, lalu coba lagi.")
        ) from error
    finally:
        workbook.close()
    if not any(book.lines.values()) and not book.problems:
        raise Unreadable(_("Tidak ada baris yang terisi di lembar Unit, Jabatan, atau Orang."))
    return book


def _bounded(data: bytes) -> None:
    """Look at the parts of the file before any is unpacked."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("Berkas lebih besar dari 5 MB."))
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise Unreadable(
            _("Ini bukan berkas Excel (.xlsx). Unduh contohnya dan isi di sana.")
        ) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_("Isi berkas ini terlalu besar untuk daftar pegawai."))


def _opened(data: bytes) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 -- slow import

    try:
        return load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:
        raise Unreadable(
            _("Ini bukan berkas Excel (.xlsx). Unduh contohnya dan isi di sana.")
        ) from error


def _sheet(worksheet: Any, sheet: Sheet, book: Book) -> None:
    rows = worksheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    headings = [_plain(str(cell or "")) for cell in next(rows, ())]
    places = {
        column.name: headings.index(_plain(column.name))
        for column in sheet.columns
        if _plain(column.name) in headings
    }
    missing = [one.name for one in sheet.columns if one.required and one.name not in places]
    if missing:
        text = _("Kolom “%(name)s” tidak ada di baris pertama.")
        book.problems += [Problem(sheet.name, 1, one, text % {"name": one}) for one in missing]
        return
    for number, cells in _filled(rows, sheet):
        line, problems = _line(sheet, number, cells, places)
        if not _plain(line.text(sheet.names[0])).startswith(EXAMPLE):
            book.lines[sheet.name].append(line)
            book.problems += problems


def _filled(rows: Iterator[Sequence[Any]], sheet: Sheet) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows that hold anything, with their numbers; raises `Unreadable` where there are too many."""
    found, blank = 0, 0
    for number, cells in enumerate(rows, start=2):
        if not any(cell not in (None, "") for cell in cells):
            blank += 1
            if blank > BLANK_ROWS:
                return
            continue
        found, blank = found + 1, 0
        if found > MOST_ROWS:
            raise Unreadable(
                _(
                    "Lembar %(sheet)s berisi lebih dari %(most)s baris. Bagi menjadi beberapa berkas."
                )
                % {"sheet": sheet.name, "most": MOST_ROWS}
            )
        yield number, cells


def _line(
    sheet: Sheet, number: int, cells: Sequence[Any], places: dict[str, int]
) -> tuple[Line, list[Problem]]:
    values: dict[str, str | date] = {}
    wrong: dict[str, str] = {}
    for column, place in places.items():
        try:
            values[column] = _value(cells[place] if place < len(cells) else None)
        except ValueError as error:
            values[column], wrong[column] = "", str(error)
    line = Line(sheet.name, number, values)
    problems = [Problem(sheet.name, number, column, text) for column, text in wrong.items()]
    return line, problems


def _value(cell: Any) -> str | date:
    """Return a cell as text or day; raises ValueError with a sentence."""
    if isinstance(cell, datetime | date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, int | float):
        return _number(cell)
    text = CHARACTERS.sub("", str(cell or "")).strip()
    if text.startswith("="):
        raise ValueError(_("Sel ini berisi rumus. Salin, lalu tempel sebagai nilai."))
    if len(text) > MOST_LETTERS:
        raise ValueError(_("Isi sel terlalu panjang."))
    return " ".join(text.split())


def _number(cell: float) -> str:
    if abs(cell) >= EXACT:
        raise ValueError(
            _(
                "Angka sepanjang ini kehilangan digit terakhirnya di Excel. Ubah kolom menjadi Teks, lalu ketik ulang."
            )
        )
    return str(int(cell)) if cell == int(cell) else str(cell)


def day_of(value: str | date) -> date | None:
    """Return a day from a cell: a day, "24/11/2026" or "2026-11-24"; None where it is none of them."""
    if isinstance(value, date):
        return value
    found = DAY.fullmatch(value)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(value)
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
