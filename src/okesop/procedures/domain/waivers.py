"""Suggestions that the drafter sets aside with a reason; errors of the regulation cannot be."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.core.rules import Finding
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import locked
from okesop.procedures.domain.plain import plain
from okesop.procedures.models import Version, Waiver

if TYPE_CHECKING:
    from okesop.accounts.models import User


class NotWaivable(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """There is no such finding, or it cannot be set aside."""


@transaction.atomic
def waive(
    version: Version, *, rule: str, place: str, reason: str, by: "User", at: datetime
) -> tuple[Version, tuple[Finding, ...]]:
    """Set a finding aside with its reason.

    Raises:
        NotWaivable: no such finding, an error that counts, or no reason.
        DraftClosed: the version is no draft any more.
    """
    version = locked(version)
    reason = plain(reason)
    document = documents.read(version)
    found = [
        f for f in documents.findings(version, document) if (f.rule, f.place) == (rule, place)
    ]
    if not found or not found[0].waivable:
        raise NotWaivable(_("Temuan ini tidak dapat dikesampingkan. Perbaiki isiannya."))
    if not reason:
        raise NotWaivable(_("Tulis alasannya, supaya pembaca berikutnya mengerti."))
    Waiver.objects.update_or_create(
        version=version, rule=rule, place=place, defaults={"reason": reason, "by": by, "at": at}
    )
    trail.record("procedures.finding.waive", version, by=by, at=at, detail={"rule": rule})
    return version, documents.recount(version, document)


@transaction.atomic
def take_back(
    version: Version, *, rule: str, place: str, by: "User", at: datetime
) -> tuple[Version, tuple[Finding, ...]]:
    """Let a finding that was set aside ask again.

    Raises:
        DraftClosed: the version is no draft any more.
    """
    version = locked(version)
    gone, _counts = version.waivers.filter(rule=rule, place=place).delete()
    if gone:
        trail.record("procedures.finding.ask_again", version, by=by, at=at, detail={"rule": rule})
    return version, documents.recount(version, documents.read(version))
