"""Two flowcharts side by side on the same rows, measured in CSS pixels, for a page that draws the table around them.

Each chart is laid out once into the rows that both need; then both are put on the higher of the two (``stretching``),
so that equal steps stand at equal heights and a gap opens where one side has no step.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from okesop.core.compare.change import ChangeKind
from okesop.core.compare.marks import Marks, marks_of
from okesop.core.compare.slots import Slot, slots_of
from okesop.core.compare.stretching import stretched
from okesop.core.document import SopDocument, Step
from okesop.core.flowchart.drawing import Page
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.skeleton import laid_out
from okesop.core.flowchart.svg import chart, number, words
from okesop.core.metrics import printed, width, wrap

if TYPE_CHECKING:
    from okesop.core.compare import Comparison

NO, ACTIVITY, TIME = 30.0, 154.0, 58.0
_LEAST_COLUMN = 58.0
_HIGH_HEADING = 76.0
_ROOMY = 6
_TYPE, _HEADING_TYPE, _CHART_TYPE = 12.0, 11.5, 11.0
_LINE, _HEADING_LINE = 16.8, 15.0
_PAD_X, _PAD_Y, _HEADING_PAD = 20.0, 16.0, 13.0
_TIGHT = 8.0
_SLACK = 2.0
"""A browser's own face may be a little wider than the one that was measured."""
_LEAST_ROW, _SIGN = 56.0, 22.0


