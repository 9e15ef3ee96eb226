"""A drawing put on rows that are higher, or further down: everything in a row moves with it as it is."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from okesop.core.flowchart.drawing import Arrow, Page, RowBand
from okesop.core.flowchart.grid import Band


def stretched(page: Page, rows: Sequence[Band]) -> Page:
    """Return the page with its rows at ``rows``, none lower than it was drawn; only lines between rows get longer.

    Whatever stands in a row keeps its distances there, in the middle of the row, so nothing can come to touch.
    """
    ends = [band.end for band in page.rows]
    shifts = [_shift(band, row) for band, row in zip(page.rows, rows, strict=True)]

    def down(y: float) -> float:
        return y + shifts[min(bisect_left(ends, y), len(ends) - 1)] if ends else y

    return replace(
        page,
        height=max((row.end for row in rows), default=page.height),
        rows=tuple(
            replace(band, start=row.start, end=row.end)
            for band, row in zip(page.rows, rows, strict=True)
        ),
        boxes=tuple(
            replace(box, y=down(box.y + box.height / 2) - box.height / 2) for box in page.boxes
        ),
        arrows=tuple(_arrow(arrow, down) for arrow in page.arrows),
    )


def _shift(band: RowBand, row: Band) -> float:
    return row.start - band.start + (row.size - (band.end - band.start)) / 2


def _arrow(arrow: Arrow, down: Callable[[float], float]) -> Arrow:
    label = arrow.label
    middle = label.y + label.height / 2 if label else 0.0
    return replace(
        arrow,
        points=tuple((x, down(y)) for x, y in arrow.points),
        label=label and replace(label, y=down(middle) - label.height / 2),
    )
