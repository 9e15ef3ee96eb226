"""Which version of an SOP somebody gets to see."""

from typing import TYPE_CHECKING

from django.db.models import Case, When

from okesop.procedures.enums import Status
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


def leading(user: "User", key: str) -> Version | None:
    """Return the version that stands for an SOP: the one in force today, else the newest that he may see."""
    seen = Version.objects.visible_to(user).filter(procedure__key=key).whole()
    first = Case(When(standing=Status.IN_FORCE, then=0), default=1)
    return seen.order_by(first, "-number").first()


def newest(user: "User", key: str) -> Version | None:
    """Return the newest version that he may see: the one on its way, if there is one."""
    seen = Version.objects.visible_to(user).filter(procedure__key=key).whole()
    return seen.order_by("-number").first()


def numbered(user: "User", key: str, number: int) -> Version | None:
    """Return a version by its number."""
    seen = Version.objects.visible_to(user).filter(procedure__key=key, number=number).whole()
    return seen.first()


def all_of(user: "User", version: Version) -> list[Version]:
    """Return all versions of the same SOP that he may see, the newest first."""
    seen = Version.objects.visible_to(user).filter(procedure=version.procedure_id)
    return list(seen.light().order_by("-number"))
