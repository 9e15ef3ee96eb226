"""E-mail about what is not read yet: put together in one transaction, sent at least once from the next."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.notifications import office
from okesop.notifications.enums import Rhythm
from okesop.notifications.models import Mail, Notification, Preference
from okesop.tasks import enqueue, find

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST = 50
GATHER, SEND = "notifications.gather", "notifications.send"


def queue_at_once(preferences: Sequence[Preference], kind: str) -> None:
    """Queue the messages of those who want them at once, in the caller's transaction."""
    wanted = [
        each.pk
        for each in preferences
        if each.mailed and each.rhythm == Rhythm.AT_ONCE and kind not in each.unmailed
    ]
    if wanted and office.mails():
        for pk in sorted(wanted):
            enqueue(find(GATHER), pk, key=f"{GATHER}:{pk}", delay=settings.MAIL_GATHERING)


@transaction.atomic
def queue_digests() -> int:
    """Queue the message of everybody who wants one a day; return how many."""
    if not office.mails():
        return 0
    daily = Preference.objects.filter(rhythm=Rhythm.DAILY, confirmed_at__isnull=False)
    keys = list(daily.order_by("pk").values_list("pk", flat=True))
    for pk in keys:
        enqueue(find(GATHER), pk, key=f"{GATHER}:{pk}")
    return len(keys)


@transaction.atomic
def gather(user_id: int, *, at: datetime) -> Mail | None:
    """Put together what a person did not read and was not sent yet; None where there is nothing."""
    preference = Preference.objects.select_for_update().filter(pk=user_id).first()
    if not office.mails() or preference is None or not preference.mailed:
        return None
    waiting = list(_unsent(preference).values_list("pk", flat=True))
    if not waiting:
        return None
    mail = Mail.objects.create(user_id=user_id, made_at=at)
    Notification.objects.filter(pk__in=waiting).update(mail=mail)
    enqueue(find(SEND), mail.pk)
    return mail


def send(mail: Mail, *, at: datetime) -> bool:
    """Send a message that was not sent yet; the same Message-ID at every try. False where nothing is to be sent.

    Raises:
        OSError, SMTPException: the server is away or refuses; the task tries again.
    """
    preference = Preference.objects.filter(pk=mail.user_id).select_related("user").first()
    told = list(mail.notifications.select_related("actor").order_by("-at", "-pk"))
    if mail.sent_at or preference is None or not preference.mailed or not told:
        return False
    with translation.override(preference.user.language):
        _message(mail, preference, told).send()
    Mail.objects.filter(pk=mail.pk).update(sent_at=at)
    return True


def message_id(token: str) -> str:
    """Return the Message-ID of a token: the same for the same message, whoever sends it."""
    host = urlsplit(office.address()).hostname or "okesop.invalid"
    return f"<{token}@{host}>"


def _unsent(preference: Preference) -> "QuerySet[Notification]":
    told = Notification.objects.filter(recipient=preference.pk, mail__isnull=True).unread()
    return told.exclude(kind__in=preference.unmailed)


def _message(mail: Mail, preference: Preference, told: list[Notification]) -> EmailMessage:
    count = len(told)
    subject = told[0].text
    if count > 1:
        subject = ngettext("%(count)d pemberitahuan", "%(count)d pemberitahuan", count)
        subject %= {"count": count}
    context = {
        "user": preference.user,
        "told": told[:MOST],
        "more": max(0, count - MOST),
        "address": office.address(),
    }
    return EmailMessage(
        subject=_("%(subject)s · OKE SOP DIBAGI") % {"subject": " ".join(subject.split())},
        body=render_to_string("notifications/mail.txt", context),
        to=[preference.address],
        headers={
            "Message-ID": message_id(mail.token),
            "Date": format_datetime(mail.made_at),
            "Auto-Submitted": "auto-generated",
        },
    )
