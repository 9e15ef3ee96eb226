"""Finding one line's way through the traffic: where it may begin, where it may end, what it may cross.

A line begins at a free port, or splits off another unlabelled line of its source; it ends at a free port, or
joins a line with the same target. It never joins where a third line runs, so that no junction reads as
something that is not meant. Ways are looked for in a window around both symbols that is widened while a
better way may lie outside.
"""

import itertools
from dataclasses import dataclass, field

from okesop.core.document import NodeKind
from okesop.core.flowchart.corners import direction, since, until
from okesop.core.flowchart.ground import Field, Goal, Seed
from okesop.core.flowchart.lattice import Lattice
from okesop.core.flowchart.ports import Port, Way, label_points, ports_of, spot
from okesop.core.flowchart.preferences import BEND, CROSSING, MIXED, Preferences
from okesop.core.flowchart.search import find
from okesop.core.flowchart.sharing import USUAL, Sharing
from okesop.core.flowchart.trace import bits
from okesop.core.flowchart.traffic import Corner, Piece, Route, Traffic, corners_of

PER_POINT = 0.12
_JOIN, _SPLIT, _SPLIT_DECISION = 4, 6, 24
_MARGINS = (0, 1, 3, 1000)
_ROWS_BEYOND = 14
_GOOD_ENOUGH = (18.5, 40.0, 90.0, 0.0)
_WAY_OUT = (0, 4, 10, 30)
_DETOUR, _DETOUR_FACTOR, _DETOUR_FREE, _DETOUR_PER_POINT = 14.0, 2.3, 50.0, 0.2
_NO_BOUND = 10**6
_FEW = 3
_OUT_OF_ITSELF = (Way.RIGHT, Way.DOWN)  # a line from a symbol to itself arrives by the others

Branch = tuple[Corner, Corner, Corner]


@dataclass(slots=True)
class _Ends:
    """Where a line may begin and end on this lattice."""

    seeds: dict[Seed, int] = field(default_factory=dict)
    leaves: dict[Seed, tuple[Port, int]] = field(default_factory=dict)
    splits: dict[Seed, tuple[int, Branch]] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    arrives: dict[Seed, Port] = field(default_factory=dict)
    joins: list[tuple[int, int]] = field(default_factory=list)
    uncrossable: int = 0
    labels: int = 0


