"""A document as one reads it aloud: step by step, with who, how long, and where it goes on.

What the chart shows in lines is said here in words; phones and screen readers get this.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from okesop.core.document import Edge, Node, NodeKind, SopDocument, Step
from okesop.core.flow import Flow

SHAPES = {NodeKind.TERMINATOR: "cap", NodeKind.DECISION: "dia"}


@dataclass(frozen=True, slots=True)
class Way:
    """Where a symbol leads: the answer, if there is one, and the sentence."""

    label: str
    text: str
    back: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One step in words; ``shape`` is cap, dia or box."""

    number: int
    step: Step
    performers: str
    shape: str
    ways: tuple[Way, ...]


def steps(document: SopDocument) -> list[Reading]:
    """Return all steps in order."""
    rows = document.step_index()
    nodes = document.node_by_id()
    titles = {performer.id: performer.title for performer in document.performers}
    by_row: dict[str, list[Node]] = defaultdict(list)
    groups: dict[str, list[list[str]]] = defaultdict(list)
    for members in Flow.of(document).groups:
        by_row[members[0].step] += members
        groups[members[0].step].append([titles.get(node.performer, "") for node in members])
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for edge in document.arrows():
        if edge.source in nodes and edge.target in nodes:
            leaving[nodes[edge.source].step].append(edge)
    return [
        Reading(
            number=row + 1,
            step=step,
            performers=_doers(groups[step.id]),
            shape=_shape(by_row[step.id]),
            ways=tuple(
                way for edge in leaving[step.id] if (way := _way(edge, nodes, rows, titles))
            ),
        )
        for row, step in enumerate(document.steps)
    ]


def _doers(groups: list[list[str]]) -> str:
    """Name the performers of a row; only those of one group work together."""
    return "; ".join(dict.fromkeys(filter(None, map(_together, groups))))


def _together(names: list[str]) -> str:
    unique = list(dict.fromkeys(filter(None, names)))
    if len(unique) < 2:  # noqa: PLR2004 -- one, or several
        return "".join(unique)
    return _("%(first)s bersama %(last)s") % {"first": ", ".join(unique[:-1]), "last": unique[-1]}


def _shape(nodes: list[Node]) -> str:
    kinds = {node.kind for node in nodes}
    first = (
        NodeKind.DECISION if NodeKind.DECISION in kinds else next(iter(kinds), NodeKind.PROCESS)
    )
    return SHAPES.get(first, "box")


def _way(
    edge: Edge, nodes: dict[str, Node], rows: dict[str, int], titles: dict[str, str]
) -> Way | None:
    """Say an arrow; the plain one to the next row says nothing that the order does not."""
    source, target = nodes[edge.source], nodes[edge.target]
    here, there = rows.get(source.step, 0), rows.get(target.step, 0)
    if not edge.label and there == here + 1 and source.kind is not NodeKind.DECISION:
        return None
    values = {"step": there + 1, "performer": titles.get(target.performer, "")}
    if there == here:
        text = (
            _("berakhir di sini")
            if target.kind is NodeKind.TERMINATOR and target.performer == source.performer
            else _("menuju %(performer)s pada langkah %(step)d") % values
        )
    elif there < here:
        text = _("kembali ke langkah %(step)d, %(performer)s") % values
    else:
        text = _("menuju langkah %(step)d, %(performer)s") % values
    return Way(edge.label or _("Setelah ini"), text.rstrip(", "), back=there < here)
