"""Something that a person was told."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from okesop.notifications import kinds
from okesop.notifications.models.mail import Mail

if TYPE_CHECKING:
    from okesop.accounts.models import User


class NotificationQuerySet(models.QuerySet["Notification"]):
    """Filters of what people were told."""

    def visible_to(self, user: "User") -> Self:
        """Keep what the person himself was told."""
        return self.filter(recipient=user)

    def unread(self) -> Self:
        """Leave out what was read."""
        return self.filter(read_at__isnull=True)

    def before(self, at: datetime, pk: int) -> Self:
        """Keep what stands below a row of the list."""
        return self.filter(models.Q(at__lt=at) | models.Q(at=at, pk__lt=pk))


class Notification(models.Model):
    """One event for one person; the same again before it was read is counted and moves up, and is no second row.

    ``subject`` is what it is about, in its own words; ``url`` where it opens, inside the product.
    """

    recipient: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=60)
    actor: "models.ForeignKey[User | None, User | None]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    subject = models.CharField(max_length=300)
    detail = models.CharField(max_length=300, default="", blank=True)
    url = models.CharField(max_length=300)
    count = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(
        Mail, null=True, blank=True, on_delete=models.SET_NULL, related_name="notifications"
    )

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "url"],
                condition=models.Q(read_at__isnull=True),
                name="notification_unread_once",
            ),
            models.CheckConstraint(
                condition=models.Q(url__startswith="/") & ~models.Q(url__startswith="//"),
                name="notification_opens_here",
            ),
        ]
        indexes = [models.Index(fields=["recipient", "-at", "-id"], name="notification_list")]

    def __str__(self) -> str:
        return self.subject

    @property
    def told(self) -> kinds.Kind:
        """Return its kind, also where it is not declared any more."""
        return kinds.table().get(self.kind, kinds.GONE)

    @property
    def text(self) -> str:
        """Return the sentence about it."""
        kind = self.told
        template = kind.text_many if self.count > 1 and kind.text_many else kind.text
        return str(template).format(
            actor=self.actor.name.split(",")[0] if self.actor else "",
            subject=self.subject,
            detail=self.detail,
            count=self.count,
        )
