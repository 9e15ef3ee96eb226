"""A new version of an SOP, from the one that was approved last."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.core.document import SopDocument
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.queries import official
from okesop.procedures.models import Procedure, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class AlreadyRevised(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A new version is being written already."""


class NothingToRevise(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Only what was approved can be revised; a draft is simply written on."""


@transaction.atomic
def revise(origin: Version, *, by: "User", at: datetime) -> Version:
    """Begin the next version of an SOP from an approved one; that one stays as it is.

    Raises:
        AlreadyRevised, NothingToRevise.
    """
    if not origin.is_sealed:
        raise NothingToRevise(_("Hanya versi yang sudah disetujui yang dapat direvisi."))
    procedure = Procedure.objects.select_for_update().get(pk=origin.procedure_id)
    if procedure.versions.on_their_way().exists():
        raise AlreadyRevised(_("Revisi SOP ini sudah ada dan sedang dikerjakan."))
    newest = procedure.versions.order_by("-number").values_list("number", flat=True)[0]
    version = Version(procedure=procedure, number=newest + 1, created_at=at)
    try:
        with transaction.atomic():
            documents.store(version, _anew(origin, at), by=by, at=at)
    except IntegrityError as error:
        raise AlreadyRevised(_("Revisi SOP ini sudah ada dan sedang dikerjakan.")) from error
    trail.record(
        "procedures.version.revise", version, by=by, at=at, detail={"from": origin.number}
    )
    return version


def _anew(origin: Version, at: datetime) -> SopDocument:
    """Return the document with its days and its approver as they are now."""
    document, today = documents.read(origin), timezone.localdate(at)
    head = official.of(origin.procedure.unit, on=today)
    identity = replace(
        document.identity,
        revised=today,
        effective=None,
        approver_position=head.position,
        approver_name=head.name,
        approver_nip=head.nip,
        acting_as=head.acting_as,
    )
    return replace(document, identity=identity)
