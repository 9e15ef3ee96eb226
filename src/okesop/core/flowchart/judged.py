"""A drawing as the plain data that ``okesop sop layout`` prints and a geometry judge reads."""

from typing import Any

from okesop.core.flowchart.drawing import Arrow, Box, Drawing, Page


def as_data(drawing: Drawing) -> dict[str, Any]:
    """Return ``{"pages": [...]}`` with nodes, edges, rows and cols per page; lengths in points."""
    return {"pages": [_page(page) for page in drawing.pages]}


def _page(page: Page) -> dict[str, Any]:
    return {
        "page": [page.width, page.height],
        "first_row": page.first_row,
        "nodes": [_box(box) for box in page.boxes],
        "edges": [_arrow(arrow) for arrow in page.arrows],
        "rows": [[row.start, row.end] for row in page.rows],
        "cols": [[column.start, column.end] for column in page.columns],
    }


def _box(box: Box) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": box.id,
        "row": box.row,
        "col": box.column,
        "x": box.x,
        "y": box.y,
        "w": box.width,
        "h": box.height,
        "kind": box.kind.value,
    }
    if box.span is not None:
        data["span"] = list(box.span)
    if box.link is not None:
        data["link"] = box.link
    return data


def _arrow(arrow: Arrow) -> dict[str, Any]:
    label = arrow.label
    return {
        "from": arrow.source,
        "to": arrow.target,
        "points": [list(point) for point in arrow.points],
        "label": label.text if label else None,
        "label_box": [label.x, label.y, label.width, label.height] if label else None,
    }
