import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from tests.factories.organisation import UnitFactory

from okesop.audit.models import Entry
from okesop.files.domain import emblems, pictures
from okesop.files.domain.queries import emblems as found
from okesop.files.models import Emblem, File


def picture(colour="green"):
    target = io.BytesIO()
    Image.new("RGB", (30, 40), colour).save(target, "PNG")
    return target.getvalue()


def test_an_emblem_is_stored_under_its_content(secretariat, administrator, noon):
    emblem = emblems.give(secretariat, picture(), by=administrator, at=noon)

    assert (emblem.width, emblem.height) == (30, 40)
    assert default_storage.exists(emblem.file.path)
    assert found.png(secretariat).startswith(b"\x89PNG")
    assert Entry.objects.get().action == "files.give_emblem"


def test_the_same_content_is_stored_once(secretariat, general, administrator, noon):
    for unit in (secretariat, general):
        emblems.give(unit, picture(), by=administrator, at=noon)

    assert File.objects.count() == 1
    assert Emblem.objects.count() == 2


def test_units_below_carry_the_emblem_of_the_nearest_above(
    secretariat, general, administrator, noon
):
    below = UnitFactory(parent=general)
    assert found.png(below) is None

    emblems.give(secretariat, picture("red"), by=administrator, at=noon)
    assert found.of(below).unit == secretariat

    emblems.give(general, picture("blue"), by=administrator, at=noon)
    assert found.of(below).unit == general


def test_a_refused_picture_changes_nothing(secretariat, administrator, noon):
    emblems.give(secretariat, picture(), by=administrator, at=noon)
    with pytest.raises(pictures.NoPicture):
        emblems.give(secretariat, b"no picture", by=administrator, at=noon)

    assert found.png(secretariat) is not None
    assert Entry.objects.count() == 1


def test_an_emblem_is_taken_away(secretariat, administrator, noon):
    emblems.give(secretariat, picture(), by=administrator, at=noon)

    assert emblems.take(secretariat, by=administrator, at=noon)
    assert found.of(secretariat) is None
    assert not emblems.take(secretariat, by=administrator, at=noon)
