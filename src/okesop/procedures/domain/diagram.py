"""The page `docs/life.md`, made from the table of transitions so that both always agree."""

from collections.abc import Iterator

from django.utils import translation

from okesop.procedures.domain.transitions import NEEDS, TRANSITIONS, Transition
from okesop.procedures.enums import VersionState

HEAD = """# The life of a version

Made by `okesop manage describe_life` from `procedures/domain/transitions.py`; a test holds this page against the table.
What is stored is the state. **Perlu Perbaikan** is a draft that was returned; **Berlaku**, **Digantikan** and
**Disetujui** (its first day still to come) are computed from dates by one SQL expression, `models/standing.py`.
An approved or revoked version never changes: the database itself refuses it (`models/guards.py`).
"""


def text() -> str:
    """Return the whole page."""
    with translation.override("id"):
        return "\n".join([HEAD, *_picture(), "", *_table(), ""])


def _picture() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in VersionState:
        yield f"    {state.value}: {state.label}"
    yield "    [*] --> draft"
    for each in TRANSITIONS:
        yield f"    {each.source.value} --> {each.target.value}: {each.move.value} ({each.role.label})"
    yield "```"


def _table() -> Iterator[str]:
    yield "| from | move | to | who | requires |"
    yield "|---|---|---|---|---|"
    for each in TRANSITIONS:
        yield f"| {each.source.label} | `{each.move.value}` | {each.target.label} | {each.role.label} | {_needs(each)} |"


def _needs(transition: Transition) -> str:
    return "; ".join(str(NEEDS[need]) for need in transition.needs)
