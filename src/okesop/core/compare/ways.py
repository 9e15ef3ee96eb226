"""The flow of both documents as a reader sees it, so that what only follows the order of the rows is no change.

Theory of operation. A way out of a symbol leads **on** where the order of the rows explains it, else to a row (where it
arrives at the symbol that receives the row's flow), else to one symbol. Symbols that work together give as one. Two
ways are the same when their words agree and they lead to the same symbol, or to the same place in these terms: so a
step that is put between two others changes neither of them, and the leftmost of joint work may be another one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from okesop.core.document import Edge, SopDocument
from okesop.core.operations.chart import Chart
from okesop.core.operations.sequence import Ends

ON = ""
"""Where a way leads that the order of the rows explains."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: the line, the row it leaves, and where it leads (``ON``, a step, or a symbol)."""

    edge: Edge
    step: str
    leads: tuple[str, str]

    @property
    def is_onward(self) -> bool:
        """Whether the order of the rows explains it."""
        return self.leads == ("on", ON)


class Ways:
    """The ways out and the joint work of one document."""

    def __init__(self, document: SopDocument) -> None:
        self.document = document
        self.chart = Chart(document)
        self.rows = document.step_index()
        self.nodes = document.node_by_id()
        self.ends = Ends.of(self.chart)
        self.groups: dict[str, frozenset[str]] = {}
        for node in document.nodes:
            if node.id not in self.groups:
                members = frozenset(member.id for member in self.chart.group(node.id))
                self.groups |= dict.fromkeys(members, members)
        self._entries = {step: self._entry(step) for step in self.rows}
        self._explained = self.chart.explained()

    def ways(self) -> Iterator[Way]:
        """Yield every way out, in the document's order."""
        for edge in self.document.arrows():
            source, target = self.nodes.get(edge.source), self.nodes.get(edge.target)
            if source is not None and target is not None:
                yield Way(edge, source.step, self._leads(edge, source.step, target.step))

    def _leads(self, edge: Edge, here: str, there: str) -> tuple[str, str]:
        if edge in self._explained:
            return ("on", ON)
        if here != there and edge.target in self._entries.get(there, ()):
            return ("step", there)
        return ("node", edge.target)

    def _entry(self, step: str) -> frozenset[str]:
        entry = self.chart.entry(step)
        return self.groups[entry.id] if entry else frozenset()


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of the ways out of one symbol or joint work: those lost, those gained, those that kept their goal."""

    step: str
    sources: frozenset[str]
    lost: tuple[Way, ...]
    gained: tuple[Way, ...]
    pinned: tuple[tuple[Way, Way], ...]


def turns(old: Ways, new: Ways) -> Iterator[Turn]:
    """Yield what became of the ways out, by source."""
    before, after = _by_source(old, new), _by_source(new, old)
    for key in dict.fromkeys((*before, *after)):
        lost, gained, pinned = _matched(before.get(key, []), after.get(key, []))
        if lost or gained or pinned:
            ways = (*gained, *lost, *(way for pair in pinned for way in pair))
            sources = frozenset(way.edge.source for way in ways)
            yield Turn(ways[0].step, sources, tuple(lost), tuple(gained), tuple(pinned))


def _by_source(own: Ways, other: Ways) -> dict[object, list[Way]]:
    """Gather ways by their joint work where both documents have it, else by the row."""
    result: dict[object, list[Way]] = defaultdict(list)
    for way in own.ways():
        group = own.groups[way.edge.source]
        same = other.groups.get(way.edge.source) == group
        result[group if same else way.step].append(way)
    return result


def _matched(
    lost: list[Way], gained: list[Way]
) -> tuple[list[Way], list[Way], list[tuple[Way, Way]]]:
    """Take the ways out of both lists that stayed; those whose line was pinned elsewhere are told apart."""
    pinned: list[tuple[Way, Way]] = []
    for same in (_same_line, _same_goal):
        for way in list(lost):
            match = next((other for other in gained if same(way, other)), None)
            if match is not None:
                lost = _without(lost, way)
                gained = _without(gained, match)
                if (way.edge.leave, way.edge.side) != (match.edge.leave, match.edge.side):
                    pinned.append((way, match))
    return lost, gained, pinned


def _without(ways: Iterable[Way], gone: Way) -> list[Way]:
    return [way for way in ways if way is not gone]


def _same_line(one: Way, other: Way) -> bool:
    return (one.edge.source, one.edge.target, one.edge.label) == (
        other.edge.source,
        other.edge.target,
        other.edge.label,
    )


def _same_goal(one: Way, other: Way) -> bool:
    return (one.leads, one.edge.label) == (other.leads, other.edge.label)
