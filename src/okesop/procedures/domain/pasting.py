"""A pasted table: how its columns are understood, and the operations that put it into a draft."""

from collections.abc import Sequence
from typing import Any

from django.utils.crypto import get_random_string

from okesop.core.document import SopDocument
from okesop.core.readers.table import read_table
from okesop.procedures.domain.spoken import spoken

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FRESH = 7


def understood(
    document: SopDocument,
    grid: object,
    *,
    after: str,
    mapping: Sequence[str] | None,
    header_rows: int | None,
) -> dict[str, Any]:
    """Return the reading of ``grid`` as the protocol says it; nothing is stored.

    The rows go behind the row ``after``; where that is gone, behind the last.

    Raises:
        Unreadable: it is no table, it is too large, or the mapping does not fit it.
    """
    rows = document.step_index()
    last = document.steps[-1].id if document.steps else None
    reading = read_table(
        grid,
        document,
        after=after if after in rows else last,
        mapping=mapping,
        header_rows=header_rows,
        prefix=get_random_string(FRESH, LETTERS),
    )
    return {
        "mapping": list(reading.mapping),
        "header_rows": reading.header_rows,
        "headings": list(reading.headings),
        "rows": [list(row) for row in reading.rows],
        "operations": [dict(operation) for operation in reading.operations],
        "messages": [spoken(message) for message in reading.messages],
        "steps": reading.steps,
        "performers": reading.performers,
    }
