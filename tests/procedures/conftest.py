import pytest
from tests.factories import procedures


@pytest.fixture(autouse=True)
def emblem(secretariat):
    """A clean SOP is one without any duty."""
    return procedures.emblem(secretariat)
