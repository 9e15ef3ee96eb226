"""Drafts of invented SOPs, made the way the product makes them."""

from datetime import UTC, datetime
from io import BytesIO

from django.utils import timezone
from PIL import Image
from tests.core.rows import sop
from tests.factories import organisation as office

from okesop.files.domain import store
from okesop.files.models import Emblem
from okesop.procedures.domain import approving, changes, drafting, life
from okesop.procedures.domain.approving import Decision
from okesop.procedures.domain.changes import Proposed, Stamp
from okesop.procedures.domain.transitions import Hand

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def emblem(unit):
    """Give a unit its emblem; without one every SOP has a duty that its drafter cannot mend."""
    target = BytesIO()
    Image.new("RGBA", (8, 8), "#0b6159").save(target, "PNG")
    file = store.keep(target.getvalue(), kind="image/png", at=MORNING)
    return Emblem.objects.create(unit=unit, file=file, width=8, height=8)


def document(title="Pengelolaan Surat Masuk", *rows, **identity):
    rows = rows or ("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")
    return sop(*rows, **{"title": title, "number": None, **identity})


def draft(unit, by, content=None, at=MORNING, **options):
    return drafting.create(content or document(), unit=unit, by=by, at=at, **options)


def text(place, value):
    return {"op": "set_text", "place": place, "value": value}


def change(version, *operations, by, at=MORNING, client="tab", key=None):
    """Apply operations as one change and return what became of it."""
    key = key or f"c{version.changes.count()}-{client}"
    proposal = Proposed(key, operations)
    return changes.apply_changes(version, [proposal], stamp=Stamp(client, by, at))


ADDRESS = "https://sop.kota.example"


def grant(user, role, unit):
    """Give a role over a unit to the position that somebody holds."""
    position = user.person.assignments.get().position
    return office.GrantFactory(position=position, unit=unit, role=role)


def hand(version, by, at=MORNING):
    """What somebody moves a version with, who sees it as it stands now."""
    version.refresh_from_db()
    return Hand(by, at, version.turn)


def submitted(version, by, at=MORNING):
    life.submit(version, hand=hand(version, by, at))
    version.refresh_from_db()
    return version


def verified(version, author, verifier, at=MORNING):
    submitted(version, author, at)
    life.verify(version, hand=hand(version, verifier, at))
    version.refresh_from_db()
    return version


def approved(version, cast, at=MORNING, on=None, **decision):
    """Bring a draft into force through all hands; ``cast`` is author, verifier, approver."""
    author, verifier, approver = cast
    verified(version, author, verifier, at)
    decided = Decision(on or timezone.localdate(at), **decision)
    approving.approve(version, decided, hand=hand(version, approver, at))
    version.refresh_from_db()
    return version
