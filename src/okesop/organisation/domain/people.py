"""People of the office, with the accounts they sign in with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from okesop.accounts.domain import accounts
from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip
from okesop.audit.domain import trail
from okesop.organisation.models import Person


class NipTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Another person has this NIP."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is written about a person: official name with titles, NIP, rank, and a user name to sign in."""

    name: str
    nip: str = ""
    rank: str = ""
    username: str = ""


@transaction.atomic
def enrol(
    details: Details, *, administrator: bool = False, by: User | None, at: datetime
) -> Person:
    """Take a person in, with an account where he has a NIP or a user name to sign in.

    Raises `NipTaken` and `accounts.NameTaken`.
    """
    person = Person()
    if details.nip or details.username:
        person.user = accounts.create(
            details.name,
            username=details.username,
            nip=details.nip,
            administrator=administrator,
            by=by,
            at=at,
        )
    _store(person, details)
    trail.record("organisation.enrol", person, by=by, at=at)
    return person


@transaction.atomic
def enrol_all(many: Sequence[Details], *, by: User | None, at: datetime) -> list[Person]:
    """Take many people in, as `enrol` does with one, in their order; raises `NipTaken` and `accounts.NameTaken`."""
    signing = [one for one in many if one.nip or one.username]
    newcomers = [accounts.Newcomer(one.name, one.username, one.nip) for one in signing]
    users = dict(zip(map(id, signing), accounts.create_all(newcomers, by=by, at=at), strict=True))
    people = [
        Person(
            name=one.name, nip=typed_nip(one.nip) or None, rank=one.rank, user=users.get(id(one))
        )
        for one in many
    ]
    try:
        with transaction.atomic():
            Person.objects.bulk_create(people, batch_size=500)
    except IntegrityError as error:
        raise NipTaken(_("NIP ini sudah dipakai orang lain.")) from error
    acts = (trail.Act("organisation.enrol", person, unit=None) for person in people)
    trail.record_all(acts, by=by, at=at)
    return people


@transaction.atomic
def change(person: Person, details: Details, *, by: User, at: datetime) -> None:
    """Write name, NIP and rank, on the account as well; raises `NipTaken` and `accounts.NameTaken`."""
    if person.user is None and (details.nip or details.username):
        person.user = accounts.create(
            details.name, username=details.username, nip=details.nip, by=by, at=at
        )
    elif person.user is not None:
        accounts.change(
            person.user,
            name=details.name,
            username=details.username,
            nip=details.nip,
            by=by,
            at=at,
        )
    _store(person, details)
    trail.record("organisation.change_person", person, by=by, at=at)


def _store(person: Person, details: Details) -> None:
    person.name, person.rank = details.name, details.rank
    person.nip = typed_nip(details.nip) or None
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise NipTaken(_("NIP ini sudah dipakai orang lain.")) from error
