"""How long a procedure takes: along its longest way, its shortest, and by way of every answer.

Theory of operation. The groups of the flow are points, a row's time is paid on entering the row (neighbouring symbols
of one row pay once). Arrows that close a loop are left out of the ways, so that nothing repeats; what is left has no
circle, and one pass against the arrows finds for every point the longest and the shortest rest of the way, one pass
along them the longest and shortest way so far. No way is ever listed, so the cost is linear however many decisions
there are. Where several arrows leave a symbol that is no decision the branches run beside each other and the slowest
counts; a decision takes one of them. An answer that turns back is counted with the loop walked once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from okesop.core import duration
from okesop.core.amount import Amount
from okesop.core.document import Node, NodeKind, SopDocument
from okesop.core.duration import Duration
from okesop.core.flow import Flow
from okesop.core.text import Sentence

Way = tuple[Decimal, Amount]
"""A way by its weight, which orders ways, and its time."""

Pick = Callable[[Iterable[Way]], Way]

NOTHING: Way = (Decimal(0), Amount())


def _most(ways: Iterable[Way]) -> Way:
    return max(ways, key=itemgetter(0))


def _least(ways: Iterable[Way]) -> Way:
    return min(ways, key=itemgetter(0))


def _joined(first: Way, second: Way) -> Way:
    return (first[0] + second[0], first[1] + second[1]) if second[0] else first


@dataclass(frozen=True, slots=True)
class AnswerTotal:
    """The whole procedure by way of one answer of a decision; ``repeats`` when it turns back once."""

    source: str
    target: str
    label: str | None
    shortest: Amount
    longest: Amount
    repeats: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """The times of a document. ``measured`` of ``steps`` rows have a time that counts; ``unmeasured`` are ids."""

    longest: Amount
    shortest: Amount
    measured: int
    steps: int
    unmeasured: tuple[str, ...]
    answers: tuple[AnswerTotal, ...]
    rates: tuple[str, ...]
    repeats: bool

    def written(self) -> Sentence:
        """The total that stands below the table: "1 jam 50 menit"."""
        if not self.measured:
            return Sentence("belum terukur", "not measured yet")
        return Sentence(self.longest.written(), _english(self.longest.written()))

    def note(self) -> Sentence:
        """What the total counts: "9 dari 10 langkah terukur, tanpa pengulangan"."""
        parts = [
            Sentence("{m} dari {s} langkah terukur", "{m} of {s} steps measured").filled(
                m=self.measured, s=self.steps
            )
        ]
        if self.shortest != self.longest and self.measured:
            short = self.shortest.written()
            parts.append(Sentence(f"tercepat {short}", f"{_english(short)} at the quickest"))
        if self.rates:
            parts.append(Sentence("dihitung per satuan", "counted for one of each rate"))
        if self.repeats:
            parts.append(Sentence("tanpa pengulangan", "without repetition"))
        return Sentence(", ".join(part.id for part in parts), ", ".join(part.en for part in parts))


_ENGLISH = (
    ("hari kerja", "working days"),
    ("tahun", "years"),
    ("bulan", "months"),
    ("minggu", "weeks"),
    ("hari", "days"),
    ("jam", "hours"),
    ("menit", "minutes"),
    ("detik", "seconds"),
)


def _english(text: str) -> str:
    for word, english in _ENGLISH:
        text = text.replace(f" {word}", f" {english}")
    words = text.split()
    singular = [
        word.removesuffix("s") if place and "1" in words[max(place - 2, 0) : place] else word
        for place, word in enumerate(words)
    ]
    return " ".join(singular)


class _Ways:
    """The ways through one flow, with the times of its rows at one end of their ranges."""

    def __init__(self, flow: Flow, times: dict[int, Amount], *, longest: bool) -> None:
        self.flow = flow
        self.time = [
            (times[row].weight, times[row]) if row in times else NOTHING for row in flow.rows
        ]
        self.pick: Pick = _most if longest else _least
        self.rest = self._rest()
        self.so_far = self._so_far()

    def pay(self, source: int, target: int) -> Way:
        """The time of entering ``target`` from ``source``: nothing inside one row."""
        rows = self.flow.rows
        return NOTHING if rows[source] == rows[target] else self.time[target]

    def _rest(self) -> dict[int, Way]:
        rest: dict[int, Way] = {}
        for group in reversed(self.flow.order):
            ways = [
                _joined(rest[on], self.pay(group, on))
                for on in self.flow.onward[group]
                if on in rest
            ]
            if ways:
                decides = self.flow.has(group, NodeKind.DECISION)
                rest[group] = (self.pick if decides else _most)(ways)
            elif not self.flow.successors[group]:
                rest[group] = NOTHING
        return rest

    def _so_far(self) -> dict[int, Way]:
        coming: dict[int, list[Way]] = {root: [self.time[root]] for root in self.flow.roots}
        so_far: dict[int, Way] = {}
        for group in self.flow.order:
            if group in coming:
                so_far[group] = self.pick(coming[group])
                for on in self.flow.onward[group]:
                    way = _joined(so_far[group], self.pay(group, on))
                    coming.setdefault(on, []).append(way)
        return so_far

    def total(self) -> Amount:
        """The whole way from the starts to the ends."""
        ways = [_joined(self.time[r], self.rest[r]) for r in self.flow.roots if r in self.rest]
        return (self.pick(ways) if ways else _most([NOTHING, *self.so_far.values()]))[1]

    def through(self, source: int, target: int) -> Amount | None:
        """The whole way by one arrow, or None when the arrow is on no way."""
        if source in self.so_far and target in self.rest:
            way = _joined(self.so_far[source], self.pay(source, target))
            return _joined(way, self.rest[target])[1]
        return None


def _sequence(times: Iterable[Amount]) -> Amount:
    return sum(times, Amount())


def _answers(flow: Flow, long: _Ways, short: _Ways) -> Iterable[AnswerTotal]:
    deciders: dict[str, Node] = {
        node.id: node
        for members in flow.groups
        for node in members
        if node.kind is NodeKind.DECISION
    }
    for source, target, edge in flow.edges:
        if edge.source in deciders:
            longest, shortest = long.through(source, target), short.through(source, target)
            if longest is not None and shortest is not None:
                repeats = (source, target) in flow.turning
                yield AnswerTotal(edge.source, edge.target, edge.label, shortest, longest, repeats)


def totals(document: SopDocument, flow: Flow | None = None) -> Totals:
    """Add up the times of a document. Without any symbol the rows follow each other."""
    flow = flow or Flow.of(document)
    read = [duration.parse(step.time) for step in document.steps]
    times = {row: time for row, time in enumerate(read) if isinstance(time, Duration)}
    high = {row: time.longest for row, time in times.items()}
    low = {row: time.shortest for row, time in times.items()}
    answers: tuple[AnswerTotal, ...] = ()
    if flow.groups:
        long, short = _Ways(flow, high, longest=True), _Ways(flow, low, longest=False)
        longest, shortest = long.total(), short.total()
        answers = tuple(_answers(flow, long, short))
    else:
        longest, shortest = _sequence(high.values()), _sequence(low.values())
    return Totals(
        longest=longest,
        shortest=shortest,
        measured=len(times),
        steps=len(document.steps),
        unmeasured=tuple(step.id for row, step in enumerate(document.steps) if row not in times),
        answers=answers,
        rates=tuple(dict.fromkeys(time.per for time in times.values() if time.per)),
        repeats=bool(flow.turning),
    )


def longest(document: SopDocument, flow: Flow) -> Amount:
    """Add up the longest way only."""
    read = [duration.parse(step.time) for step in document.steps]
    high = {row: time.longest for row, time in enumerate(read) if isinstance(time, Duration)}
    return _Ways(flow, high, longest=True).total() if flow.groups else _sequence(high.values())


def exceeds(total: Amount, promise: Amount) -> bool:
    """Tell whether a total is certainly longer than what was promised (MB-10)."""
    return total.least_weight > promise.weight
