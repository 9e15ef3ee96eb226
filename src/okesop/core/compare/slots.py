"""The rows on which both charts stand: equal steps beside each other, a gap where one of them has none."""

from collections.abc import Iterator
from dataclasses import dataclass

from okesop.core.document import SopDocument, Step
from okesop.core.operations.ordering import moved


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of both charts; a side without a step shows a gap."""

    old: Step | None
    new: Step | None


def slots_of(old: SopDocument, new: SopDocument) -> tuple[Slot, ...]:
    """Return the rows from top to bottom.

    Steps that kept their order stand beside each other; between two of them first come the rows that went from
    there, then those that came.
    """
    was = {step.id: step for step in old.steps}
    now = {step.id: step for step in new.steps}
    staying = (was.keys() & now.keys()) - set(moved(list(was), list(now)))
    return tuple(_slots(was, now, staying))


def _slots(was: dict[str, Step], now: dict[str, Step], staying: set[str]) -> Iterator[Slot]:
    coming = iter(now.values())
    for step in was.values():
        if step.id not in staying:
            yield Slot(step, None)
            continue
        for other in coming:
            if other.id == step.id:
                yield Slot(step, other)
                break
            yield Slot(None, other)
    yield from (Slot(None, other) for other in coming)
