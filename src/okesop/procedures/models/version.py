"""A version of an SOP: the document and what is derived from it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from okesop.organisation import access
from okesop.procedures.enums import VersionState
from okesop.procedures.models.procedure import Procedure

if TYPE_CHECKING:
    from okesop.accounts.models import User


class VersionQuerySet(models.QuerySet["Version"]):
    """Filters that start every reading."""

    def visible_to(self, user: "User") -> Self:
        """Keep the drafts of the units in which the user works today; an administrator sees all."""
        return self.filter(access.units_of(user, "procedure__unit"))

    def drafts(self) -> Self:
        """Keep what is still being written."""
        return self.filter(state=VersionState.DRAFT)

    def whole(self) -> Self:
        """Bring the unit and those above it along: paper and rules ask for them."""
        return self.select_related("procedure__unit__parent__parent", "updated_by")

    def light(self) -> Self:
        """Leave out what no list shows: the document and its words."""
        return self.defer("document", "words", "citations").select_related(
            "procedure__unit", "updated_by"
        )


class Version(models.Model):
    """One wording of an SOP.

    ``document`` is the truth, in canonical JSON, and ``sha256`` is the hash of exactly this text. The columns from
    ``title`` to ``citations`` are derived from it and are written by ``domain.document`` alone. ``sequence`` counts the
    changes from 1, its making: a tab that says 0 has heard nothing yet.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(
        max_length=16, choices=VersionState.choices, default=VersionState.DRAFT
    )
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

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["procedure"],
                condition=models.Q(state=VersionState.DRAFT),
                name="version_one_draft",
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_from_one"),
            models.CheckConstraint(
                condition=models.Q(state__in=VersionState.values), name="version_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["sort_title", "id"], name="version_by_title"),
            models.Index(fields=["-updated_at", "-id"], name="version_by_update"),
        ]

    def __str__(self) -> str:
        return self.title or _("SOP tanpa judul")

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still be written."""
        return self.state == VersionState.DRAFT

    @property
    def key(self) -> str:
        """Public key of its SOP."""
        return self.procedure.key
