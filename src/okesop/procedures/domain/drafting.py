"""The beginning and the end of a draft."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from okesop.audit.domain import trail
from okesop.core.document import SopDocument
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import starting
from okesop.procedures.domain.changes import locked
from okesop.procedures.domain.plain import one_line
from okesop.procedures.models import Procedure, Version
from okesop.search.domain import indexing

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.organisation.models import Unit


@transaction.atomic
def create(
    document: SopDocument,
    *,
    unit: "Unit",
    by: "User",
    at: datetime,
    imported: bool = False,
    key: str = "",
) -> Version:
    """Begin an SOP of ``unit`` with ``document`` as the draft of its first version."""
    procedure = Procedure(unit=unit, created_at=at, created_by=by)
    procedure.key = key or procedure.key
    procedure.save(force_insert=True)
    version = Version(procedure=procedure, imported=imported, created_at=at)
    documents.store(version, document, by=by, at=at)
    trail.record("procedures.draft.create", version, by=by, at=at)
    return version


def begin(
    origin: SopDocument | None,
    *,
    unit: "Unit",
    title: str,
    key: str,
    by: "User",
    at: datetime,
) -> Version:
    """Begin an SOP of ``unit`` from a document, or from an empty form, made out to the unit.

    ``key`` names the SOP: a form that is sent twice begins it once.
    """
    begun = Version.objects.filter(procedure__key=key, procedure__created_by=by)
    today = timezone.localdate(at)
    document = starting.made_out(origin or starting.blank(), unit, title=one_line(title), on=today)
    try:
        with transaction.atomic():
            return begun.first() or create(document, unit=unit, by=by, at=at, key=key)
    except IntegrityError:
        return begun.get()


@transaction.atomic
def discard(version: Version, *, by: "User", at: datetime) -> None:
    """Delete a draft with all that hangs on it; the trail keeps its title and hash.

    Raises:
        DraftClosed: the version is no draft any more.
    """
    version = locked(version)
    detail = {"title": str(version), "sha256": version.sha256, "changes": version.sequence - 1}
    trail.record("procedures.draft.discard", version, by=by, at=at, detail=detail)
    procedure = version.procedure
    indexing.forget(version.pk)
    version.delete()
    if not procedure.versions.exists():
        procedure.delete()
