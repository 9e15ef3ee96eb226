"""What a person did with what he was told."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from okesop.notifications.models import Mail, Notification

if TYPE_CHECKING:
    from okesop.accounts.models import User

KEPT = timedelta(days=365)


def read(notification: Notification, *, at: datetime) -> None:
    """Mark one as read; the first time counts."""
    Notification.objects.unread().filter(pk=notification.pk).update(read_at=at)


def unread(notification: Notification) -> None:
    """Mark one as not read again, unless the same is waiting unread already."""
    try:
        with transaction.atomic():
            Notification.objects.filter(pk=notification.pk).update(read_at=None)
    except IntegrityError:  # the newer row says the same
        return


def read_all(user: "User", *, at: datetime) -> int:
    """Mark everything as read; return how many."""
    return Notification.objects.visible_to(user).unread().update(read_at=at)


def forget(*, at: datetime) -> int:
    """Forget what was read a year ago, and the messages that nothing belongs to any more; return how many."""
    read_long_ago, _kinds = Notification.objects.filter(read_at__lt=at - KEPT).delete()
    empty = Mail.objects.filter(made_at__lt=at - KEPT, notifications__isnull=True)
    mails, _kinds = empty.delete()
    return read_long_ago + mails
