"""The cast: people of two divisions under one secretariat, and the days they work on."""

import shutil
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.db import connection
from tests.factories import organisation as office
from tests.guard import unguarded

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # 12.00 WITA
LONG_AGO = date(2020, 1, 1)


def pytest_unconfigure():
    shutil.rmtree(settings.DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """A test that commits empties the tables behind it: then, and only then, the trail lets go."""
    operations = type(connection.ops)  # a browser test flushes on a connection of its own
    flush = operations.execute_sql_flush

    def unguarded_flush(self, statements):
        with unguarded():
            flush(self, statements)

    operations.execute_sql_flush = unguarded_flush


@pytest.fixture
def noon():
    return NOON


@pytest.fixture
def secretariat(db):
    return office.UnitFactory(name="Sekretariat Daerah", parent=None)


@pytest.fixture
def general(secretariat):
    return office.UnitFactory(name="Bagian Umum", parent=secretariat)


@pytest.fixture
def legal(secretariat):
    return office.UnitFactory(name="Bagian Hukum", parent=secretariat)


def works_in(unit, title, name):
    return office.AssignmentFactory(
        position__unit=unit, position__title=title, person__name=name, from_on=LONG_AGO
    ).person.user


@pytest.fixture
def author(general):
    """Writes SOPs in Bagian Umum."""
    return works_in(general, "Kepala Subbagian Tata Usaha", "La Ode Fadlan")


@pytest.fixture
def colleague(general):
    """Works beside the author."""
    return works_in(general, "Pengadministrasi Umum", "Dewi Anggriani")


@pytest.fixture
def stranger(legal):
    """Works in another division."""
    return works_in(legal, "Analis Hukum", "Sitti Jumrana")


@pytest.fixture
def head(secretariat):
    """Leads the whole secretariat."""
    return works_in(secretariat, "Sekretaris Daerah", "Ridwan Tamboraki")


@pytest.fixture
def administrator(db):
    """Looks after the office and holds no position."""
    return office.UserFactory(name="Wa Ode Rahma", username="rahma", is_administrator=True)


@pytest.fixture
def signed_in(client):
    """Return a function that signs somebody in on the client and gives the client back."""

    def sign_in(user):
        client.force_login(user, backend="okesop.accounts.backends.NameBackend")
        return client

    return sign_in
