"""Where versions stand on a day, in SQL: state and dates together, computed and never stored.

An approved version is in force from its ``effective_on`` until the day before a later version of the same SOP takes
effect or it is revoked, whichever comes first. A version that was revoked before it took effect replaces nothing.
"""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable

from okesop.procedures.enums import SEALED, Status, VersionState

if TYPE_CHECKING:
    from okesop.procedures.models.version import VersionQuerySet

Day = date | Combinable


def standing_on(day: Day) -> Case:
    """Return the expression for the `Status` of a version on a day."""
    replaced = Exists(_successors(day))
    replaced_first = Exists(_successors(day).filter(effective_on__lte=OuterRef("revoked_on")))
    return Case(
        When(state=VersionState.DRAFT, returned_at__isnull=False, then=_said(Status.RETURNED)),
        When(state=VersionState.DRAFT, then=_said(Status.DRAFT)),
        When(state=VersionState.SUBMITTED, then=_said(Status.SUBMITTED)),
        When(state=VersionState.VERIFIED, then=_said(Status.VERIFIED)),
        When(revoked_on__lte=F("effective_on"), then=_said(Status.REVOKED)),
        When(effective_on__gt=day, then=_said(Status.APPROVED)),
        When(Q(revoked_on__isnull=True) & Q(replaced), then=_said(Status.SUPERSEDED)),
        When(replaced_first, then=_said(Status.SUPERSEDED)),
        When(revoked_on__lte=day, then=_said(Status.REVOKED)),
        default=_said(Status.IN_FORCE),
        output_field=CharField(),
    )


def in_force_on(day: Day) -> Q:
    """Return the filter that keeps what is in force on a day: at most one version of an SOP."""
    began = Q(state__in=SEALED, effective_on__lte=day)
    goes_on = Q(revoked_on__isnull=True) | Q(revoked_on__gt=day)
    return began & goes_on & ~Q(Exists(_successors(day)))


def effect_by(day: Day) -> Q:
    """Return the filter that keeps what took effect by a day and was not revoked before its first one."""
    counts = Q(revoked_on__isnull=True) | Q(revoked_on__gt=F("effective_on"))
    return Q(state__in=SEALED, effective_on__lte=day) & counts


def _successors(day: Day) -> "VersionQuerySet":
    """Return the later versions of the same SOP that took effect by a day."""
    versions: VersionQuerySet = apps.get_model("procedures", "Version").objects.all()
    same = versions.filter(procedure=OuterRef("procedure"), number__gt=OuterRef("number"))
    return same.filter(effect_by(day))


def _said(status: Status) -> Value:
    return Value(status.value)
