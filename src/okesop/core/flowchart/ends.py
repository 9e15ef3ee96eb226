"""Where a line may begin and end: free ports, other lines of its source or its target, and what each costs.

A line begins at a free port, or splits off another line of its source with the same answer; it ends at a free
port, or joins a line with the same target. It never joins where a third line runs, so that no junction reads
as something that is not meant.
"""

from dataclasses import dataclass, field

from okesop.core.document import NodeKind
from okesop.core.flowchart.corners import direction
from okesop.core.flowchart.ground import Goals, Seed
from okesop.core.flowchart.lattice import Lattice
from okesop.core.flowchart.ports import Port, Way, label_points, spot
from okesop.core.flowchart.preferences import BEND, CROSSING, MIXED, Preferences
from okesop.core.flowchart.scene import Line
from okesop.core.flowchart.sharing import Sharing
from okesop.core.flowchart.trace import bits
from okesop.core.flowchart.traffic import Branch, Corner, Piece, Route, Traffic

JOIN, SPLIT, SPLIT_DECISION = 4, 6, 24
_FEW = 3
_OUT_OF_ITSELF = frozenset(
    {Way.RIGHT, Way.DOWN}
)  # a line from a symbol to itself arrives by the others


@dataclass(slots=True)
class Ends:
    """Where a line may begin and end on this lattice."""

    seeds: dict[Seed, int] = field(default_factory=dict)
    leaves: dict[Seed, tuple[Port, int]] = field(default_factory=dict)
    splits: dict[Seed, tuple[int, Branch]] = field(default_factory=dict)
    goals: Goals = field(default_factory=dict)
    arrives: dict[Seed, Port] = field(default_factory=dict)
    dues: dict[Port, int] = field(default_factory=dict)
    joins: list[tuple[int, int]] = field(default_factory=list)
    uncrossable: int = 0
    labels: int = 0

    def end_at(self, price: int, level: int, upright: int) -> None:
        """Let the way end at points, for a price."""
        known_level, known_upright = self.goals.get(price, (0, 0))
        self.goals[price] = known_level | level, known_upright | upright


