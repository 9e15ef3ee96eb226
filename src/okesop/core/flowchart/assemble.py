"""From places to the drawing: boxes, arrows with their labels, row bands and columns, in points."""

from dataclasses import dataclass, replace
from itertools import pairwise

from okesop.core.flowchart.drawing import Arrow, Box, Label, Page, Point, RowBand
from okesop.core.flowchart.grid import Band
from okesop.core.flowchart.labelling import BranchLabel, LabelSpot
from okesop.core.flowchart.plan import Plan
from okesop.core.flowchart.ports import Port
from okesop.core.flowchart.scene import Scene, Symbol
from okesop.core.flowchart.traffic import Piece, Traffic


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of a page stands."""

    traffic: Traffic
    pieces: dict[int, list[Piece]]
    labels: list[LabelSpot]
    branches: list[BranchLabel]
    across: Plan
    down: Plan

    @property
    def scene(self) -> Scene:
        """What the page shows."""
        return self.traffic.lattice.scene


def page_of(places: Places, paper: tuple[float, float]) -> Page:
    """Return the page; one that is taller than the paper gets as tall as its rows."""
    scene, down, across = places.scene, places.down, places.across
    rows = tuple(
        RowBand(band.row, start, end, band.offset)
        for band, (start, end) in zip(scene.bands, pairwise(down.borders), strict=True)
    )
    columns = tuple(Band(start, end) for start, end in pairwise(across.borders))
    labels = {spot.line: _label(places, spot) for spot in places.labels}
    labels.update((branch.line, _branch_label(places, branch)) for branch in places.branches)
    return Page(
        width=paper[0],
        height=paper[1],
        rows=rows,
        columns=columns,
        boxes=tuple(_box(places, symbol) for symbol in scene.symbols),
        arrows=tuple(
            Arrow(
                scene.symbols[line.source].id,
                scene.symbols[line.target].id,
                _points(places, index),
                labels.get(index),
                line.head,
            )
            for index, line in enumerate(scene.lines)
            if index in places.traffic.routes
        ),
    )


def _box(places: Places, symbol: Symbol) -> Box:
    half = places.scene.measures.width / 2
    if symbol.is_drawn_connector:
        half = symbol.height / 2
    left, right = places.across.extent(symbol, half)
    return Box(
        id=symbol.id,
        row=places.scene.slots[symbol.slot],
        column=symbol.first,
        x=left,
        y=places.down.middles[symbol.slot] - symbol.height / 2,
        width=right - left,
        height=symbol.height,
        kind=symbol.kind,
        span=(symbol.first, symbol.last) if symbol.first != symbol.last else None,
        link=symbol.link,
    )


def _points(places: Places, index: int) -> tuple[Point, ...]:
    """Return a line's corners: where its level and upright pieces meet, and its two ends."""
    route = places.traffic.routes[index]
    line = places.traffic.lines[index]
    pieces = places.pieces[index]
    key = [(index, number) for number in range(len(pieces))]
    along = [
        places.down.pieces[one] if piece.level else places.across.pieces[one]
        for one, piece in zip(key, pieces, strict=True)
    ]
    source, target = (places.scene.symbols[end] for end in (line.source, line.target))
    points = [_end(places, source, route.leave, along[0])]
    for (one, place), (_, other) in pairwise(zip(pieces, along, strict=True)):
        points.append((other, place) if one.level else (place, other))
    points.append(_end(places, target, route.arrive, along[-1]))
    return tuple(points)


def _end(places: Places, symbol: Symbol, port: Port, along: float) -> Point:
    box = _box(places, symbol)
    step_x, step_y = port.way.value
    if port.level:
        return (box.x if step_x < 0 else box.x + box.width), along
    return along, (box.y if step_y < 0 else box.y + box.height)


def _label(places: Places, spot: LabelSpot) -> Label:
    return Label(
        text=spot.text.text,
        lines=spot.text.lines,
        x=places.across.label_middle(spot, places.scene.symbols[spot.symbol]) + spot.x,
        y=places.down.middles[spot.slot] + spot.y,
        width=spot.text.width,
        height=spot.text.height,
        type_size=places.scene.measures.type_size,
    )


def _branch_label(places: Places, branch: BranchLabel) -> Label:
    trunk, leg = (branch.line, branch.trunk), (branch.line, branch.branch)
    upright, level = (trunk, leg) if branch.along[0] else (leg, trunk)
    x, y = branch.box()
    return Label(
        text=branch.text.text,
        lines=branch.text.lines,
        x=places.across.pieces[upright] + x,
        y=places.down.pieces[level] + y,
        width=branch.text.width,
        height=branch.text.height,
        type_size=places.scene.measures.type_size,
    )


def numbered(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Give the connectors their numbers, in reading order, and names that no symbol of the chart has."""
    numbers: dict[str, str] = {}
    taken = {box.id for page in pages for box in page.boxes if box.link is None}
    return tuple(_with_numbers(page, place, numbers, taken) for place, page in enumerate(pages))


def _with_numbers(page: Page, place: int, numbers: dict[str, str], taken: set[str]) -> Page:
    names: dict[str, str] = {}
    boxes = []
    for box in page.boxes:
        if box.link is None:
            boxes.append(box)
            continue
        number = numbers.setdefault(box.link, str(len(numbers) + 1))
        name = f"connector-{number}-{place + 1}"
        while name in taken:
            name += "'"
        names[box.id] = name
        boxes.append(replace(box, id=name, link=number, text=number))
    drawn = {box.id for box in page.boxes if box.link is not None}
    arrows = tuple(
        replace(
            arrow,
            source=names[arrow.source] if arrow.source in drawn else arrow.source,
            target=names[arrow.target] if arrow.target in drawn else arrow.target,
        )
        for arrow in page.arrows
    )
    return replace(page, boxes=tuple(boxes), arrows=arrows)
