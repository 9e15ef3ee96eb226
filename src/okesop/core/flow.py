"""The flow of a document as a graph: what leads to what, where it starts, ends, and turns back.

Symbols of one row that work together (joint lines) are one **group**: the leftmost receives the flow, the last
passes it on, so an arrow at any of them is an arrow at the group. Everything here is linear in symbols and arrows,
without recursion, and deterministic: groups are numbered by row, then column.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from okesop.core.document import Edge, Node, NodeKind, SopDocument

Successors = Sequence[Sequence[int]]


def components(successors: Successors) -> list[int]:
    """Number the strongly connected components of a graph (Tarjan); a component's successors have lower numbers."""
    count = len(successors)
    index, low, found = [-1] * count, [0] * count, [-1] * count
    waiting: list[int] = []
    clock = component = 0
    for root in range(count):
        if index[root] >= 0:
            continue
        calls = [(root, iter(successors[root]))]
        index[root] = low[root] = clock
        clock += 1
        waiting.append(root)
        while calls:
            at, rest = calls[-1]
            for following in rest:
                if index[following] < 0:
                    index[following] = low[following] = clock
                    clock += 1
                    waiting.append(following)
                    calls.append((following, iter(successors[following])))
                    break
                if found[following] < 0:
                    low[at] = min(low[at], index[following])
            else:
                calls.pop()
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[at])
                if low[at] == index[at]:
                    _close(waiting, found, at, component)
                    component += 1
    return found


def _close(waiting: list[int], found: list[int], head: int, component: int) -> None:
    while True:
        member = waiting.pop()
        found[member] = component
        if member == head:
            return


def reached(successors: Successors, roots: Iterable[int]) -> set[int]:
    """Return all that can be reached from the roots, these included."""
    seen = set(roots)
    waiting = list(seen)
    while waiting:
        for following in successors[waiting.pop()]:
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


def turns_back(successors: Successors, roots: Iterable[int]) -> set[tuple[int, int]]:
    """Return the arrows that close a loop, met in a walk from the roots that follows arrows in their order."""
    fresh, open_, done = 0, 1, 2
    state = [fresh] * len(successors)
    back: set[tuple[int, int]] = set()
    for root in (*roots, *range(len(successors))):
        if state[root] != fresh:
            continue
        calls = [(root, iter(successors[root]))]
        state[root] = open_
        while calls:
            at, rest = calls[-1]
            for following in rest:
                if state[following] == open_:
                    back.add((at, following))
                elif state[following] == fresh:
                    state[following] = open_
                    calls.append((following, iter(successors[following])))
                    break
            else:
                state[at] = done
                calls.pop()
    return back


