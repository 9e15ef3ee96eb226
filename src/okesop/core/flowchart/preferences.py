"""What a reader expects: the price of each port for each line, where a bend costs twelve."""

from collections.abc import Sequence

from okesop.core.document import NodeKind, Side
from okesop.core.flowchart.ports import WAY_OF, Port, Way
from okesop.core.flowchart.scene import Line, Scene, Symbol

BEND = 12
CROSSING = 40
OUTER_PORT = 3
MIXED = 6  # an arrow head and a way out on one side of a symbol: the worst that an eye meets
_AGAINST_PIN = 200

Prices = dict[Way, int]


class Preferences:
    """Prices for the ends of one line, after where its symbols stand to each other."""

    def __init__(self, scene: Scene, line: Line, ports: Sequence[tuple[Port, ...]]) -> None:
        """Look where the target lies from the source."""
        self.source = scene.symbols[line.source]
        self.target = scene.symbols[line.target]
        self.line = line
        self.answers_down = all(
            scene.symbols[other.target].slot > self.source.slot
            for other in scene.lines
            if other.goes_on and other.source == line.source
        )
        self.down = _sign(self.target.slot - self.source.slot)
        self.across = _across(self.source, self.target)
        self.leaving_by = _by_port(self._leaving(), ports[line.source])
        self.arriving_by = _by_port(self._arriving(), ports[line.target])
        self.floor = BEND if self.down and self.across else 0
        self.least = self._bends() + min(self.leaving_by.values()) + min(self.arriving_by.values())

    def _bends(self) -> int:
        if self.across or self.down > 0:
            return self.floor
        return 2 * BEND

    def _leaving(self) -> Prices:
        if self.line.leave or self.line.side:
            pinned = WAY_OF[self.line.leave or self.line.side]  # type: ignore[index]
            return {way: 0 if way is pinned else _AGAINST_PIN for way in Way}
        if not self.line.head:
            return self._joint(out=True)
        if self.source.is_drawn_connector:
            return self._connector_out()
        if self.source.kind is NodeKind.DECISION:
            return self._decision_out()
        bottom = 0 if self.down > 0 else 2 if self.down == 0 else 3
        up = 6 if self.down < 0 else 9
        level = 1 if self.down < 0 else 2
        return {Way.DOWN: bottom, Way.UP: up, **self._sides(0, level, 4, self.across)}

    def _decision_out(self) -> Prices:
        if self.line.goes_on:
            return {Way.DOWN: 0, Way.UP: 9, **self._sides(2, 3, 4, self.across)}
        bottom = (4 if self.answers_down else 0) if self.down > 0 else 6
        level = 0 if self.answers_down else 2
        return {Way.DOWN: bottom, Way.UP: 8, **self._sides(0, level, 2, self.across)}

    def _connector_out(self) -> Prices:
        ahead, back = (Way.DOWN, Way.UP) if self.down >= 0 else (Way.UP, Way.DOWN)
        return {ahead: 0, back: 9, **self._sides(1, 2, 3, self.across)}

    def _arriving(self) -> Prices:
        if self.line.side and self.line.side is not Side.BOTTOM:
            pinned = WAY_OF[self.line.side]
            return {way: 0 if way in {pinned, Way.UP} else _AGAINST_PIN for way in Way}
        if not self.line.head:
            return self._joint(out=False)
        pointed = self.target.kind is NodeKind.DECISION
        below = self.down < 0
        facing = (3 if pointed else 1) if self.down else 0
        bottom = 8 if not below else 6 if pointed else 3
        if self.target.is_drawn_connector and below:
            return {Way.UP: 6, Way.DOWN: 0, **self._sides(1, 1, 3, -self.across)}
        return {
            Way.UP: int(below),
            Way.DOWN: bottom,
            **self._sides(facing, 1 + pointed, 3, -self.across),
        }

    def _joint(self, *, out: bool) -> Prices:
        across = self.across if out else -self.across
        return {Way.DOWN: 6, Way.UP: 8, **self._sides(0, 2, 8, across)}

    @staticmethod
    def _sides(toward: int, level: int, away: int, across: int) -> Prices:
        if not across:
            return {Way.LEFT: level, Way.RIGHT: level}
        left, right = (away, toward) if across > 0 else (toward, away)
        return {Way.LEFT: left, Way.RIGHT: right}


def _by_port(prices: Prices, ports: tuple[Port, ...]) -> dict[Port, int]:
    return {port: prices[port.way] + OUTER_PORT * abs(port.shift) + port.off for port in ports}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _across(source: Symbol, target: Symbol) -> int:
    if source.first > target.last:
        return -1
    return 1 if source.last < target.first else 0
