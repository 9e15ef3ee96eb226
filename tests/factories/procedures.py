"""Drafts of invented SOPs, made the way the product makes them."""

from datetime import UTC, datetime

from tests.core.rows import sop

from okesop.procedures.domain import changes, drafting
from okesop.procedures.domain.changes import Proposed, Stamp

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


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
