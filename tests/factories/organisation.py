"""Units, positions and people of invented offices."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from okesop.accounts.models import User
from okesop.organisation.domain import grants
from okesop.organisation.models import (
    Assignment,
    DelegatedRole,
    Delegation,
    Grant,
    Person,
    Position,
    Unit,
    UnitState,
)

LONG_AGO = date(2020, 1, 1)
PASSWORD = "perahu sandeq berlayar pagi"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Pegawai {n}")
    username = factory.Sequence(lambda n: f"pegawai{n}")
    nip = factory.Sequence(lambda n: f"19800101{n:010d}")
    created_at = datetime(2026, 1, 5, tzinfo=UTC)
    password = factory.django.Password(PASSWORD)


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Bagian {n}")
    parent = factory.SubFactory("tests.factories.organisation.OfficeFactory")

    @factory.post_generation
    def states(self, _create, _extracted, **_given):
        UnitState.objects.get_or_create(
            unit=self, defaults={"name": self.name, "parent": self.parent, "from_on": LONG_AGO}
        )


class OfficeFactory(UnitFactory):
    class Meta:
        model = Unit
        django_get_or_create = ("name", "parent")
        skip_postgeneration_save = True

    name = "Sekretariat Daerah"
    parent = None


class PositionFactory(DjangoModelFactory):
    """A position with its usual roles; ``roles=False`` leaves them out."""

    class Meta:
        model = Position
        django_get_or_create = ("unit", "title")
        skip_postgeneration_save = True

    unit = factory.SubFactory(UnitFactory)
    title = factory.Sequence(lambda n: f"Jabatan {n}")

    @factory.post_generation
    def roles(self, create, extracted, **_given):
        if create and extracted is not False and not self.grants.exists():
            Grant.objects.bulk_create(grants.usual(self, LONG_AGO))


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    user = factory.SubFactory(UserFactory, name=factory.SelfAttribute("..name"))
    name = factory.Sequence(lambda n: f"Pegawai {n}")
    nip = factory.SelfAttribute("user.nip")


class AssignmentFactory(DjangoModelFactory):
    class Meta:
        model = Assignment

    person = factory.SubFactory(PersonFactory)
    position = factory.SubFactory(PositionFactory)
    from_on = LONG_AGO


class GrantFactory(DjangoModelFactory):
    class Meta:
        model = Grant

    position = factory.SubFactory(PositionFactory)
    unit = factory.SelfAttribute("position.unit")
    role = "verifier"
    from_on = LONG_AGO


class DelegationFactory(DjangoModelFactory):
    """What an assignment lends; ``roles=["approver"]``."""

    class Meta:
        model = Delegation
        skip_postgeneration_save = True

    assignment = factory.SubFactory(AssignmentFactory)
    person = factory.SubFactory(PersonFactory)
    from_on = LONG_AGO
    until_on = date(2030, 12, 31)
    reason = "Dinas luar"

    @factory.post_generation
    def roles(self, _create, extracted, **_given):
        for role in extracted or ():
            DelegatedRole.objects.create(delegation=self, role=role)
