"""Two states of an SOP compared by stable ids: what an author changed, entry by entry, in words.

``compare`` tells the changes, ``apply`` makes the newer document of the older one with nothing but them, ``weigh``
proposes whether they are large or small. A step that only got another number is no change, and as few rows as
possible count as moved.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from okesop.core.compare.change import Aspect, Change, ChangeKind, Detail
from okesop.core.compare.edits import Edit, applied, edits_between
from okesop.core.compare.names import Names
from okesop.core.compare.owners import Owners
from okesop.core.compare.telling import Teller
from okesop.core.compare.ways import Ways
from okesop.core.compare.weight import Weight, weigh
from okesop.core.compare.words import Fate, Run, word_runs
from okesop.core.document import SopDocument

__all__ = [
    "Aspect",
    "Change",
    "ChangeKind",
    "Comparison",
    "Detail",
    "Edit",
    "Fate",
    "Run",
    "Weight",
    "apply",
    "compare",
    "weigh",
    "word_runs",
]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents and what makes the newer one of the older one."""

    old: SopDocument
    new: SopDocument
    changes: tuple[Change, ...]

    @property
    def weight(self) -> Weight:
        """Whether the changes are large or small, proposed with reasons."""
        return weigh(self.changes)

    @property
    def untouched(self) -> int:
        """How many steps of the newer document are as they were."""
        touched = {step for change in self.changes for step in change.steps}
        return sum(step.id not in touched for step in self.new.steps)


def compare(old: SopDocument, new: SopDocument) -> Comparison:
    """Tell what changed from ``old`` to ``new``; nothing, where both are equal."""
    edits = edits_between(old, new)
    if not edits:
        return Comparison(old, new, ())
    before, after = Ways(old), Ways(new)
    teller = Teller(Names(old, before), Names(new, after), Owners(before, after, edits))
    return Comparison(old, new, tuple(teller.changes()))


def apply(changes: Iterable[Change], old: SopDocument) -> SopDocument:
    """Return the newer document, made of the older one with the changes that ``compare`` told."""
    return applied((edit for change in changes for edit in change.edits), old)