class Terminals:
    """Finds where the lines of a lattice may begin and end."""

    def __init__(self, lattice: Lattice, traffic: Traffic, preferences: list[Preferences]) -> None:
        """Look at the ports of ``lattice`` between the routes of ``traffic``."""
        self.lattice, self.traffic, self.preferences = lattice, traffic, preferences
        self.symbols = lattice.scene.symbols
        self.places = [
            {port: lattice.point(*spot(lattice, symbol, port)) for port in ports}
            for symbol, ports in zip(self.symbols, traffic.ports, strict=True)
        ]

    def find(self, index: int, sharing: Sharing) -> Ends:
        """Return where a line may begin and end now."""
        ends, forced = Ends(), sharing.forced
        self._leave_by_ports(index, ends, forced=forced)
        if sharing.split:
            self._split(index, ends, forced=forced)
        self._arrive_by_ports(index, ends, forced=forced)
        if sharing.join:
            self._join(index, ends, forced=forced)
        return ends

    def _leave_by_ports(self, index: int, ends: Ends, *, forced: bool) -> None:
        line, traffic = self.traffic.lines[index], self.traffic
        used, places = traffic.used_ports(line.source), self.places[line.source]
        prices = self.preferences[index].leaving_by
        waiting = traffic.into[line.source]
        reserved = bool(waiting) and not any(other in traffic.routes for other in waiting)
        if len(places) - len(used) <= int(reserved) and not forced:
            return
        beside = self._ways_beside(line.source, out=False)
        for port, point in self._open_ports(line, used, out=True):
            side, price, points = self._label_at(index, port)
            if line.label and not side:
                continue
            ends.labels |= points
            seed = (point, port.level)
            ends.seeds[seed] = prices[port] + price + (MIXED if port.way in beside else 0)
            ends.leaves[seed] = (port, side)

    def _open_ports(self, line: Line, used: set[Port], *, out: bool) -> list[tuple[Port, int]]:
        """Return the free ports of a line's source (``out``) or target by which it may run, and their points."""
        symbol = line.source if out else line.target
        free = [place for place in self.places[symbol].items() if place[0] not in used]
        if line.source != line.target:
            return free
        leaving, arriving = _ways_around({port.way for port, _ in free})
        ways = leaving if out else arriving
        return [place for place in free if place[0].way in ways]

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

    def _split(self, index: int, ends: Ends, *, forced: bool) -> None:
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
            price = SPLIT_DECISION if decision else SPLIT
            for number, piece in enumerate(traffic.pieces(route)[:3]):
                own = piece.points & pure
                if line.label is not None and number:
                    own &= ~(1 << self.lattice.point(*piece.start))
                self._seed_splits(
                    ends, (other, piece, own), price, labelled=line.label is not None
                )
                price += BEND

    def _seed_splits(
        self, ends: Ends, trunk: tuple[int, Piece, int], price: int, *, labelled: bool
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
            turn = (along[0] - came[0], along[1] - came[1])
            if labelled:  # the point in the angle itself, for all at once
                into = came[1] * lattice.stride + came[0]
                beside &= ~(busy << into if into > 0 else busy >> -into)
            for point in bits(beside):
                y, x = divmod(point - step, lattice.stride)
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
        if busy & lattice.angle(corner, *turn):
            return False
        return not lattice.symbols & lattice.rectangle(*lattice.around(corner, *turn))

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
        if one.target == two.target:  # else it might split off and join at one point
            return False
        words = [line.label.text.casefold().split() if line.label else None for line in (one, two)]
        return forced or (one.head and two.head and words[0] == words[1])

    def _ways_beside(self, symbol: int, *, out: bool) -> tuple[Way, ...]:
        """Return the sides at which lines leave (``out``) or enter a symbol that has sides enough for all.

        An arrow head and a way out on one side read as one line, and cost more there.
        """
        traffic = self.traffic
        into, out_of = traffic.into[symbol], traffic.out_of[symbol]
        if len(into) + len(out_of) > _FEW:
            return ()
        routes = traffic.routes
        if out:
            return tuple(routes[one].leave.way for one in out_of if one in routes)
        return tuple(routes[one].arrive.way for one in into if one in routes)

    def mixed(self, index: int, leave: Port, arrive: Port) -> int:
        """Return the price of going out beside an arrow head, or in beside a way out."""
        line = self.traffic.lines[index]
        both = leave.way in self._ways_beside(line.source, out=False)
        return MIXED * (both + (arrive.way in self._ways_beside(line.target, out=True)))

    # where to end

    def _arrive_by_ports(self, index: int, ends: Ends, *, forced: bool) -> None:
        traffic, line = self.traffic, self.traffic.lines[index]
        used, places = traffic.used_ports(line.target), self.places[line.target]
        prices = self.preferences[index].arriving_by
        mates = any(
            self._may_share(other, index, forced=False) for other in traffic.into[line.target]
        )
        waiting = sum(
            other not in traffic.routes and other != index for other in traffic.out_of[line.target]
        )
        if mates and len(places) - len(used) - 1 < waiting and not forced:
            return
        beside = self._ways_beside(line.target, out=True)
        for port, point in self._open_ports(line, used, out=False):
            price = prices[port] + (MIXED if port.way in beside else 0)
            level, upright = (1 << point, 0) if port.level else (0, 1 << point)
            ends.end_at(price, level, upright)
            ends.arrives[point, port.level] = port
            ends.dues[port] = price

    def _join(self, index: int, ends: Ends, *, forced: bool) -> None:
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
            price = JOIN
            pieces = traffic.pieces(route)
            keep = 1 if traffic.lines[other].label is not None and len(pieces) > 1 else 0
            for piece in reversed(pieces[keep:]):
                points = piece.points & pure
                if points:
                    ends.end_at(price, points, points)
                    ends.joins.append((other, points))
                price += BEND + CROSSING * (piece.points & crossed).bit_count()


def _ways_around(free: set[Way]) -> tuple[set[Way], set[Way]]:
    """Return by which of the free sides a line from a symbol to itself may leave and may arrive, never both by one."""
    out, into = free & _OUT_OF_ITSELF, free - _OUT_OF_ITSELF
    if len(out) > 1 and not into:
        return {Way.RIGHT}, {Way.DOWN}
    if len(into) > 1 and not out:
        return {Way.UP}, {Way.LEFT}
    return out, into
