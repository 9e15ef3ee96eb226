"""The sheets of a document as a typst job."""

import json
from typing import Any

from okesop.core.canonical import canonical
from okesop.core.document import SopDocument
from okesop.core.form import Sheets
from okesop.core.metrics import width
from okesop.core.writers.pdf.identity import identity_data
from okesop.core.writers.pdf.job import Marks, TypstJob
from okesop.core.writers.pdf.strings import pdf_string
from okesop.core.writers.pdf.table import sheets_data, table_data
from okesop.core.writers.pdf.template import SOURCE

FOOT_SIZE = 7.0
_FOOT_SHARE = 0.8
_ELLIPSIS = "…"


def source(sheets: Sheets, marks: Marks) -> TypstJob:
    """Return the job that prints the sheets and attaches the document in its canonical form."""
    document = sheets.document
    pages = [identity_data(page, marks) for page in sheets.identity]
    if sheets.table:
        pages += sheets_data(sheets.table)
    room = sheets.paper.room * _FOOT_SHARE
    for place, page in enumerate(pages, start=1):
        page["counter"] = f"Halaman {place} dari {len(pages)}"
        page["foot"] = _foot(document, marks, room)
    data = {
        **_about(document),
        **(table_data(sheets.table) if sheets.table else {}),
        "draft": not marks.approved,
        "margin": sheets.paper.side_margin,
        "sheets": pages,
    }
    inputs = {
        "sheets": json.dumps(data, ensure_ascii=False),
        "document": canonical(document).decode(),
        "emblem": marks.emblem or "",
        "qr": marks.qr or "",
    }
    return TypstJob(SOURCE, inputs, marks.at)


def _about(document: SopDocument) -> dict[str, Any]:
    """Return what the PDF says of itself to a search or a screen reader."""
    identity = document.identity
    words = (identity.number, identity.unit, *identity.institution)
    return {
        "title": _one_line(f"SOP {identity.title or 'tanpa nama'}"),
        "author": _one_line(identity.unit or " ".join(identity.institution)),
        "keywords": [_one_line(word) for word in words if word],
    }


def _one_line(text: str) -> str:
    return " ".join(pdf_string(text).split())


def _foot(document: SopDocument, marks: Marks, room: float) -> str:
    """Return number and name for the foot of each sheet; their whole text stands on the first."""
    identity = document.identity
    state = None if marks.approved else "DRAF, belum disahkan"
    parts = (state, identity.number, identity.title)
    text = "  ·  ".join(_one_line(part) for part in parts if part and part.strip())
    if width(text, FOOT_SIZE) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle] + _ELLIPSIS, FOOT_SIZE) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + _ELLIPSIS
