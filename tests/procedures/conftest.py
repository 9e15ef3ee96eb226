import pytest
from tests.conftest import works_in
from tests.factories import organisation as office
from tests.factories import procedures


@pytest.fixture(autouse=True)
def emblem(secretariat):
    """A clean SOP is one without any duty."""
    return procedures.emblem(secretariat)


@pytest.fixture(autouse=True)
def public_address(settings):
    """Where the codes on paper lead to."""
    settings.PUBLIC_ADDRESS = procedures.ADDRESS


@pytest.fixture
def verifier(secretariat):
    """Verifies the SOPs of the whole secretariat, in Bagian Organisasi."""
    unit = office.UnitFactory(name="Bagian Organisasi", parent=secretariat)
    user = works_in(unit, "Analis Tata Laksana", "Hasbullah Moita")
    procedures.grant(user, "verifier", secretariat)
    return user


@pytest.fixture
def approver(general):
    """Leads Bagian Umum and approves its SOPs."""
    user = works_in(general, "Kepala Bagian Umum", "Ridwan Tamboraki")
    procedures.grant(user, "approver", general)
    procedures.grant(user, "leader", general)
    return user


@pytest.fixture
def cast(author, verifier, approver):
    """The three through whose hands an SOP goes."""
    return author, verifier, approver
