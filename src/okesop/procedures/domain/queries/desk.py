"""The answer of the server to an editor's tab: what is new since it last heard."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from okesop.core.canonical import as_data
from okesop.core.document import SopDocument
from okesop.core.rules import Finding
from okesop.core.totals import totals
from okesop.procedures.domain import moments, presence, undoing, wording
from okesop.procedures.domain.changes import Outcome, Result
from okesop.procedures.domain.sheet import Sheet, draw
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.models import DraftChange, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User

MOST_OTHERS = 50


def answer(
    outcome: Outcome,
    *,
    client: str,
    since: int,
    user: "User",
    at: datetime,
    sheet: Sheet | None = None,
) -> dict[str, Any]:
    """Return the whole answer; ``document`` only when the tab cannot know it."""
    version, document = outcome.version, outcome.document
    others = _others(version, client=client, since=since)
    can_undo, can_redo = undoing.possible(version, user)
    return {
        "seq": version.sequence,
        "results": [_result(result) for result in outcome.results],
        "others": others,
        "document": as_data(document) if outcome.told or others or not since else None,
        "drawing": draw(document, sheet) if sheet else None,
        "findings": findings(outcome.findings),
        "total": _total(document),
        "people": people(version, client=client, at=at),
        "saved": moments.clock(version.updated_at),
        "undo": can_undo,
        "redo": can_redo,
    }


def findings(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return the findings as the protocol says them."""
    language = get_language() or "id"
    return [finding.as_data(language) for finding in found]


def people(version: Version, *, client: str, at: datetime) -> list[dict[str, str]]:
    """Return the other people on this draft, each once, where he was seen last."""
    seen: dict[int, dict[str, str]] = {}
    for tab in presence.others(version, client=client, at=at):
        seen.setdefault(
            tab.user_id,
            {"name": tab.user.name, "initials": tab.user.initials, "cell": tab.cell},
        )
    return list(seen.values())


def _total(document: SopDocument) -> dict[str, str]:
    total = totals(document)
    return {"text": spoken(total.written()), "note": spoken(total.note())}


def _result(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "status": result.status,
        "message": spoken(result.message) if result.message else None,
        "notices": [spoken(notice) for notice in result.notices],
    }


def _others(version: Version, *, client: str, since: int) -> list[dict[str, Any]]:
    """Return what other tabs did since; a tab that has heard nothing yet gets the document instead."""
    if not since or since >= version.sequence:
        return []
    later = version.changes.filter(sequence__gt=since).exclude(client=client)
    newest = later.select_related("author").order_by("-sequence")[:MOST_OTHERS]
    return [_other(change) for change in reversed(newest)]


def _other(change: DraftChange) -> dict[str, Any]:
    return {
        "seq": change.sequence,
        "name": change.author.name,
        "initials": change.author.initials,
        "at": moments.clock(change.at),
        "texts": change.texts,
        "summary": wording.sentence(change.kind, change.summary),
    }
