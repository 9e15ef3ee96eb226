"""Units, positions and people of invented offices."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from okesop.accounts.models import User
from okesop.organisation.models import Assignment, Person, Position, Unit

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

    name = factory.Sequence(lambda n: f"Bagian {n}")
    parent = factory.SubFactory("tests.factories.organisation.OfficeFactory")


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Unit
        django_get_or_create = ("name", "parent")

    name = "Sekretariat Daerah"
    parent = None


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = Position
        django_get_or_create = ("unit", "title")

    unit = factory.SubFactory(UnitFactory)
    title = factory.Sequence(lambda n: f"Jabatan {n}")


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
    from_on = date(2020, 1, 1)
