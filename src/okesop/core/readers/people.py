"""The performers of a pasted table: columns of marks, or one column of names; matched with those of the draft."""

from collections.abc import Sequence

from okesop.core.document import SopDocument
from okesop.core.readers.columns import are_marks
from okesop.core.readers.fresh import fresh_ids
from okesop.core.readers.headings import Header, Role
from okesop.core.readers.titles import match
from okesop.core.text import Sentence

_UNNAMED = Sentence("Pelaksana {number}", "Performer {number}")
_NAME_IT = Sentence(
    "Kolom ke-{column} tidak berjudul; pelaksananya dinamai “{title}”. Ganti dengan nama jabatannya.",
    "Column {column} has no heading; its performer is called “{title}”. Put the position's name.",
)
_KNOWN = Sentence(
    "“{heading}” dipasangkan dengan pelaksana “{title}” yang sudah ada.",
    "“{heading}” was matched with the performer “{title}” of the draft.",
)


class People:
    """Which performer each column or name is; ``new`` are those to insert, by id."""

    def __init__(
        self, document: SopDocument, header: Header, body: Sequence[Sequence[str]], prefix: str
    ) -> None:
        self.new: dict[str, str] = {}
        self.used: dict[str, None] = {}
        self.messages: list[Sentence] = []
        self.columns: dict[int, str] = {}
        self.named: list[int] = []
        self._known = {performer.id: performer.title for performer in document.performers}
        self._ids = iter(fresh_ids(prefix + "p", document.performer_index(), _most(body)))
        for column, role in enumerate(header.roles):
            if role is Role.PERFORMER:
                self._column(column, header.headings[column], [row[column] for row in body])

    def _column(self, column: int, heading: str, cells: Sequence[str]) -> None:
        filled = [cell for cell in cells if cell]
        if filled and not heading and not are_marks(filled):
            self.named.append(column)
        elif heading or filled:
            self.columns[column] = self._of_heading(column, heading)

    def _of_heading(self, column: int, heading: str) -> str:
        title = " ".join(heading.split())
        if not title:
            title = _UNNAMED.filled(number=len(self.used) + 1).id
            self.messages.append(_NAME_IT.filled(column=column + 1, title=title))
        free = {key: known for key, known in self._known.items() if key not in self.used}
        return self._take(title, free)

    def named_in(self, cell: str) -> list[str]:
        """Return the performers that a cell names: one, or several in lines or behind semicolons."""
        titles = [" ".join(part.split()) for part in cell.replace(";", "\n").split("\n")]
        titles = [title.lstrip("-•▪ ").strip() for title in titles]
        found = [self._take(title, self._known) for title in titles if title.strip("-–—")]
        return list(dict.fromkeys(found))

    def _take(self, title: str, known: dict[str, str]) -> str:
        keys = list(known)
        place = match(title, [known[key] for key in keys])
        if place is None:
            key = next(self._ids)
            self.new[key] = self._known[key] = title
        else:
            key = keys[place]
            same = known[key].casefold() == title.casefold()
            if not same and key not in self.used:
                self.messages.append(_KNOWN.filled(heading=title, title=known[key]))
        self.used[key] = None
        return key


def _most(body: Sequence[Sequence[str]]) -> int:
    """Return more than the number of performers that the table can name."""
    return sum(len(cell.split("\n")) + cell.count(";") for row in body for cell in row) + 100
