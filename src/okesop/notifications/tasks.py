"""What the room does in the background: e-mail, the daily digest, forgetting."""

from datetime import time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from okesop.notifications.domain import mailing, preferring, reading
from okesop.notifications.models import Mail
from okesop.tasks import task


@task(mailing.GATHER, title=_("Mengumpulkan pemberitahuan untuk satu e-mail"))
def gather(user_id: int) -> None:
    """Put a person's message together."""
    mailing.gather(user_id, at=timezone.now())


@task(mailing.SEND, title=_("Mengirim e-mail"))
def send(mail_id: int) -> None:
    """Send a message."""
    mail = Mail.objects.filter(pk=mail_id).first()
    if mail is not None:
        mailing.send(mail, at=timezone.now())


@task(preferring.CONFIRM, title=_("Mengirim tautan konfirmasi alamat e-mail"))
def confirm(user_id: int) -> None:
    """Send the link that confirms an address."""
    preferring.send_link(user_id)


@task("notifications.digest", title=_("Ringkasan harian lewat e-mail"), daily_at=time(7, 0))
def digest() -> None:
    """Queue the daily messages."""
    mailing.queue_digests()


@task("notifications.forget", title=_("Membersihkan pemberitahuan lama"), daily_at=time(1, 50))
def forget() -> None:
    """Forget what was read long ago."""
    reading.forget(at=timezone.now())
