"""The address that the codes on paper lead to."""

from datetime import datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.procedures.models import PublicAddress

if TYPE_CHECKING:
    from okesop.accounts.models import User

LONGEST = 120


class NoPublicAddress(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """There is no address yet that a phone outside could open."""


class WrongAddress(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """What was typed is no address that a phone outside could open."""


@transaction.atomic
def choose(typed: str, *, by: "User", at: datetime) -> PublicAddress:
    """Set the public address from now on; codes that were printed keep the one that they carry.

    Raises:
        WrongAddress: no web address, or one that leads to this machine alone.
    """
    address = checked(typed)
    chosen = PublicAddress.objects.create(address=address, set_at=at, set_by=by)
    trail.record("procedures.address.choose", chosen, by=by, at=at, detail={"address": address})
    return chosen


def checked(typed: str) -> str:
    """Return the address without a slash at its end.

    Raises:
        WrongAddress: no web address, or one that leads to this machine alone.
    """
    address = typed.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise WrongAddress(_("Tulis alamat lengkap, misalnya https://sop.kota.go.id.")) from None
    plain = parts.scheme in {"http", "https"} and host and not (parts.query or parts.fragment)
    if not plain or parts.username or len(address) > LONGEST or not address.isascii():
        raise WrongAddress(_("Tulis alamat lengkap, misalnya https://sop.kota.go.id."))
    if is_loopback(host):
        raise WrongAddress(
            _("%(host)s hanya dikenal komputer ini; ponsel yang memindai kode tidak akan sampai.")
            % {"host": host}
        )
    return address


def current() -> str:
    """Return the address that is set: by the environment, else on the page of the settings, else "".

    The demo answers to its own machine alone; what it prints is marked as an example.
    """
    chosen = PublicAddress.objects.first()
    fallback = str(settings.DEMO_ADDRESS) if settings.DEMO else ""
    return str(settings.PUBLIC_ADDRESS) or (chosen.address if chosen else fallback)


def is_fixed() -> bool:
    """Tell whether the environment sets the address, so that the page cannot."""
    return bool(settings.PUBLIC_ADDRESS)


def required() -> str:
    """Return the public address.

    Raises:
        NoPublicAddress: none is set, or one that leads to this machine alone, so that a code on paper would lead nowhere.
    """
    address = current()
    if settings.DEMO:
        return address
    try:
        return checked(address)
    except WrongAddress:
        raise NoPublicAddress(
            _(
                "Alamat umum pemasangan ini belum diatur, sehingga kode QR pada kertas tidak akan sampai ke mana pun. "
                "Minta admin mengisinya di Pengaturan, Alamat umum."
            )
        ) from None


def is_loopback(host: str) -> bool:
    """Tell whether a host name leads to the very machine that opens it."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        found = ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return found.is_loopback or found.is_unspecified or found.is_link_local
