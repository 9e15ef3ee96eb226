"""Places of a document in words and in reading order: "steps/s9/output" is "Langkah 9, Output"."""

from okesop.core.document import SopDocument
from okesop.core.places import IDENTITY_NAMES, LIST_NAMES, performer_name, step_name
from okesop.core.text import Sentence

IDENTITY = {**IDENTITY_NAMES, "emblem": Sentence("Logo", "Emblem")}
LISTS = ("legal_basis", "related", "warnings", "qualifications", "equipment", "records")
"""The lists in the order in which the form is read."""

CELL_ORDER = ("", "activity", "node", "edge", "requirements", "time", "output", "note")
SECTIONS = ("identity", *LISTS, "performers", "steps")


class Places:
    """The places of one document."""

    def __init__(self, document: SopDocument) -> None:
        self.document = document
        self.rows = document.step_index()
        self.columns = document.performer_index()
        self.nodes = document.node_by_id()

    def where(self, place: str) -> Sentence:
        """Say where a place is."""
        section, _, rest = place.partition("/")
        if section in LISTS:
            number = f" {int(rest) + 1}" if rest else ""
            name = LIST_NAMES[section]
            return Sentence(name.id + number, name.en + number)
        if section == "identity":
            return IDENTITY.get(rest, Sentence("Identitas", "Identity"))
        if section == "performers":
            return self._performer(rest)
        if section == "steps":
            return self._step(rest)
        if section == "nodes":
            return self._node(rest)
        return self._edge(rest)

    def _performer(self, performer: str) -> Sentence:
        if performer not in self.columns:
            return Sentence("Pelaksana", "Performers")
        return performer_name(self.document.performers[self.columns[performer]].title)

    def _step(self, rest: str) -> Sentence:
        step, _, cell = rest.partition("/")
        if step not in self.rows:
            return Sentence("Tabel kegiatan", "Table of steps")
        return step_name(self.rows[step] + 1, cell)

    def _node(self, node_id: str) -> Sentence:
        node = self.nodes.get(node_id)
        if node is None:
            return Sentence("Diagram alir", "Flowchart")
        step = step_name(self.rows.get(node.step, 0) + 1)
        column = self.columns.get(node.performer)
        title = "" if column is None else f", {self.document.performers[column].title}"
        return Sentence(step.id + title, step.en + title)

    def _edge(self, rest: str) -> Sentence:
        ends = [self.nodes.get(end) for end in rest.split("/")]
        numbers = [str(self.rows.get(end.step, 0) + 1) if end else "?" for end in ends]
        path = " → ".join(numbers)
        return Sentence(f"Panah langkah {path}", f"Arrow of steps {path}")

    def order(self, place: str) -> tuple[int, int, int]:
        """Return what sorts places as they are read: the identity page, then the table row by row."""
        section, _, rest = place.partition("/")
        first, _, cell = rest.partition("/")
        if section == "identity":
            fields = list(IDENTITY)
            return (0, fields.index(first) if first in fields else 0, 0)
        if section in LISTS:
            return (SECTIONS.index(section), int(first) + 1 if first else 0, 0)
        if section == "performers":
            return (SECTIONS.index(section), self.columns.get(first, -1), 0)
        if section in {"nodes", "edges"}:
            node = self.nodes.get(first)
            return (len(SECTIONS), self.rows.get(node.step, 0) if node else -1, 2)
        return (
            len(SECTIONS),
            self.rows.get(first, -1),
            CELL_ORDER.index(cell) if cell in CELL_ORDER else 0,
        )
