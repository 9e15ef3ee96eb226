"""The changes of a draft as a film: one after the other, each as what it did to the document."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okesop.procedures.domain import rebuilding, wording
from okesop.procedures.domain.queries.states import CHANGE, State
from okesop.ui.templatetags import written

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Frame:
    """One change: its place among all, who made it and when, and the frames beside it as names of two states each."""

    sequence: int
    last: int
    summary: str
    who: str
    at: str
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    may_bring_back: bool


def frame(user: "User", new: State) -> Frame | None:
    """Return the frame that ends in a state; None where the state is no change of a draft."""
    sequence = new.sequence
    if sequence is None or sequence <= rebuilding.FIRST:
        return None
    last = new.version.sequence
    change = new.version.changes.select_related("author").filter(sequence=sequence).first()
    if change is None:
        return None
    return Frame(
        sequence=sequence - 1,
        last=last - 1,
        summary=wording.sentence(change.kind, change.summary),
        who=change.author.name,
        at=written.moment(change.at),
        before=_names(new, sequence - 1) if sequence - 1 > rebuilding.FIRST else None,
        after=_names(new, sequence + 1) if sequence < last else None,
        may_bring_back=sequence < last and user.has_perm("procedures.edit_draft", new.version),
    )


def _names(new: State, sequence: int) -> tuple[str, str]:
    number = new.version.number
    return f"{number}{CHANGE}{sequence - 1}", f"{number}{CHANGE}{sequence}"
