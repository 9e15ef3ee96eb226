"""The flowchart as sentences, for those who hear it instead of seeing it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from okesop.core.document import Edge, Node, NodeKind, SopDocument

_KINDS = {NodeKind.DECISION: "keputusan", NodeKind.TERMINATOR: "mulai atau selesai"}


def spoken(document: SopDocument, rows: Collection[int] | None = None) -> tuple[str, ...]:
    """Return one sentence per symbol, in the order of the rows, of all rows or of those named (0-based).

    For example "Langkah 3, Kasubbag: Memeriksa konsep (keputusan) → Ya: langkah 4; Tidak: langkah 1".
    """
    places = _Places.of(document)
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for edge in document.edges:
        leaving[edge.source].append(edge)
    nodes = sorted(document.nodes, key=lambda node: places.rows.get(node.step, 0))
    if rows is not None:
        nodes = [node for node in nodes if places.rows.get(node.step, 0) - 1 in rows]
    return tuple(places.sentence(node, leaving[node.id]) for node in nodes)


@dataclass(frozen=True, slots=True)
class _Places:
    """Row numbers, activities and titles by id, looked up once for all symbols."""

    rows: dict[str, int]
    activities: dict[str, str]
    titles: dict[str, str]
    nodes: dict[str, Node]

    @classmethod
    def of(cls, document: SopDocument) -> "_Places":
        return cls(
            {step: row + 1 for step, row in document.step_index().items()},
            {step.id: " ".join(step.activity.split()) for step in document.steps},
            {performer.id: performer.title for performer in document.performers},
            document.node_by_id(),
        )

    def sentence(self, node: Node, leaving: list[Edge]) -> str:
        kind = f" ({_KINDS[node.kind]})" if node.kind in _KINDS else ""
        ways = [way for edge in leaving if (way := self._way(edge))]
        onward = f" → {'; '.join(ways)}" if ways else ""
        text = node.label or self.activities.get(node.step, "")
        number, title = self.rows.get(node.step, "?"), self.titles.get(node.performer, "?")
        return f"Langkah {number}, {title}: {text}{kind}{onward}"

    def _way(self, edge: Edge) -> str:
        target = self.nodes.get(edge.target)
        if target is None:
            return ""
        if edge.joint:
            return f"bersama {self.titles.get(target.performer, '?')}"
        place = self._place(target, self.nodes.get(edge.source))
        return f"{edge.label}: {place}" if edge.label else place

    def _place(self, target: Node, source: Node | None) -> str:
        """Name the row; a symbol of the same row by its performer, for a row does not lead to itself."""
        place = f"langkah {self.rows.get(target.step, '?')}"
        if source is None or source.step != target.step:
            return place
        return f"{self.titles.get(target.performer, '?')} pada {place}"
