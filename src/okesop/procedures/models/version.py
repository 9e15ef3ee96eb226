"""A version of an SOP: the document and what is derived from it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.procedures.enums import SEALED, STATES, WRITTEN, Reach, Status, VersionState
from okesop.procedures.models.chain import Chain
from okesop.procedures.models.number import Number
from okesop.procedures.models.procedure import Procedure
from okesop.procedures.models.standing import Day, effect_by, in_force_on, standing_on

if TYPE_CHECKING:
    from okesop.accounts.models import User


WRITERS = (Role.AUTHOR, Role.LEADER, Role.AUDITOR)
REVIEWERS = (Role.VERIFIER, Role.APPROVER)


class VersionQuerySet(models.QuerySet["Version"]):
    """Filters that start every reading."""

    def visible_to(self, user: "User") -> Self:
        """Keep what a person may read.

        Drafts: those who write in the unit, lead it or audit it. From the first submission on: its verifiers and
        approvers as well. Approved: everybody of the office, or the unit alone where the SOP is marked so.
        """
        if user.is_administrator:
            return self.all()
        unit = "procedure__unit"
        open_to_all = ~models.Q(procedure__reach=Reach.INTERNAL) | access.units_of(user, unit)
        submitted = models.Q(state__in=WRITTEN, round__gt=0)
        return self.filter(
            models.Q(state__in=SEALED) & open_to_all
            | models.Q(state__in=WRITTEN) & access.units_where(user, WRITERS, unit)
            | submitted & access.units_where(user, REVIEWERS, unit)
        )

    def on_their_way_to(self, user: "User") -> Self:
        """Keep what is on its way and the person may read, said so that the database begins with his units."""
        seen = self.visible_to(user).on_their_way()
        if user.is_administrator:
            return seen
        roles = (*WRITERS, *REVIEWERS)
        return seen.filter(access.units_where(user, roles, "procedure__unit"))

    def drafts(self) -> Self:
        """Keep what is still being written."""
        return self.filter(state=VersionState.DRAFT)

    def on_their_way(self) -> Self:
        """Keep what is written, verified or about to be approved."""
        return self.filter(state__in=WRITTEN)

    def in_force(self, day: Day | None = None) -> Self:
        """Keep what is in force on a day, by default today by the database's clock in the office's zone."""
        return self.filter(in_force_on(access.TODAY if day is None else day))

    def took_effect(self, day: Day | None = None) -> Self:
        """Keep what took effect by a day (today) and was not revoked before: what replaces earlier versions."""
        return self.filter(effect_by(access.TODAY if day is None else day))

    def stands(self, status: Status, day: Day | None = None) -> Self:
        """Keep what stands somewhere on a day, by default today."""
        standing = standing_on(access.TODAY if day is None else day)
        return (
            self.filter(state__in=STATES[status])
            .alias(stands=standing)
            .filter(models.Q(stands=status))
        )

    def standing(self, day: Day | None = None) -> Self:
        """Bring along as ``standing`` where each version stands on a day, by default today."""
        return self.annotate(standing=standing_on(access.TODAY if day is None else day))

    def whole(self) -> Self:
        """Bring the unit and those above it along, and where it stands: paper, rules and pages ask for them."""
        return self.standing().select_related(
            "procedure__unit__parent__parent", "updated_by", "chain"
        )

    def light(self) -> Self:
        """Leave out what no list shows, the document and its words, and bring along where each stands."""
        return (
            self.standing()
            .defer("document", "words", "citations")
            .select_related("procedure__unit", "updated_by")
        )


class Version(models.Model):
    """One wording of an SOP.

    ``document`` is the truth, in canonical JSON, and ``sha256`` is the hash of exactly this text. The columns from
    ``title`` to ``citations`` are derived from it and are written by ``domain.document`` alone. ``sequence`` counts the
    changes from 1, its making: a tab that says 0 has heard nothing yet.

    ``state`` and what goes with it is written by ``domain.transitions`` alone. ``turn`` counts its moves, ``round`` its
    submissions, ``approvals_given`` the approvers who agreed in this round; ``chain`` is the way that it goes, None for
    the plain one. ``code`` (128 random bits) is what the paper's QR leads to; ``pdf`` are the bytes that were approved.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=16, choices=VersionState.choices, default=VersionState.DRAFT
    )
    returned_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=0)
    round = models.PositiveSmallIntegerField(default=0)
    approvals_given = models.PositiveSmallIntegerField(default=0)
    chain = models.ForeignKey(
        Chain, null=True, blank=True, on_delete=models.PROTECT, related_name="versions"
    )
    material = models.BooleanField(default=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)
    issued = models.ForeignKey(
        Number, null=True, blank=True, on_delete=models.PROTECT, related_name="versions"
    )
    pdf = models.ForeignKey(
        "files.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=24, unique=True, null=True, blank=True)
    imported = models.BooleanField(default=False)
    sequence = models.PositiveIntegerField(default=1)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)

    title = models.TextField(default="", blank=True)
    sort_title = models.CharField(max_length=200, default="", blank=True)
    number_text = models.TextField(default="", blank=True)
    nature = models.CharField(max_length=16, default="", blank=True)
    step_count = models.PositiveSmallIntegerField(default=0)
    performer_count = models.PositiveSmallIntegerField(default=0)
    error_count = models.PositiveIntegerField(default=0)
    warning_count = models.PositiveIntegerField(default=0)
    words = models.TextField(default="", blank=True)
    citations = models.TextField(default="", blank=True)

    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    updated_by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    standing: str  # where it stands on a day: brought along by the query, never stored
    coming: "Version | None"  # the version on its way behind it: brought along for a list

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["procedure"],
                condition=models.Q(state__in=WRITTEN),
                name="version_one_on_its_way",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=WRITTEN)
                | models.Q(
                    approved_at__isnull=False,
                    effective_on__isnull=False,
                    issued__isnull=False,
                    pdf__isnull=False,
                    code__isnull=False,
                ),
                name="version_approved_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(state=VersionState.REVOKED, revoked_on__isnull=False)
                | (~models.Q(state=VersionState.REVOKED) & models.Q(revoked_on__isnull=True)),
                name="version_revoked_from_a_day",
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_from_one"),
            models.CheckConstraint(
                condition=models.Q(state__in=VersionState.values), name="version_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["sort_title", "id"], name="version_by_title"),
            models.Index(fields=["-updated_at", "-id"], name="version_by_update"),
            models.Index(fields=["procedure", "effective_on"], name="version_by_effect"),
            models.Index(fields=["state", "-moved_at"], name="version_by_state"),
            models.Index(  # all that tells where a version stands and who sees it, without its document
                fields=["procedure", "number", "state", "effective_on", "revoked_on", "round"],
                name="version_by_standing",
            ),
            models.Index(  # all that tells for whom a version waits, without its document
                fields=[
                    "state",
                    "procedure",
                    "round",
                    "error_count",
                    "returned_at",
                    "chain",
                    "approvals_given",
                    "updated_at",
                ],
                name="version_by_work",
            ),
        ]

    def __str__(self) -> str:
        return self.title or _("SOP tanpa judul")

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still be written."""
        return self.state == VersionState.DRAFT

    @property
    def is_sealed(self) -> bool:
        """Tell whether it was approved: nothing of it ever changes again but its end."""
        return self.state in SEALED

    @property
    def key(self) -> str:
        """Public key of its SOP."""
        return self.procedure.key
