"""How a person wants to be told, and whether an address is his."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.notifications import office
from okesop.notifications.domain.mailing import message_id
from okesop.notifications.enums import Rhythm
from okesop.notifications.models import Preference
from okesop.tasks import enqueue, find

if TYPE_CHECKING:
    from okesop.accounts.models import User

SALT = "notifications.address"
CONFIRM = "notifications.confirm"
VALID = 3 * 24 * 3600  # seconds


class NoConfirmation(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A link that confirms nothing: old, of another person, or of another address."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose."""

    address: str
    rhythm: Rhythm
    muted: list[str]
    unmailed: list[str]


def of(user: "User") -> Preference:
    """Return a person's choice; one that is not stored where he made none yet."""
    return Preference.objects.filter(pk=user.pk).first() or Preference(user=user)


@transaction.atomic
def prefer(user: "User", choice: Choice, *, at: datetime) -> bool:
    """Keep a choice; return whether a link went to a new address, which gets no other e-mail until it is followed."""
    before = Preference.objects.select_for_update().filter(pk=user.pk).first()
    is_new = bool(choice.address) and (before is None or before.address != choice.address)
    kept = before.confirmed_at if before and before.address == choice.address else None
    Preference.objects.update_or_create(
        pk=user.pk,
        defaults={
            "address": choice.address,
            "confirmed_at": kept,
            "rhythm": choice.rhythm,
            "muted": choice.muted,
            "unmailed": choice.unmailed,
        },
    )
    asks = is_new and office.mails()
    if asks:
        ask_again(user)
    trail.record("notifications.prefer", user, by=user, at=at, detail={"rhythm": choice.rhythm})
    return asks


@transaction.atomic
def ask_again(user: "User") -> None:
    """Send the link that confirms the address (again)."""
    enqueue(find(CONFIRM), user.pk, key=f"{CONFIRM}:{user.pk}")


def send_link(user_id: int) -> bool:
    """Send a person the link that confirms his address; False where there is nothing to confirm (any more)."""
    found = Preference.objects.filter(pk=user_id).select_related("user").first()
    if not office.mails() or found is None or not found.address or found.confirmed_at:
        return False
    signed = signing.dumps([user_id, found.address], salt=SALT)
    link = office.address() + reverse("notifications:confirm", args=[signed])
    with translation.override(found.user.language):
        EmailMessage(
            subject=_("Konfirmasi alamat e-mail Anda · OKE SOP DIBAGI"),
            body=render_to_string("notifications/confirm.txt", {"user": found.user, "link": link}),
            to=[found.address],
            headers={
                "Message-ID": message_id(signed.rpartition(":")[2]),
                "Auto-Submitted": "auto-generated",
            },
        ).send()
    return True


@transaction.atomic
def confirm(user: "User", signed: str, *, at: datetime) -> None:
    """Believe that an address is the person's.

    Raises:
        NoConfirmation: the link is old, of another person, or of an address that he changed.
    """
    try:
        user_id, address = signing.loads(signed, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError, TypeError):
        user_id, address = None, ""
    held = Preference.objects.select_for_update().filter(pk=user.pk, address=address).first()
    if user_id != user.pk or held is None:
        raise NoConfirmation(_("Tautan ini tidak berlaku lagi. Minta tautan baru di bawah."))
    Preference.objects.filter(pk=user.pk, confirmed_at__isnull=True).update(confirmed_at=at)
