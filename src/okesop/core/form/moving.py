"""A drawing moved sideways, where the text columns left of it give way."""

from dataclasses import replace

from okesop.core.flowchart.drawing import Arrow, Drawing, Page
from okesop.core.flowchart.grid import Band


def moved(drawing: Drawing, right: float, width: float) -> Drawing:
    """Return the drawing ``right`` points further right (negative: left), on sheets ``width`` wide."""
    return Drawing(tuple(_page(page, right, width) for page in drawing.pages))


def _page(page: Page, right: float, width: float) -> Page:
    if not right:
        return replace(page, width=width)
    return replace(
        page,
        width=width,
        columns=tuple(Band(band.start + right, band.end + right) for band in page.columns),
        boxes=tuple(replace(box, x=box.x + right) for box in page.boxes),
        arrows=tuple(_arrow(arrow, right) for arrow in page.arrows),
    )


def _arrow(arrow: Arrow, right: float) -> Arrow:
    label = arrow.label
    return replace(
        arrow,
        points=tuple((x + right, y) for x, y in arrow.points),
        label=label and replace(label, x=label.x + right),
    )
