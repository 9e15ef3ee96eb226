"""Who may read an approved SOP: its unit, the office, or anybody who scans its code."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from okesop.audit.domain import trail
from okesop.procedures.enums import Reach
from okesop.procedures.models import Procedure, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


@transaction.atomic
def open_to(version: Version, reach: Reach, *, by: "User", at: datetime) -> None:
    """Open an SOP, with all its approved versions, to fewer or more readers; drafts stay with their unit."""
    procedure = Procedure.objects.select_for_update().get(pk=version.procedure_id)
    before, procedure.reach = procedure.reach, reach
    if before == reach:
        return
    procedure.save(update_fields=["reach"])
    version.procedure.reach = reach
    detail = {"from": before, "to": reach}
    trail.record("procedures.reach.change", version, by=by, at=at, detail=detail)
