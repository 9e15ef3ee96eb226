import pytest
from tests.conftest import NOON

from okesop.files.domain import store
from okesop.files.models import Emblem


@pytest.fixture(autouse=True)
def emblem(secretariat):
    """The office has its emblem, so that a clean SOP is one without any duty."""
    png = b"\x89PNG\r\n\x1a\n an emblem that no test opens"
    file = store.keep(png, kind="image/png", at=NOON)
    return Emblem.objects.create(unit=secretariat, file=file, width=80, height=80)
