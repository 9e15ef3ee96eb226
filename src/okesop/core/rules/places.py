"""Places of a document in words and in reading order: "steps/s9/output" is "Langkah 9, Output"."""

from okesop.core.document import SopDocument
from okesop.core.places import (
    EMBLEM,
    FLOWCHART,
    IDENTITY,
    IDENTITY_NAMES,
    PERFORMERS,
    STEPS,
    arrow_name,
    entry_name,
    performer_name,
    step_name,
    symbol_name,
)
from okesop.core.text import Sentence

HEAD = {**IDENTITY_NAMES, "emblem": EMBLEM}
"""What stands in the head of the form, in the order in which it is read."""

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
            return entry_name(section, int(rest) + 1 if rest else None)
        if section == "identity":
            return HEAD.get(rest, IDENTITY)
        if section == "performers":
            return self._performer(rest)
        if section == "steps":
            return self._step(rest)
        if section == "nodes":
            return self._node(rest)
        return self._edge(rest)

    def _performer(self, performer: str) -> Sentence:
        if performer not in self.columns:
            return PERFORMERS
        return performer_name(self.document.performers[self.columns[performer]].title)

    def _step(self, rest: str) -> Sentence:
        step, _, cell = rest.partition("/")
        if step not in self.rows:
            return STEPS
        return step_name(self.rows[step] + 1, cell)

    def _node(self, node_id: str) -> Sentence:
        node = self.nodes.get(node_id)
        if node is None:
            return FLOWCHART
        column = self.columns.get(node.performer)
        title = "" if column is None else self.document.performers[column].title
        return symbol_name(self.rows.get(node.step, 0) + 1, title)

    def _edge(self, rest: str) -> Sentence:
        ends = [self.nodes.get(end) for end in rest.split("/")]
        return arrow_name(self.rows.get(end.step, 0) + 1 if end else None for end in ends)

    def order(self, place: str) -> tuple[int, int, int]:
        """Return what sorts places as they are read: the identity page, then the table row by row."""
        section, _, rest = place.partition("/")
        first, _, cell = rest.partition("/")
        if section == "identity":
            fields = list(HEAD)
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