@dataclass(frozen=True)
class Flow:
    """The groups of a document and the arrows between them. Group ids are places in ``groups``."""

    groups: tuple[tuple[Node, ...], ...]
    rows: tuple[int, ...]
    edges: tuple[tuple[int, int, Edge], ...]

    @staticmethod
    def of(document: SopDocument) -> "Flow":
        """Build the flow; arrows whose ends do not exist, or that stay inside a group, take no part."""
        rows, columns = document.step_index(), document.performer_index()
        nodes = sorted(
            (node for node in document.nodes if node.step in rows),
            key=lambda node: (rows[node.step], columns.get(node.performer, 0)),
        )
        groups = _grouped(nodes, document.edges)
        of_node = {node.id: group for group, members in enumerate(groups) for node in members}
        edges = [
            (of_node[edge.source], of_node[edge.target], edge)
            for edge in document.arrows()
            if edge.source in of_node and edge.target in of_node
        ]
        return Flow(
            groups=tuple(groups),
            rows=tuple(rows[members[0].step] for members in groups),
            edges=tuple(edge for edge in edges if edge[0] != edge[1]),
        )

    @cached_property
    def leaving(self) -> list[list[tuple[int, Edge]]]:
        """The arrows out of each group, in the document's order."""
        leaving: list[list[tuple[int, Edge]]] = [[] for _ in self.groups]
        for source, target, edge in self.edges:
            leaving[source].append((target, edge))
        return leaving

    @cached_property
    def successors(self) -> list[list[int]]:
        """The distinct groups that each group leads to."""
        return [list(dict.fromkeys(target for target, _ in out)) for out in self.leaving]

    @cached_property
    def predecessors(self) -> list[list[int]]:
        """The distinct groups that lead to each group."""
        before: list[list[int]] = [[] for _ in self.groups]
        for source, targets in enumerate(self.successors):
            for target in targets:
                before[target].append(source)
        return before

    @cached_property
    def component(self) -> list[int]:
        """The loop (strongly connected component) of each group."""
        return components(self.successors)

    @cached_property
    def loops(self) -> list[list[int]]:
        """The members of each component, first row first."""
        members: dict[int, list[int]] = defaultdict(list)
        for group, component in enumerate(self.component):
            members[component].append(group)
        return sorted(members.values())

    @cached_property
    def sources(self) -> list[list[int]]:
        """The components that nothing outside them leads to."""
        return [loop for loop in self.loops if not self._crossing(loop, self.predecessors)]

    @cached_property
    def sinks(self) -> list[list[int]]:
        """The components that lead to nothing outside them."""
        return [loop for loop in self.loops if not self._crossing(loop, self.successors)]

    def _crossing(self, loop: list[int], neighbours: list[list[int]]) -> bool:
        own = self.component[loop[0]]
        return any(self.component[other] != own for group in loop for other in neighbours[group])

    def has(self, group: int, kind: NodeKind) -> bool:
        """Tell whether a symbol of the kind is in the group."""
        return any(node.kind is kind for node in self.groups[group])

    @cached_property
    def capsules(self) -> list[int]:
        """The groups with a capsule."""
        return [group for group in range(len(self.groups)) if self.has(group, NodeKind.TERMINATOR)]

    @cached_property
    def starts(self) -> list[int]:
        """The capsules from which the flow comes: nothing leads to them but what they lead to."""
        heads = {group for loop in self.sources for group in loop}
        starts: list[int] = []
        for group in self.capsules:
            taken = any(self.component[group] == self.component[start] for start in starts)
            lonely = not self.successors[group] and group != 0
            if group in heads and not taken and not lonely:
                starts.append(group)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """The capsules that lead on to nothing."""
        return [
            group
            for group in self.capsules
            if not self.successors[group] and (group not in self.starts or len(self.groups) == 1)
        ]

    @cached_property
    def roots(self) -> list[int]:
        """Where reading begins: the starts, or the first symbol where no capsule starts the flow."""
        return self.starts or [0][: len(self.groups)]

    @cached_property
    def onward(self) -> list[list[int]]:
        """The successors without the arrows that close a loop: a graph without circles."""
        return [
            [following for following in targets if (group, following) not in self.turning]
            for group, targets in enumerate(self.successors)
        ]

    @cached_property
    def order(self) -> list[int]:
        """The groups such that every arrow of ``onward`` leads to a later one."""
        waiting = [0] * len(self.groups)
        for targets in self.onward:
            for target in targets:
                waiting[target] += 1
        order = [group for group, count in enumerate(waiting) if not count]
        for group in order:  # grows while it is read
            for target in self.onward[group]:
                waiting[target] -= 1
                if not waiting[target]:
                    order.append(target)
        return order

    @cached_property
    def behind(self) -> list[int]:
        """All that can be reached from each group along ``onward``, itself included, as a set of bits."""
        behind = [1 << group for group in range(len(self.groups))]
        for group in reversed(self.order):
            for target in self.onward[group]:
                behind[group] |= behind[target]
        return behind

    @cached_property
    def turning(self) -> set[tuple[int, int]]:
        """The arrows that close a loop."""
        return turns_back(self.successors, self.roots)


def _grouped(nodes: list[Node], edges: tuple[Edge, ...]) -> list[tuple[Node, ...]]:
    leader = {node.id: node.id for node in nodes}

    def lead(of: str) -> str:
        while leader[of] != of:
            leader[of] = of = leader[leader[of]]
        return of

    step = {node.id: node.step for node in nodes}
    for edge in edges:
        if edge.joint and edge.source in leader and step[edge.source] == step.get(edge.target):
            leader[lead(edge.target)] = lead(edge.source)
    members: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        members[lead(node.id)].append(node)
    return [tuple(group) for group in members.values()]
