"""Where a version stands and what can be done with it, for its page and for the history of its SOP."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from okesop.procedures.domain.queries import closed, review, timeline, versions, ways
from okesop.procedures.domain.queries.timeline import Mark
from okesop.procedures.enums import Reach, Status
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version in the history of its SOP."""

    version: Version
    marks: tuple[Mark, ...]


def of(user: "User", version: Version, on: date) -> dict[str, Any]:
    """Return what the page of a version tells beside the document."""
    others = [each for each in versions.all_of(user, version) if each.pk != version.pk]
    on_its_way = next((each for each in others if not each.is_sealed), None)
    open_ways = ways.of(user, version, on)
    return {
        "ways": open_ways,
        "closed": closed.of(user, version, open_ways, revised=on_its_way is not None),
        "marks": timeline.of(version, on),
        "on_its_way": on_its_way,
        "in_force": next((each for each in others if each.standing == Status.IN_FORCE), None),
        "others": others,
        "reaches": Reach.choices,
        "replaced": version.standing == Status.SUPERSEDED,
        "returned": version.standing == Status.RETURNED,
        "asked": review.first_note(version),
    }


def history(
    user: "User", version: Version, on: date, *, asked: date | None = None
) -> dict[str, Any]:
    """Return all versions with all their rounds; where a day is asked for, what was in force on it."""
    seen = versions.all_of(user, version)
    chapters = [Chapter(each, (*timeline.past(each),)) for each in seen]
    visible = Version.objects.visible_to(user).filter(procedure=version.procedure_id)
    return {
        "chapters": chapters,
        "asked": asked,
        "then": visible.in_force(asked).first() if asked else None,
        "today": on,
    }