@dataclass(frozen=True, slots=True)
class Column:
    """A performer's column: its heading in lines, its width in pixels, and its signs."""

    performer: str
    lines: tuple[str, ...]
    width: int
    kinds: tuple[ChangeKind, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one side, ``height`` pixels high; without a step it is a gap."""

    height: int
    step: str = ""
    number: str = ""
    activity: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    kinds: tuple[ChangeKind, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether the other side has a step here that this one has not."""
        return not self.step


@dataclass(frozen=True, slots=True)
class Side:
    """One chart with its table; ``body`` is what an SVG of ``width`` by ``height`` pixels holds."""

    columns: tuple[Column, ...]
    heading: int
    rows: tuple[Row, ...]
    width: int
    height: int
    body: str


def beside(comparison: "Comparison") -> tuple[Side, Side]:
    """Return the older chart and the newer one on the same rows."""
    slots = slots_of(comparison.old, comparison.new)
    marks = marks_of(comparison)
    heights = [_height(slot, marks) for slot in slots]
    pages = [
        _drawn(document, [high for high, slot in zip(heights, slots, strict=True) if pick(slot)])
        for document, pick in ((comparison.old, _old), (comparison.new, _new))
    ]
    for page, pick in zip(pages, (_old, _new), strict=True):
        mine = [place for place, slot in enumerate(slots) if pick(slot)]
        for place, band in zip(mine, page.rows if page else (), strict=False):
            heights[place] = max(heights[place], -int(-(band.end - band.start) // 1))
    heading = max(_heading_height(document) for document in (comparison.old, comparison.new))
    one, other = (
        _side(_Sheet(document, page, mark, heading), [pick(slot) for slot in slots], heights)
        for document, page, mark, pick in zip(
            (comparison.old, comparison.new), pages, marks, (_old, _new), strict=True
        )
    )
    return one, other


def _old(slot: Slot) -> Step | None:
    return slot.old


def _new(slot: Slot) -> Step | None:
    return slot.new


# ---- sizes


def _height(slot: Slot, marks: tuple[Marks, Marks]) -> int:
    lines = signs = 0
    for step, mark in zip((slot.old, slot.new), marks, strict=True):
        if step is not None:
            lines = max(lines, len(_activity(step)), len(_time(step)))
            signs = max(signs, len(mark.rows.get(step.id, ())))
    return int(max(_LEAST_ROW, lines * _LINE + _PAD_Y, signs * _SIGN + _LINE + _PAD_Y) + 1)


def _activity(step: Step) -> tuple[str, ...]:
    return wrap(printed(step.activity), ACTIVITY - _PAD_X - _SLACK, _TYPE)


def _time(step: Step) -> tuple[str, ...]:
    return wrap(printed(step.time), TIME - _SLACK, _TYPE)


def _heading_height(document: SopDocument) -> int:
    widths = _widths(document)
    lines = [
        len(_heading(performer.title, wide))
        for performer, wide in zip(document.performers, widths, strict=True)
    ]
    return int(max(lines, default=1) * _HEADING_LINE + _HEADING_PAD) + 1


def _heading(title: str, wide: float) -> tuple[str, ...]:
    return wrap(printed(title), wide - _TIGHT / 2, _HEADING_TYPE, bold=True)


def _widths(document: SopDocument) -> list[float]:
    """Return as much as the longest word takes; where there is room, a little more for a heading of two lines."""
    most = _HIGH_HEADING if len(document.performers) < _ROOMY else 0.0
    widths = []
    for performer in document.performers:
        title = printed(performer.title)
        wide = max(_LEAST_COLUMN, _longest_word(title) + _TIGHT)
        while wide < most and len(_heading(title, wide)) > 2:  # noqa: PLR2004 -- lines
            wide += 2.0
        widths.append(wide)
    return widths


def _longest_word(title: str) -> float:
    widest = max((width(word, _HEADING_TYPE, bold=True) for word in title.split()), default=0.0)
    return float(int(min(widest, 120.0)) + 1)


# ---- drawing


def _drawn(document: SopDocument, heights: Sequence[int]) -> Page | None:
    """Lay the chart out into columns from 0; None where there is nothing to lay out."""
    if not document.steps or not document.performers:
        return None
    columns: list[Band] = []
    for wide in _widths(document):
        start = columns[-1].end if columns else 0.0
        columns.append(Band(start, start + wide))
    page = (columns[-1].end, float(sum(heights)))
    grid = Grid(tuple(columns), tuple(map(float, heights)), page, type_size=_CHART_TYPE)
    return laid_out(document, grid).pages[0]


@dataclass(frozen=True, slots=True)
class _Sheet:
    document: SopDocument
    page: Page | None
    marks: Marks
    heading: int


def _side(sheet: _Sheet, steps: Sequence[Step | None], heights: Sequence[int]) -> Side:
    tops = [0]
    for high in heights:
        tops.append(tops[-1] + high)
    bands = [
        Band(float(top), float(top + high))
        for step, top, high in zip(steps, tops, heights, strict=False)
        if step is not None
    ]
    page = stretched(sheet.page, bands) if sheet.page else None
    columns = tuple(_columns(sheet, page))
    return Side(
        columns=columns,
        heading=sheet.heading,
        rows=tuple(_rows(sheet, steps, heights)),
        width=sum(column.width for column in columns),
        height=tops[-1],
        body="\n".join(_picture(sheet, page)) if page else "",
    )


def _columns(sheet: _Sheet, page: Page | None) -> Iterator[Column]:
    bands = page.columns if page else ()
    widths = [band.size for band in bands] or _widths(sheet.document)
    right = 0.0
    for performer, wide in zip(sheet.document.performers, widths, strict=True):
        left, right = right, right + wide
        kinds = sheet.marks.columns.get(performer.id, ())
        lines = _heading(performer.title, wide)
        yield Column(performer.id, lines, round(right) - round(left), kinds)


def _rows(sheet: _Sheet, steps: Sequence[Step | None], heights: Sequence[int]) -> Iterator[Row]:
    place = 0
    for step, high in zip(steps, heights, strict=True):
        if step is None:
            yield Row(high)
            continue
        place += 1
        yield Row(
            height=high,
            step=step.id,
            number=step.no or str(place),
            activity=_activity(step),
            time=_time(step),
            kinds=sheet.marks.rows.get(step.id, ()),
        )


def _picture(sheet: _Sheet, page: Page) -> Iterator[str]:
    left = page.columns[0].start if page.columns else 0.0
    yield from words(sheet.document, page)
    yield f'<g transform="translate({number(-left)} 0)">'
    yield from chart(sheet.document, page, sheet.marks.looks)
    yield "</g>"
