"""The emblem at the head of the form: given to a unit, taken away."""

from datetime import datetime

from django.db import transaction

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.files.domain import pictures, store
from okesop.files.models import Emblem
from okesop.organisation.models import Unit


@transaction.atomic
def give(unit: Unit, uploaded: bytes, *, by: User, at: datetime) -> Emblem:
    """Make the uploaded picture the emblem of a unit; raises `pictures.NoPicture`."""
    picture = pictures.redrawn(uploaded)
    file = store.keep(picture.png, kind="image/png", at=at)
    values = {"file": file, "width": picture.width, "height": picture.height}
    emblem, _made = Emblem.objects.update_or_create(unit=unit, defaults=values)
    trail.record("files.give_emblem", unit, by=by, at=at, detail={"sha256": file.sha256})
    return emblem


@transaction.atomic
def take(unit: Unit, *, by: User, at: datetime) -> bool:
    """Take the emblem of a unit away (the bytes stay, old papers show it); tell whether there was one."""
    taken, _kinds = Emblem.objects.filter(unit=unit).delete()
    if taken:
        trail.record("files.take_emblem", unit, by=by, at=at)
    return bool(taken)
