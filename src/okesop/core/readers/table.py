"""A pasted table (Excel, Word, Sheets) as steps, performers and symbols.

The reader says how it understands each column and makes the operations that put the table into a draft; nothing is
guessed about answers: “Tidak ke 2” in a note stays a note.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okesop.core import bounds
from okesop.core.document import SopDocument
from okesop.core.readers.body import Row, read_rows
from okesop.core.readers.cells import Grid, Unreadable, cleaned
from okesop.core.readers.columns import guess_roles
from okesop.core.readers.fresh import fresh_ids
from okesop.core.readers.headings import Header, Role, find_header
from okesop.core.readers.people import People
from okesop.core.text import Sentence

__all__ = ["Role", "TableReading", "Unreadable", "read_table"]

_NO_ROWS = Sentence(
    "Tidak ada baris kegiatan yang dapat dibaca. Pastikan kolom Kegiatan ikut tersalin.",
    "No row with an activity was found. Make sure that the activity column was copied.",
)
_BAD_MAPPING = Sentence(
    "Pemetaan kolom tidak cocok dengan tabel. Tempel tabelnya sekali lagi.",
    "The mapping does not fit the table. Paste the table again.",
)
_NO_ACTIVITY = Sentence(
    "Kolom Kegiatan tidak ditemukan; pilih kolomnya lebih dahulu.",
    "No activity column was found; choose it first.",
)
_TOO_MANY_STEPS = Sentence(
    "SOP paling banyak {most} langkah; tabel ini akan menjadikannya {count}. Bagi menjadi beberapa SOP.",
    "An SOP has at most {most} steps; this table would make it {count}. Split it into several SOPs.",
)
_TOO_MANY_PERFORMERS = Sentence(
    "SOP paling banyak {most} pelaksana; tabel ini akan menjadikannya {count}.",
    "An SOP has at most {most} performers; this table would make it {count}.",
)
_IGNORED = Sentence("Kolom “{heading}” tidak dipakai.", "The column “{heading}” is not used.")
_NO_HEADER = Sentence(
    "Baris judul tidak ditemukan; kolom diterka dari isinya. Periksa pemetaannya.",
    "No header was found; the columns were guessed from their content. Check the mapping.",
)


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table is understood, and the operations that put it into the draft as one change.

    ``mapping`` has a role, ``headings`` a text for each column; ``rows`` are the cells below the header.
    """

    mapping: tuple[Role, ...]
    header_rows: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    operations: tuple[Mapping[str, Any], ...]
    messages: tuple[Sentence, ...]
    steps: int
    performers: int


def read_table(
    grid: object,
    document: SopDocument,
    *,
    after: str | None = None,
    mapping: Sequence[str] | None = None,
    header_rows: int | None = None,
    prefix: str = "t",
) -> TableReading:
    """Read a grid (rows of cells) for a draft, to be put behind the row ``after`` (None: first).

    ``mapping`` and ``header_rows`` are what the author corrected. ``prefix`` begins the ids of what is new; a fresh
    one for each paste keeps two authors' pastes apart.

    Raises:
        Unreadable: it is no table, too large, or has no activity.
    """
    cells = cleaned(grid)
    header = _header(cells, mapping, header_rows)
    body = [tuple(row) for row in cells[header.rows :]]
    if Role.ACTIVITY not in header.roles:
        message = _NO_ACTIVITY if body else _NO_ROWS
        return TableReading(
            header.roles, header.rows, header.headings, tuple(body), (), (message,), 0, 0
        )
    people = People(document, header, body, prefix)
    rows = read_rows(body, header, people)
    messages = [*_remarks(header, body, mapping), *people.messages, *rows.messages]
    if not rows.rows:
        messages.append(_NO_ROWS)
    operations = _operations(document, people, rows.rows, after, prefix) if rows.rows else []
    return TableReading(
        header.roles,
        header.rows,
        header.headings,
        tuple(body),
        tuple(operations),
        tuple(messages),
        len(rows.rows),
        len(people.used),
    )


def _header(cells: Grid, mapping: Sequence[str] | None, rows: int | None) -> Header:
    if not cells:
        raise Unreadable(_NO_ROWS)
    width = len(cells[0])
    if rows is not None and not 0 <= rows <= len(cells):
        raise Unreadable(_BAD_MAPPING)
    found = find_header(cells, rows)
    if found is None:
        start = rows or 0
        roles = guess_roles(cells[start:]) if start < len(cells) else [Role.IGNORE] * width
        found = Header(start, tuple(roles), ("",) * width)
    if mapping is None:
        return found
    if len(mapping) != width or not set(mapping) <= set(Role):
        raise Unreadable(_BAD_MAPPING)
    return Header(found.rows, tuple(Role(name) for name in mapping), found.headings)


def _remarks(
    header: Header, body: Sequence[Sequence[str]], mapping: Sequence[str] | None
) -> list[Sentence]:
    if mapping is not None:
        return []
    remarks = [] if any(header.headings) else [_NO_HEADER]
    for column, (role, heading) in enumerate(zip(header.roles, header.headings, strict=True)):
        if role is Role.IGNORE and heading and any(row[column] for row in body):
            remarks.append(_IGNORED.filled(heading=heading.replace("\n", " ")))
    return remarks


def _operations(
    document: SopDocument, people: People, rows: Sequence[Row], after: str | None, prefix: str
) -> list[Mapping[str, Any]]:
    blank = _blank_steps(document)
    count = len(document.steps) - len(blank) + len(rows)
    if count > bounds.STEPS or len(document.steps) + len(rows) > bounds.STEPS:
        raise Unreadable(_TOO_MANY_STEPS.filled(most=bounds.STEPS, count=count))
    columns = len(document.performers) + len(people.new)
    if columns > bounds.PERFORMERS:
        raise Unreadable(_TOO_MANY_PERFORMERS.filled(most=bounds.PERFORMERS, count=columns))
    operations: list[Mapping[str, Any]] = []
    last = document.performers[-1].id if document.performers else None
    for key, title in people.new.items():
        operations.append({"op": "insert_performer", "id": key, "title": title, "after": last})
        last = key
    steps = _steps(document, rows, prefix)
    operations.append({"op": "insert_steps", "after": after, "steps": steps})
    if blank:
        operations.append({"op": "remove_steps", "steps": blank})
    return operations


def _blank_steps(document: SopDocument) -> list[str]:
    """Return the rows of a draft in which nothing is written yet; the table takes their place."""
    empty = [
        step.id
        for step in document.steps
        if not (step.activity or step.requirements or step.time or step.output or step.note)
    ]
    return empty if len(empty) == len(document.steps) and not document.nodes else []


def _steps(document: SopDocument, rows: Sequence[Row], prefix: str) -> list[dict[str, Any]]:
    step_ids = fresh_ids(prefix + "s", document.step_index(), len(rows))
    count = sum(len(row.symbols) for row in rows)
    node_ids = iter(fresh_ids(prefix + "n", document.node_by_id(), count))
    return [
        {
            "id": key,
            **{role.value: text for role, text in row.texts.items()},
            "symbols": [
                {"id": next(node_ids), "performer": performer, "kind": kind.value}
                for performer, kind in row.symbols.items()
            ],
        }
        for key, row in zip(step_ids, rows, strict=True)
    ]
