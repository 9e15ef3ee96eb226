"""Drafts of invented SOPs, made the way the product makes them."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image
from tests.core.rows import sop

from okesop.files.domain import store
from okesop.files.models import Emblem
from okesop.procedures.domain import changes, drafting
from okesop.procedures.domain.changes import Proposed, Stamp

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
