"""The common frame of the operations on symbols: open the chart, find the symbol, close with capsules and words."""

from okesop.core.document import Node, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.outcome import Outcome, Refused
from okesop.core.operations.sequence import Ends, crown
from okesop.core.operations.texts import GONE_NODE
from okesop.core.text import Sentence

ONE_DECISION = Sentence(
    "Satu kegiatan bersama hanya dapat memuat satu keputusan.",
    "Joint work can hold only one decision.",
)


def opened(document: SopDocument) -> tuple[Chart, Ends]:
    """Return the chart and its ends before the operation."""
    chart = Chart(document)
    return chart, Ends.of(chart)


def closed(document: SopDocument, chart: Chart, ends: Ends) -> Outcome:
    """Return the document with the chart, its capsules at its ends, and what was lost in words."""
    crown(chart, ends)
    healing.tell_lost(chart)
    return Outcome(chart.closed(document), tuple(chart.notices))


def symbol(chart: Chart, key: str) -> Node:
    """Return a symbol, or refuse when it is gone."""
    node = chart.nodes.get(key)
    if node is None:
        raise Refused(GONE_NODE)
    return node
