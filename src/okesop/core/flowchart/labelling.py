"""Where the labels stand: rigidly beside a symbol's port, or in the angle where a line splits off another."""

from dataclasses import dataclass

from okesop.core.document import NodeKind
from okesop.core.flowchart.labels import LabelText
from okesop.core.flowchart.ports import Port, Way, is_tall, is_wide, spot
from okesop.core.flowchart.scene import Symbol
from okesop.core.flowchart.traffic import Corner, Traffic


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """A label's box from the middle of its port's column and slot."""

    line: int
    symbol: int
    column: int
    slot: int
    x: float
    y: float
    text: LabelText
    port: Port
    side: int


@dataclass(frozen=True, slots=True)
class BranchLabel:
    """The label of a line that splits off another: in the angle between the trunk and the branch.

    ``trunk`` and ``branch`` are the numbers of the line's pieces; ``along`` is the branch's direction, ``came``
    the trunk's; ``columns`` and ``rows`` are the lattice lines that it takes.
    """

    line: int
    trunk: int
    branch: int
    along: Corner
    came: Corner
    columns: tuple[int, int]
    rows: tuple[int, int]
    text: LabelText

    def box(self) -> tuple[float, float]:
        """Left upper corner of the label from the place where the branch leaves."""
        dx, dy = self.along[0] - self.came[0], self.along[1] - self.came[1]
        out, back = 2.4, 1.6
        gap_x, gap_y = (out, back) if self.along[0] else (back, out)
        x = gap_x if dx > 0 else -gap_x - self.text.width
        y = gap_y if dy > 0 else -gap_y - self.text.height
        return x, y


def label_spots(traffic: Traffic) -> list[LabelSpot]:
    """Return where each label stands beside its line's first leg."""
    scene = traffic.lattice.scene
    spots = []
    for index, route in traffic.routes.items():
        line = traffic.lines[index]
        if line.label is None or not route.label_side:
            continue
        symbol = scene.symbols[line.source]
        x, y = _label_offset(symbol, route.leave, route.label_side, line.label, traffic)
        column = route.leave.column
        spots.append(
            LabelSpot(
                index,
                line.source,
                column,
                symbol.slot,
                x,
                y,
                line.label,
                route.leave,
                route.label_side,
            )
        )
    return spots


def branch_labels(traffic: Traffic) -> list[BranchLabel]:
    """Return the labels of the lines that split off another."""
    labels = []
    for index, route in traffic.routes.items():
        text = traffic.lines[index].label
        if text is None or route.branch is None:
            continue
        corner, along, came = route.branch
        number = route.corners.index(corner)
        columns, rows = traffic.lattice.around(corner, along[0] - came[0], along[1] - came[1])
        labels.append(BranchLabel(index, number - 1, number, along, came, columns, rows, text))
    return labels


def _label_offset(
    symbol: Symbol, port: Port, side: int, text: LabelText, traffic: Traffic
) -> tuple[float, float]:
    measures = traffic.lattice.scene.measures
    half_w, half_h = symbol.half or measures.width / 2, symbol.height / 2
    pointed = symbol.kind is NodeKind.DECISION
    if port.level:
        y = port.shift * measures.third_y + (-1.5 - text.height if side < 0 else 1.5)
        out = half_w + (0.5 if pointed else 2.2)
        return (out if port.way is Way.RIGHT else -out - text.width), y
    x = port.shift * measures.third_x + (2.4 if side > 0 else -2.4 - text.width)
    out = half_h + (0.6 if pointed else 2.0)
    return x, (out if port.way is Way.DOWN else -out - text.height)


def label_cells(traffic: Traffic, label: LabelSpot) -> tuple[int, tuple[int, int]]:
    """Return the lattice column of a label at a port, and its first and last lattice row."""
    lattice = traffic.lattice
    symbol = lattice.scene.symbols[label.symbol]
    x, y = spot(lattice, symbol, label.port)
    step_x, step_y = label.port.way.value
    if not label.port.level:
        beside = y if is_wide(lattice, traffic.lines[label.line]) else y + step_y
        return x + label.side, (min(y + step_y, beside), max(y + step_y, beside))
    tall = is_tall(lattice, traffic.lines[label.line]) and label.port.shift == 0
    near = (
        0 if label.port.shift else 1
    )  # beside an outer port it still is as low as symbols of the row
    first, last = sorted((y + label.side * near, y + label.side * (2 if tall else 1)))
    return x + step_x, (first, last)
