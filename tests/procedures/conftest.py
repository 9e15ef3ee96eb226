from io import BytesIO

import pytest
from PIL import Image
from tests.conftest import NOON

from okesop.files.domain import store
from okesop.files.models import Emblem


@pytest.fixture(scope="session")
def picture():
    target = BytesIO()
    Image.new("RGBA", (8, 8), "#0b6159").save(target, "PNG")
    return target.getvalue()


@pytest.fixture(autouse=True)
def emblem(secretariat, picture):
    """The office has its emblem, so that a clean SOP is one without any duty."""
    file = store.keep(picture, kind="image/png", at=NOON)
    return Emblem.objects.create(unit=secretariat, file=file, width=8, height=8)