class Pathfinder:
    """Finds ways for the lines of a lattice, one at a time."""

    def __init__(self, lattice: Lattice, traffic: Traffic, preferences: list[Preferences]) -> None:
        """Look for ways on ``lattice`` between the routes of ``traffic``."""
        self.lattice, self.traffic, self.preferences = lattice, traffic, preferences
        self.symbols = lattice.scene.symbols
        self.masks: dict[tuple[int, int], int] = {}
        self.work = 0
        self.ports = [
            [(port, lattice.point(*spot(lattice, symbol, port))) for port in ports_of(symbol)]
            for symbol in self.symbols
        ]

    def route(
        self, index: int, bound: float = _NO_BOUND, sharing: Sharing = USUAL
    ) -> Route | None:
        """Return the best route for a line that costs less than ``bound``, or None."""
        if bound <= self.preferences[index].floor:
            return None
        ends = self._ends(index, sharing)
        if not ends.seeds or not ends.goals:
            return None
        best: Route | None = None
        floor = min(ends.seeds.values()) + min(goal.price for goal in ends.goals)
        for margin, enough, way_out in zip(_MARGINS, _GOOD_ENOUGH, _WAY_OUT, strict=True):
            if bound - way_out <= floor:
                break
            found = self._route_within(index, ends, (margin, way_out), bound)
            if found is not None:
                best, bound = found
            if best is not None and bound <= enough:
                break
        return best

    def _route_within(
        self, index: int, ends: _Ends, beyond: tuple[int, int], bound: float
    ) -> tuple[Route, float] | None:
        margin, way_out = beyond
        line, lattice = self.traffic.lines[index], self.lattice
        source, target = self.symbols[line.source], self.symbols[line.target]
        first = max(min(source.first, target.first) - margin, 0)
        last = min(max(source.last, target.last) + margin, len(lattice.scene.columns) - 1)
        above = max(min(source.slot, target.slot) - min(margin, _ROWS_BEYOND), 0)
        below = min(
            max(source.slot, target.slot) + min(margin, _ROWS_BEYOND), len(lattice.scene.slots) - 1
        )
        low, rows = lattice.window(above, below)
        shift = low * lattice.stride
        ground = self._ground(ends, (first, last), (low, rows))
        seeds = {
            (point - shift, level): price
            for (point, level), price in ends.seeds.items()
            if 0 <= point - shift < rows * lattice.stride
        }
        window = (1 << (rows * lattice.stride)) - 1
        goals = [
            Goal(goal.price, goal.level >> shift & window, goal.upright >> shift & window)
            for goal in ends.goals
        ]
        limit = int(min(bound, _NO_BOUND)) + 1 - way_out
        self.work += rows * lattice.stride
        way = find(ground, seeds, goals, limit)
        if way is None:
            return None
        points = [divmod(point + shift, lattice.stride)[::-1] for point in way.points]
        return self._finish(index, ends, points, bound)

    def _ground(self, ends: _Ends, columns: tuple[int, int], rows: tuple[int, int]) -> Field:
        lattice, traffic = self.lattice, self.traffic
        if columns not in self.masks:
            self.masks[columns] = lattice.columns_mask(*columns)
        low, count = rows
        shift, window = low * lattice.stride, (1 << (count * lattice.stride)) - 1
        allowed = self.masks[columns] & window
        level, upright = traffic.level >> shift & window, traffic.upright >> shift & window
        solid = (lattice.symbols | traffic.labels | ends.labels) >> shift & window
        closed = solid | (ends.uncrossable >> shift & window)
        return Field(
            free=allowed & ~(level | upright | solid),
            cross_level=allowed & upright & ~level & ~closed,
            cross_upright=allowed & level & ~upright & ~closed,
            stride=lattice.stride,
            rows=count,
            place_x=lattice.place_x,
            place_y=lattice.place_y[low : low + count],
        )

    # where to begin

    def _ends(self, index: int, sharing: Sharing) -> _Ends:
        ends, forced = _Ends(), sharing.forced
        self._leave_by_ports(index, ends, forced=forced)
        if sharing.split:
            self._split(index, ends, forced=forced)
        self._arrive_by_ports(index, ends, forced=forced)
        if sharing.join:
            self._join(index, ends, forced=forced)
        return ends

    def _leave_by_ports(self, index: int, ends: _Ends, *, forced: bool) -> None:
        line, traffic = self.traffic.lines[index], self.traffic
        used = traffic.used_ports(line.source)
        ports = [one for one in self.ports[line.source] if one[0] not in used]
        waiting = traffic.into[line.source]
        reserved = bool(waiting) and not any(other in traffic.routes for other in waiting)
        if len(ports) <= int(reserved) and not forced:
            return
        for port, point in ports:
            if line.source == line.target and port.way not in _OUT_OF_ITSELF:
                continue
            side, price, points = self._label_at(index, port)
            if line.label and not side:
                continue
            ends.labels |= points
            seed = (point, port.level)
            ends.seeds[seed] = self._leaving(index, port) + price
            ends.leaves[seed] = (port, side)

    def _label_at(self, index: int, port: Port) -> tuple[int, int, int]:
        """Return the free side for the label at a port (0 for none), the price of that side, its points."""
        line, traffic = self.traffic.lines[index], self.traffic
        if line.label is None:
            return 0, 0, 0
        busy = traffic.level | traffic.upright | traffic.labels | self.lattice.symbols
        first = -1 if port.level else 1
        for price, side in enumerate((port.shift,) if port.shift else (first, -first)):
            points = label_points(self.lattice, line, port, side)
            if not points & busy:
                return side, price, points
        return 0, 0, 0

    def _split(self, index: int, ends: _Ends, *, forced: bool) -> None:
        traffic, line = self.traffic, self.traffic.lines[index]
        kin = [
            other
            for other in traffic.out_of[line.source]
            if self._may_split(other, index, forced=forced)
        ]
        family = [traffic.routes[other] for other in kin]
        for route in family:
            ends.uncrossable |= route.level | route.upright
        decision = self.symbols[line.source].kind is NodeKind.DECISION
        for other, route in zip(kin, family, strict=True):
            pure = self._pure(family, traffic.into[traffic.lines[other].target], line.source)
            price = _SPLIT_DECISION if decision else _SPLIT
            for number, piece in enumerate(traffic.pieces(route)[:3]):
                own = piece.points & pure
                if line.label is not None and number:
                    own &= ~(1 << self.lattice.point(*piece.start))
                self._seed_splits(
                    ends, (other, piece, own), price, labelled=line.label is not None
                )
                price += BEND

    def _seed_splits(
        self, ends: _Ends, trunk: tuple[int, Piece, int], price: int, *, labelled: bool
    ) -> None:
        """Seed the points beside a piece; where a label is needed, only those with room for it."""
        other, piece, points = trunk
        lattice = self.lattice
        busy = self.traffic.level | self.traffic.upright | self.traffic.labels | lattice.symbols
        came = direction(piece.start, piece.end) if piece.start != piece.end else None
        if came is None:
            return
        sides = ((0, -1), (0, 1)) if piece.level else ((-1, 0), (1, 0))
        for along in sides:
            step = along[1] * lattice.stride + along[0]
            beside = points << step if step > 0 else points >> -step
            beside &= lattice.everything & ~busy
            for point in bits(beside):
                y, x = divmod(point - step, lattice.stride)
                turn = (along[0] - came[0], along[1] - came[1])
                if labelled and not self._has_room((x, y), turn, busy):
                    continue
                seed = (point, not piece.level)
                if seed not in ends.seeds:
                    ends.seeds[seed] = price
                    ends.splits[seed] = (other, ((x, y), along, came))

    def _has_room(self, corner: Corner, turn: Corner, busy: int) -> bool:
        """Whether a label fits into the angle at a corner."""
        lattice = self.lattice
        if not lattice.holds(corner[0] + turn[0], corner[1] + turn[1]):
            return False
        return not busy & lattice.rectangle(*lattice.beside(corner, *turn))

    def _pure(self, family: list[Route], beside: list[int], symbol: int) -> int:
        """Points not used by lines that the family may not be read together with."""
        mixed = self.traffic.foreign(family)
        for other in beside:
            line = self.traffic.lines[other]
            if other in self.traffic.routes and symbol != line.source:
                mixed |= self.traffic.routes[other].level | self.traffic.routes[other].upright
        return ~mixed

    def _may_share(self, other: int, index: int, *, forced: bool) -> bool:
        if other == index or other not in self.traffic.routes:
            return False
        one, two = self.traffic.lines[other], self.traffic.lines[index]
        if forced:
            return True
        return one.head and two.head

    def _may_split(self, other: int, index: int, *, forced: bool) -> bool:
        if other == index or other not in self.traffic.routes:
            return False
        one, two = self.traffic.lines[other], self.traffic.lines[index]
        words = [line.label.text.casefold().split() if line.label else None for line in (one, two)]
        return forced or (one.head and two.head and words[0] == words[1])

    def _leaving(self, index: int, port: Port) -> int:
        """Price of leaving by a port; dearer beside an arrow head, where out and in read as one line."""
        source, routes = self.traffic.lines[index].source, self.traffic.routes
        beside = [routes[one].arrive.way for one in self._alone(source, out=False)]
        return self.preferences[index].leave(port) + MIXED * (port.way in beside)

    def _arriving(self, index: int, port: Port) -> int:
        target, routes = self.traffic.lines[index].target, self.traffic.routes
        beside = [routes[one].leave.way for one in self._alone(target, out=True)]
        return self.preferences[index].arrive(port) + MIXED * (port.way in beside)

    def _alone(self, symbol: int, *, out: bool) -> list[int]:
        """Return the routed lines out of or into a symbol that has sides enough for all of its lines."""
        into, out_of = self.traffic.into[symbol], self.traffic.out_of[symbol]
        if len(into) + len(out_of) > _FEW:
            return []
        return [one for one in (out_of if out else into) if one in self.traffic.routes]

    # where to end

    def _arrive_by_ports(self, index: int, ends: _Ends, *, forced: bool) -> None:
        traffic, line = self.traffic, self.traffic.lines[index]
        used = traffic.used_ports(line.target)
        ports = [one for one in self.ports[line.target] if one[0] not in used]
        mates = any(
            self._may_share(other, index, forced=False) for other in traffic.into[line.target]
        )
        waiting = sum(
            other not in traffic.routes and other != index for other in traffic.out_of[line.target]
        )
        if mates and len(ports) - 1 < waiting and not forced:
            return
        for port, point in ports:
            if line.source == line.target and port.way in _OUT_OF_ITSELF:
                continue
            price = self._arriving(index, port)
            level, upright = (1 << point, 0) if port.level else (0, 1 << point)
            ends.goals.append(Goal(price, level, upright))
            ends.arrives[point, port.level] = port

    def _join(self, index: int, ends: _Ends, *, forced: bool) -> None:
        traffic, line = self.traffic, self.traffic.lines[index]
        kin = [
            other
            for other in traffic.into[line.target]
            if self._may_share(other, index, forced=forced)
        ]
        family = [traffic.routes[other] for other in kin]
        for route in family:
            ends.uncrossable |= route.level | route.upright
        for other, route in zip(kin, family, strict=True):
            beside = traffic.out_of[traffic.lines[other].source]
            pure = self._pure(family, [one for one in beside if one not in kin], -1)
            crossed = traffic.crossed(other, route)
            price = _JOIN
            pieces = traffic.pieces(route)
            keep = 1 if traffic.lines[other].label is not None and len(pieces) > 1 else 0
            for piece in reversed(pieces[keep:]):
                points = piece.points & pure
                if points:
                    ends.goals.append(Goal(price, points, points))
                    ends.joins.append((other, points))
                price += BEND + CROSSING * (piece.points & crossed).bit_count()

    # what was found

    def _finish(
        self, index: int, ends: _Ends, points: list[Corner], bound: float
    ) -> tuple[Route, float] | None:
        leave, side, branch, before = self._beginning(index, ends, points)
        arrive, after = self._ending(ends, points)
        corners = corners_of([*before, *points, *after])
        price = self._price(index, corners, leave, arrive)
        price += (_SPLIT if before else 0) + (_JOIN if after else 0)
        route = self.traffic.spread(index, Route(corners, leave, arrive, side, price, branch))
        cost = price + CROSSING * self.traffic.crossed(index, route).bit_count()
        return (route, cost) if cost < bound - 0.01 else None

    def _beginning(
        self, index: int, ends: _Ends, points: list[Corner]
    ) -> tuple[Port, int, Branch | None, list[Corner]]:
        """Return the port, the label's side or branch, and what comes before the points found."""
        seed = self._seed_of(ends, self.lattice.point(*points[0]), points)
        if seed in ends.leaves:
            return (*ends.leaves[seed], None, [])
        number, branch = ends.splits[seed]
        trunk = self.traffic.routes[number]
        labelled = branch if self.traffic.lines[index].label is not None else None
        return trunk.leave, 0, labelled, [*until(trunk.corners, branch[0]), branch[0]]

    def _ending(self, ends: _Ends, points: list[Corner]) -> tuple[Port, list[Corner]]:
        """Return the port where the line ends, and what comes after the points found."""
        goal = self.lattice.point(*points[-1])
        level = points[-1][1] == points[-2][1]
        if (goal, level) in ends.arrives:
            return ends.arrives[goal, level], []
        joined = next(other for other, joins in ends.joins if joins >> goal & 1)
        route = self.traffic.routes[joined]
        return route.arrive, since(route.corners, points[-1])

    @staticmethod
    def _seed_of(ends: _Ends, start: int, points: list[Corner]) -> Seed:
        level = points[0][1] == points[1][1]
        return (start, level) if (start, level) in ends.seeds else (start, not level)

    def _price(self, index: int, corners: tuple[Corner, ...], leave: Port, arrive: Port) -> float:
        xs, ys = self.lattice.place_x, self.lattice.place_y
        length = sum(
            abs(xs[x1] - xs[x0]) + abs(ys[y1] - ys[y0])
            for (x0, y0), (x1, y1) in itertools.pairwise(corners)
        )
        (x0, y0), (x1, y1) = corners[0], corners[-1]
        direct = abs(xs[x1] - xs[x0]) + abs(ys[y1] - ys[y0])
        price = BEND * (len(corners) - 2) + self._leaving(index, leave)
        price += self._arriving(index, arrive)
        beyond = length - (_DETOUR_FACTOR * direct + _DETOUR_FREE)
        detour = _DETOUR + _DETOUR_PER_POINT * beyond if beyond > 0 else 0.0
        return price + PER_POINT * max(length - direct, 0.0) + detour
