"""What the layout sees of a document; a chart is laid out once for each.

Most edits change a text and no height: then the chart of a moment ago stands.
"""

from functools import lru_cache

from okesop.core.document import SopDocument, Step
from okesop.core.flowchart.drawing import Drawing
from okesop.core.flowchart.grid import Grid
from okesop.core.flowchart.layout import layout

_KEPT = 64


def laid_out(document: SopDocument, grid: Grid) -> Drawing:
    """Return the flowchart of a document in a table whose texts are drawn by somebody else."""
    return _laid_out(_skeleton(document), grid)


@lru_cache(maxsize=_KEPT)
def _laid_out(skeleton: SopDocument, grid: Grid) -> Drawing:
    return layout(skeleton, grid)


def _skeleton(document: SopDocument) -> SopDocument:
    """Return rows, columns, symbols and arrows only."""
    return SopDocument(
        performers=document.performers,
        steps=tuple(Step(step.id) for step in document.steps),
        nodes=document.nodes,
        edges=document.edges,
    )
