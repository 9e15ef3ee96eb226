"""The SOP document, ``sop-document/1``: the one truth about an SOP's content.

Frozen values without behaviour beyond look-ups. ``parse`` (see ``parsing.py``) makes them from JSON,
``canonical`` writes them; the format is described in ``docs/formats/sop-document.md``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FORMAT = "sop-document/1"


class NodeKind(StrEnum):
    """The drawn symbol of a node (PermenPAN-RB 35/2012: five symbols; the last two are only read)."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    CONNECTOR = "connector"
    DOCUMENT = "document"
    OTHER = "other"


class Side(StrEnum):
    """A side of a symbol, or of the chart, that the author pinned."""

    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Identity:
    """The head of the form. A date is a ``date``, the raw text where none could be read, or None."""

    number: str | None = None
    title: str | None = None
    created: date | str | None = None
    revised: date | str | None = None
    effective: date | str | None = None
    approver_position: str | None = None
    approver_name: str | None = None
    approver_nip: str | None = None
    institution: tuple[str, ...] = ()
    unit: str | None = None
    acting_as: str | None = None
    next_review: date | str | None = None
    nature: str | None = None
    service_promise: str | None = None


@dataclass(frozen=True, slots=True)
class Performer:
    """A column: who acts. ``position`` is a stable reference to a position of the organisation."""

    id: str
    title: str
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A row. ``no`` is only the number printed in a document read from elsewhere."""

    id: str
    activity: str = ""
    requirements: str = ""
    time: str = ""
    output: str = ""
    note: str = ""
    no: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One symbol in the cell (step, performer); ``span`` names the first and last column it covers."""

    id: str
    step: str
    performer: str
    kind: NodeKind
    label: str | None = None
    span: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from one node to another, or (``joint``) a plain line between co-performers of one row.

    ``leave`` pins the side of the source where the line leaves, ``side`` the side of the chart on which it runs.
    """

    source: str
    target: str
    label: str | None = None
    joint: bool = False
    leave: Side | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class SopDocument:
    """One SOP: identity, six lists, columns, rows, symbols and arrows."""

    identity: Identity = field(default_factory=Identity)
    legal_basis: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    performers: tuple[Performer, ...] = ()
    steps: tuple[Step, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    def step_index(self) -> dict[str, int]:
        """Map each step id to its row, 0-based."""
        return {step.id: row for row, step in enumerate(self.steps)}

    def performer_index(self) -> dict[str, int]:
        """Map each performer id to its column, 0-based."""
        return {performer.id: column for column, performer in enumerate(self.performers)}

    def node_by_id(self) -> dict[str, Node]:
        """Map each node id to its node."""
        return {node.id: node for node in self.nodes}

    def arrows(self) -> Iterator[Edge]:
        """Yield the edges that direct the flow: all but the joint lines."""
        return (edge for edge in self.edges if not edge.joint)
