"""Who holds which position."""

from datetime import date

from okesop.accounts.models import User
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment


def title_of(user: User, *, on: date | None = None) -> str:
    """Return what a person is called by his position ("Plt. Kepala Bagian Umum"), the definitive one first."""
    held = list(
        Assignment.objects.on(on).filter(person__user=user).select_related("position", "person")
    )
    held.sort(key=lambda one: (one.kind != AssignmentKind.DEFINITIVE, one.from_on, one.pk))
    return str(held[0]) if held else ""
