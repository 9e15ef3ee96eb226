"""A document's symbols and arrows while an operation works on them.

Theory of operation. A row's symbols that are joined form a **group**; its leftmost symbol (the entry) receives the
flow, its last one, or its decision (the giver), passes it on. Rows without symbols do not count as neighbours.
An arrow is **sequential** when the order of the rows explains it: it goes from a giver's row to the entry of the next
row with symbols, and carries no words, or it is a decision's way on: its first positive answer, or the only one that
leads down where the words say neither yes nor no (“Kosong”, “Terpakai”). Everything else was said by the author.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from okesop.core.answers import is_negative, is_positive
from okesop.core.document import Edge, Node, NodeKind, SopDocument

if TYPE_CHECKING:
    from okesop.core.text import Sentence


class Chart:
    """The flow of one document, open for changes; ``closed`` puts it back into a document."""

    def __init__(self, document: SopDocument) -> None:
        self.order = [step.id for step in document.steps]
        self.columns = document.performer_index()
        self.nodes: dict[str, Node] = {}
        self.edges: dict[int, Edge] = {}
        self.notices: list[Sentence] = []
        self.lost: list[tuple[str, str]] = []
        self._cells: dict[str, list[str]] = defaultdict(list)
        self._out: dict[str, list[int]] = defaultdict(list)
        self._into: dict[str, list[int]] = defaultdict(list)
        self._lines: dict[str, list[int]] = defaultdict(list)
        self._key = 0
        for node in document.nodes:
            self.add_node(node)
        for edge in document.edges:
            self.add_edge(edge)

    def closed(self, document: SopDocument) -> SopDocument:
        """Return the document with these symbols and arrows."""
        edges = tuple(self.edges[key] for key in sorted(self.edges))
        return replace(document, nodes=tuple(self.nodes.values()), edges=edges)

    # ---- symbols

    def add_node(self, node: Node) -> None:
        """Set a symbol into its cell."""
        self.nodes[node.id] = node
        self._cells[node.step].append(node.id)

    def change_node(self, key: str, **values: Any) -> None:
        """Give a symbol other values; its place in the document's order stays."""
        old = self.nodes[key]
        self.nodes[key] = new = replace(old, **values)
        if new.step != old.step:
            self._cells[old.step].remove(key)
            self._cells[new.step].append(key)

    def drop_node(self, key: str) -> None:
        """Take a symbol away with every line that touches it."""
        for edge in {*self._out[key], *self._into[key], *self._lines[key]}:
            self.drop_edge(edge)
        self._cells[self.nodes.pop(key).step].remove(key)

    def row(self, step: str) -> list[Node]:
        """Return the row's symbols from left to right."""
        nodes = [self.nodes[key] for key in self._cells.get(step, ())]
        return sorted(nodes, key=self._column)

    def _column(self, node: Node) -> int:
        return self.columns.get(node.performer, 0)

    def number(self, step: str) -> int:
        """Return the row's number, counted from 1."""
        return self.order.index(step) + 1

    # ---- lines

    def add_edge(self, edge: Edge, key: int | None = None) -> None:
        """Draw a line; with the key of one that was taken away, at its place in the order."""
        if key is None or key in self.edges:
            self._key += 1
            key = self._key
        self._enter(key, edge)

    def drop_edge(self, key: int) -> None:
        """Take a line away."""
        self._leave(key, self.edges.pop(key))

    def change_edge(self, key: int, **values: Any) -> None:
        """Give a line other values; its place in the document's order stays."""
        old = self.edges[key]
        self._leave(key, old)
        self._enter(key, replace(old, **values))

    def _enter(self, key: int, edge: Edge) -> None:
        self.edges[key] = edge
        if edge.joint:
            self._lines[edge.source].append(key)
            self._lines[edge.target].append(key)
        else:
            self._out[edge.source].append(key)
            self._into[edge.target].append(key)

    def _leave(self, key: int, edge: Edge) -> None:
        ends = (self._lines, self._lines) if edge.joint else (self._out, self._into)
        ends[0][edge.source].remove(key)
        ends[1][edge.target].remove(key)

    def exits(self, node: str) -> list[int]:
        """Return the arrows that leave the symbol, in order."""
        return sorted(self._out.get(node, ()))

    def put_last_exit_first(self, node: str) -> None:
        """Let the arrow drawn last from a symbol be the first of its ways out: “Ya” before “Tidak”."""
        keys = self.exits(node)
        edges = [self.edges[key] for key in keys]
        for key, edge in zip(keys, [edges[-1], *edges[:-1]], strict=True):
            self._leave(key, self.edges[key])
            self._enter(key, edge)

    def arrivals(self, node: str) -> list[int]:
        """Return the arrows that lead to the symbol."""
        return sorted(self._into.get(node, ()))

    def joints(self, node: str) -> list[int]:
        """Return the lines of joint work at the symbol."""
        return list(self._lines.get(node, ()))

    def leads(self, source: str, target: str) -> bool:
        """Tell whether an arrow leads from one symbol to the other."""
        return any(self.edges[key].target == target for key in self._out.get(source, ()))

    # ---- groups and rows

    def group(self, node: str) -> list[Node]:
        """Return the symbols joined with this one, itself among them, from left to right."""
        found, todo = {node}, [node]
        while todo:
            for key in self._lines.get(todo.pop(), ()):
                for end in (self.edges[key].source, self.edges[key].target):
                    if end not in found:
                        found.add(end)
                        todo.append(end)
        return sorted((self.nodes[key] for key in found), key=self._column)

    def entry(self, step: str) -> Node | None:
        """Return the symbol that receives the flow of the row."""
        row = self.row(step)
        inside = {node.id for node in row}
        for node in row:
            group = self.group(node.id)
            sources = (self.edges[key].source for m in group for key in self.arrivals(m.id))
            if not inside.difference(m.id for m in group).intersection(sources):
                return group[0]
        return row[0] if row else None

    def giver(self, step: str) -> Node | None:
        """Return the symbol that passes the flow of the row on."""
        entry = self.entry(step)
        if entry is None:
            return None
        seen: set[str] = set()
        giver = self.giver_of(entry.id)
        while giver.id not in seen:
            seen.add(giver.id)
            for key in self.exits(giver.id):
                edge = self.edges[key]
                if self.nodes[edge.target].step == step and self._goes_on(edge):
                    giver = self.giver_of(edge.target)
                    break
        return giver

    def giver_of(self, node: str) -> Node:
        """Return the symbol that passes on the flow of this one's group: its decision, else the last."""
        group = self.group(node)
        decisions = [member for member in group if member.kind is NodeKind.DECISION]
        return decisions[-1] if decisions else group[-1]

    def _goes_on(self, edge: Edge) -> bool:
        return edge.label is None or is_positive(edge.label)

    def before(self, step: str) -> str | None:
        """Return the nearest row above that has symbols."""
        return self._neighbour(reversed(self.order[: self.order.index(step)]))

    def after(self, step: str) -> str | None:
        """Return the nearest row below that has symbols."""
        return self._neighbour(self.order[self.order.index(step) + 1 :])

    def _neighbour(self, steps: Iterable[str]) -> str | None:
        return next((step for step in steps if self._cells.get(step)), None)

    def first(self) -> str | None:
        """Return the first row that has symbols."""
        return self._neighbour(self.order)

    def last(self) -> str | None:
        """Return the last row that has symbols."""
        return self._neighbour(reversed(self.order))

    # ---- sequence

    def sequential(self, source: str | None, target: str | None) -> list[int]:
        """Return the arrows from one row to the next that the order of the rows explains."""
        entry = self.entry(target) if target else None
        if entry is None or source is None:
            return []
        return [
            key
            for node in self.row(source)
            for key in self._sequential_exits(node)
            if self.edges[key].target == entry.id
        ]

    def explained(self) -> set[Edge]:
        """Return all arrows that the order of the rows explains."""
        rows = [step for step in self.order if self._cells.get(step)]
        keys = (key for one, other in pairwise(rows) for key in self.sequential(one, other))
        return {self.edges[key] for key in keys}

    def _sequential_exits(self, node: Node) -> Iterator[int]:
        exits = self.exits(node.id)
        yield from (key for key in exits if self.edges[key].label is None)
        if node.kind is NodeKind.DECISION:
            way_on = self._way_on(node, [key for key in exits if self.edges[key].label])
            if way_on is not None:
                yield way_on

    def _way_on(self, node: Node, answers: list[int]) -> int | None:
        """Return the first positive answer; where words say neither yes nor no, the only one that leads down."""
        labels = {key: self.edges[key].label for key in answers}
        positive = [key for key in answers if is_positive(labels[key])]
        if positive:
            return positive[0]
        below = set(self.order[self.order.index(node.step) + 1 :])
        down = [key for key in answers if self.nodes[self.edges[key].target].step in below]
        return down[0] if len(down) == 1 and not is_negative(labels[down[0]]) else None
