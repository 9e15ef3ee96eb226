"""Where the object of an entry is shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.urls import reverse

from okesop.organisation.models import Person, Unit
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.audit.models import Entry


def address_of(entry: "Entry", user: "User") -> str:
    """Return where the object of an entry is shown to this person; "" where it is not or no longer."""
    find = FINDERS.get(entry.kind)
    return find(int(entry.key), user) if find and entry.key.isdecimal() else ""


def _version(pk: int, user: "User") -> str:
    found = Version.objects.visible_to(user).filter(pk=pk).select_related("procedure").first()
    return reverse("procedures:detail", args=[found.key]) if found else ""


def _unit(pk: int, user: "User") -> str:
    managed = user.has_perm("organisation.manage") and Unit.objects.filter(pk=pk).exists()
    return reverse("organisation:unit", args=[pk]) if managed else ""


def _person(pk: int, user: "User") -> str:
    managed = user.has_perm("organisation.manage") and Person.objects.filter(pk=pk).exists()
    return reverse("organisation:person", args=[pk]) if managed else ""


def _account(pk: int, user: "User") -> str:
    person = Person.objects.filter(user=pk).values_list("pk", flat=True).first()
    return _person(person, user) if person else ""


FINDERS: Mapping[str, Callable[[int, "User"], str]] = {
    "procedures.version": _version,
    "organisation.unit": _unit,
    "organisation.person": _person,
    "accounts.user": _account,
}
