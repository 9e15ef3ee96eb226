"""The rows below a table's header: which are steps, which only continue, repeat or add up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from okesop.core.document import NodeKind
from okesop.core.problems import clipped
from okesop.core.readers.headings import TEXTS, Header, Role, is_column_numbers, role_of
from okesop.core.readers.marks import Mark, kind_of, read_mark
from okesop.core.readers.people import People
from okesop.core.text import Sentence

_TOTAL = re.compile(
    r"(jumlah|total|sub ?total)( (waktu|seluruhnya|keseluruhan))*\s*:?", re.IGNORECASE
)
_ODD_MARK = Sentence(
    "Tanda “{mark}” pada kolom pelaksana dibaca sebagai kotak.",
    "The mark “{mark}” in a performer's column was read as a box.",
)
_ANSWERS = Sentence(
    "Kata jawaban seperti “{word}” pada kolom pelaksana tidak dibaca; atur jawaban setelah tabel masuk.",
    "Answers such as “{word}” in a performer's column are not read; say where they lead afterwards.",
)
_TWO_DECISIONS = Sentence(
    "Langkah {number} memuat lebih dari satu keputusan; hanya yang pertama dibaca sebagai keputusan.",
    "Step {number} has more than one decision; only the first is read as one.",
)
_UNMARKED = Sentence(
    "{count} langkah belum memiliki simbol pelaksana.",
    "Steps without a performer's symbol: {count}.",
)


@dataclass(slots=True)
class Row:
    """One step of the table: its texts by role, its symbols by performer."""

    texts: dict[Role, str]
    symbols: dict[str, NodeKind]


@dataclass(slots=True)
class Rows:
    """The steps of a table and what is to be said about them."""

    rows: list[Row] = field(default_factory=list)
    messages: list[Sentence] = field(default_factory=list)


def read_rows(body: Sequence[Sequence[str]], header: Header, people: People) -> Rows:
    """Read the body of a table."""
    marks = _Marks(body, people)
    result = Rows()
    for cells in body:
        if _is_no_step(cells, header):
            continue
        texts = {
            role: cells[at] for at, role in enumerate(header.roles) if role in TEXTS and cells[at]
        }
        symbols = marks.symbols(cells, len(result.rows) + 1)
        if _continues(cells, header, symbols) and result.rows:
            _append(result.rows[-1], texts)
        elif texts or symbols:
            result.rows.append(Row(texts, symbols))
    result.messages = marks.messages
    unmarked = sum(not row.symbols for row in result.rows)
    if unmarked and people.used:
        result.messages.append(_UNMARKED.filled(count=unmarked))
    return result


def _is_no_step(cells: Sequence[str], header: Header) -> bool:
    """Tell whether a row is empty, a repeated header, a row of column numbers, or a total."""
    filled = [(cell, role) for cell, role in zip(cells, header.roles, strict=True) if cell]
    if not filled or is_column_numbers(cells):
        return True
    heads = sum(role in TEXTS and role_of(cell) is role for cell, role in filled)
    named = any(role is Role.ACTIVITY and not role_of(cell) for cell, role in filled)
    if not named and (heads > 1 or (heads == 1 and len(filled) == 1)):
        return True
    total = (cell for cell, role in filled if role in {Role.NO, Role.ACTIVITY})
    return any(_TOTAL.fullmatch(cell) for cell in total)


def _continues(cells: Sequence[str], header: Header, symbols: dict[str, NodeKind]) -> bool:
    """Tell whether a row only holds more text of the row above (a cell that a page break cut)."""
    heads = {Role.NO, Role.ACTIVITY}
    return not symbols and not any(
        cell for cell, role in zip(cells, header.roles, strict=True) if role in heads
    )


def _append(row: Row, texts: dict[Role, str]) -> None:
    for role, text in texts.items():
        row.texts[role] = f"{row.texts[role]}\n{text}" if row.texts.get(role) else text


class _Marks:
    """Reads the performer cells of one table, and collects each remark once."""

    def __init__(self, body: Sequence[Sequence[str]], people: People) -> None:
        self.people = people
        self.messages: list[Sentence] = []
        self.seen = {read_mark(row[column]) for row in body for column in people.columns}

    def symbols(self, cells: Sequence[str], number: int) -> dict[str, NodeKind]:
        found: dict[str, NodeKind] = {}
        for column, performer in self.people.columns.items():
            kind = self._kind(cells[column])
            if kind is not None:
                found[performer] = kind
        for column in self.people.named:
            for performer in self.people.named_in(cells[column]):
                found.setdefault(performer, NodeKind.PROCESS)
        return self._one_decision(found, number)

    def _kind(self, cell: str) -> NodeKind | None:
        mark = read_mark(cell)
        if mark is Mark.TEXT:
            self._say(_ODD_MARK.filled(mark=clipped(cell.replace("\n", " "))))
        elif mark is Mark.ANSWER:
            self._say(_ANSWERS.filled(word=clipped(cell)))
        return kind_of(mark, self.seen)

    def _one_decision(self, found: dict[str, NodeKind], number: int) -> dict[str, NodeKind]:
        decisions = [key for key, kind in found.items() if kind is NodeKind.DECISION]
        if len(decisions) > 1:
            self._say(_TWO_DECISIONS.filled(number=number))
        return found | dict.fromkeys(decisions[1:], NodeKind.PROCESS)

    def _say(self, sentence: Sentence) -> None:
        if sentence not in self.messages:
            self.messages.append(sentence)
