"""Making the routed lines of a page cheaper: taking lines up and routing them again, where that can gain.

Theory of operation. Three moves, on the dearest lines first:
one line alone, when what is around it changed since it was routed;
one line to the way that it would have if it were alone, the lines that are there to new ways around it
(ejection, as in rip-up and re-route of printed circuits);
two lines in the other order, those that cross and, on pages small enough, those that want the same ports.
A move is kept only when the price of all that it touched falls. A line that costs hardly more than if it were
alone is left in peace, and so is one around which nothing changed: most searches are saved by not making them.
"""

from okesop.core.flowchart.pathfinder import Pathfinder
from okesop.core.flowchart.preferences import CROSSING
from okesop.core.flowchart.traffic import Route, Traffic

_CHEAP = 3.0  # a line this much above its least price is not taken up alone
_DEAR = 6.0  # nor with others
_SAME = 0.01
_ASIDE = 5
_WORK = 4_000_000  # points looked at in the round over all lines
_RIVAL_WORK = 800_000
_RIVAL_ROUNDS = 2


class Improver:
    """Improves the routes of one lattice."""

    def __init__(self, finder: Pathfinder, rank: dict[int, int]) -> None:
        """Work with a finder on its traffic; ``rank`` is each line's turn when several are routed anew."""
        self.finder, self.traffic, self.rank = finder, finder.traffic, rank
        self.lines = finder.traffic.lines
        self.start = finder.work
        self.most = _WORK
        self.clock = 0
        self.freed = 0
        self.changed = dict.fromkeys(self.traffic.routes, 0)
        self.seen: dict[int, int] = {}
        self.paid: dict[int, float] = {}
        self.least: dict[int, int] = {}
        self.pushed: dict[int, tuple[int, list[int]]] = {}
        self.tried: dict[tuple[int, int], int] = {}
        self.ideals: dict[int, Route | None] = {}
        self.alone: Pathfinder | None = None

    def run(self) -> None:
        """Improve until nothing gets better or the effort is spent."""
        for index in sorted(self.traffic.routes, key=self.rank.__getitem__):
            self._note(index)
        self._round(rivals=False)
        self.most = _RIVAL_WORK
        for _ in range(_RIVAL_ROUNDS):
            if not self._round(rivals=True):
                break

    def _round(self, *, rivals: bool) -> bool:
        better = False
        costs = {index: self._cost(index) for index in self.traffic.routes}
        order = sorted(costs, key=lambda one: (-costs[one], one))
        for index in order:
            if self._may_search() and self._again(index):
                better = True
        for index in order:
            if self._above_least(index) > _DEAR and (
                self._push_aside(index) or self._swap_any(index, rivals=rivals)
            ):
                better = True
        return better

    def _may_search(self) -> bool:
        return self.finder.work - self.start < self.most

    def _cost(self, index: int) -> float:
        return self.traffic.cost(index, CROSSING)

    def _above_least(self, index: int) -> float:
        """How much dearer a line is than if it were alone."""
        cost = self._cost(index)
        if index not in self.least:
            rough = cost - self.finder.preferences[index].least
            if rough <= _CHEAP:
                return rough
            self.least[index] = self.finder.least(index)
        return cost - self.least[index]

    def _note(self, *indices: int) -> None:
        self.clock += 1
        for index in indices:
            self.changed[index] = self.clock
            self.paid[index] = self._cost(index)

    # one line

    def _again(self, index: int) -> bool:
        """Route a line again."""
        if not self._is_stale(index) or self._above_least(index) <= _CHEAP:
            return False
        cost = self._cost(index)
        self.seen[index], self.paid[index] = self.clock, cost
        old = self.traffic.remove(index)
        new = self.finder.route(index, cost)
        self.traffic.restore(index, new or old)
        return new is not None and self._keep(index)

    def _is_stale(self, index: int) -> bool:
        """Whether something changed since a line was looked at that may give it a better way."""
        seen = self.seen.get(index, self.changed[index])
        if seen < self.freed or self._cost(index) > self.paid[index] + _SAME:
            return True
        line, traffic = self.lines[index], self.traffic
        kin = (*traffic.out_of[line.source], *traffic.into[line.target])
        return any(self.changed.get(other, 0) > seen for other in kin)

    def _keep(self, *indices: int) -> bool:
        self._note(*indices)
        self.freed = self.clock
        return True

    # one line, others aside

    def _push_aside(self, index: int) -> bool:
        """Give a dear line the way it would have alone, and the lines that were there new ways."""
        ideal = self._ideal(index)
        if ideal is None or not self._may_search():
            return False
        others = self._clashing(index, ideal)
        if not 0 < len(others) <= _ASIDE or self.pushed.get(index) == (self.freed, others):
            return False
        self.pushed[index] = self.freed, others
        return self._rearrange(index, ideal, sorted(others, key=self.rank.__getitem__))

    def _rearrange(self, index: int, ideal: Route, others: list[int]) -> bool:
        """Place a line and then others; undo it all unless the whole gets cheaper."""
        traffic = self.traffic
        paid, old = {}, {}
        for one in (index, *others):
            paid[one] = self._cost(one)
            old[one] = traffic.remove(one)
        traffic.restore(index, ideal)
        placed = [index]
        spare = paid[index] - self._cost(index)  # what the others may cost more than they did
        for one in others:
            route = self.finder.route(one, paid[one] + spare)
            if route is None:
                break
            traffic.restore(one, route)
            placed.append(one)
            spare += paid[one] - self._cost(one)
        if len(placed) == len(old) and spare > _SAME:
            return self._keep(*placed)
        for one in reversed(placed):
            traffic.remove(one)
        for one, route in old.items():
            traffic.restore(one, route)
        return False

    def _ideal(self, index: int) -> Route | None:
        """Return the way of a line if no other line were there."""
        if index not in self.ideals:
            if self.alone is None:
                empty = Traffic(self.traffic.lattice, self.lines, self.traffic.ports)
                self.alone = Pathfinder(empty.lattice, empty, self.finder.preferences)
            self.ideals[index] = self.alone.route(index)
        return self.ideals[index]

    def _clashing(self, index: int, route: Route) -> list[int]:
        """Return the lines beside which a way for a line cannot be drawn."""
        points, ends = route.level | route.upright | route.label, (route.leave, route.arrive)
        return [
            other
            for other, its in self.traffic.routes.items()
            if other != index
            and (
                its.leave in ends
                or its.arrive in ends
                or (
                    points & (its.level | its.upright | its.label)
                    and self._clash(index, route, other)
                )
            )
        ]

    def _clash(self, index: int, route: Route, other: int) -> bool:
        """Whether a way for a line that touches another's cannot be drawn beside it."""
        its = self.traffic.routes[other]
        arms, its_arms = route.level | route.upright, its.level | its.upright
        over = (route.level & its.level) | (route.upright & its.upright)
        if over | (route.label & (its_arms | its.label)) | (its.label & arms):
            return True
        met = arms & its_arms
        if not met:
            return False
        one, two = self.lines[index], self.lines[other]
        bends = (route.level & route.upright) | (its.level & its.upright)
        return bool(met & bends) or one.source == two.source or one.target == two.target

    # two lines

    def _swap_any(self, index: int, *, rivals: bool) -> bool:
        """Try a dear line together with each that it crosses, or (``rivals``) that shares a symbol with it."""
        line = self.lines[index]
        near = {line.source, line.target}
        crossed = self.traffic.crossed(index, self.traffic.routes[index])
        for other in sorted(self.traffic.routes):
            if other == index or not self._may_search():
                continue
            ends = self.lines[other]
            is_rival = rivals and (ends.source in near or ends.target in near)
            if not is_rival and not self._crosses(other, crossed):
                continue
            last = max(self.changed[index], self.changed[other])
            if self.tried.get((index, other), -1) >= last:
                continue
            if self._swap(index, other):
                return True
            self.tried[index, other] = self.clock
        return False

    def _crosses(self, other: int, points: int) -> bool:
        route = self.traffic.routes[other]
        return bool((route.level | route.upright) & points)

    def _swap(self, one: int, two: int) -> bool:
        """Route two lines again, first the one, then the other way round; keep them if they get cheaper."""
        traffic = self.traffic
        costs = {index: self._cost(index) for index in (one, two)}
        gains = {index: self._above_least(index) for index in (one, two)}
        old_one = traffic.remove(one)
        whole = costs[one] + self._cost(two)  # what they cross of each other counts once
        old_two = traffic.remove(two)
        for first, second in ((two, one), (one, two)):
            if gains[first] > _CHEAP and self._place_both(first, second, costs[first], whole):
                return self._keep(one, two)
        traffic.restore(one, old_one)
        traffic.restore(two, old_two)
        return False

    def _place_both(self, first: int, second: int, dearest: float, bound: float) -> bool:
        """Route two lines anew, the first for less than ``dearest``, both together for less than ``bound``."""
        least = self.least.get(second, self.finder.preferences[second].least)
        route = self.finder.route(first, min(dearest, bound - least))
        if route is None:
            return False
        self.traffic.restore(first, route)
        last = self.finder.route(second, bound - self._cost(first))
        if last is not None:
            self.traffic.restore(second, last)
            return True
        self.traffic.remove(first)
        return False
