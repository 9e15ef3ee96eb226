"""From where the request that is being answered came: its address and its browser."""

from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

DEVICE_LETTERS = 255


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an act came from; empty texts for a command."""

    address: str = ""
    device: str = ""


NOWHERE = Origin()
current: ContextVar[Origin] = ContextVar("origin", default=NOWHERE)


def of(request: HttpRequest) -> Origin:
    """Return the origin of a request."""
    device = str(request.META.get("HTTP_USER_AGENT", ""))[:DEVICE_LETTERS]
    return Origin(address=address(request), device=device.replace("\0", ""))


def is_this_machine(request: HttpRequest) -> bool:
    """Tell whether the browser runs on the very machine that serves it, with no proxy between."""
    nearest = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = {"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_VIA"} & set(request.META)
    return not forwarded and bool(nearest) and ip_address(nearest).is_loopback


def address(request: HttpRequest) -> str:
    """Return the address of the browser.

    Behind proxies of ours it is the one that the outermost of them saw. Whatever a client writes into the header
    itself stands further left and is never read.
    """
    nearest = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    chain: list[str] = [*filter(None, forwarded), nearest]
    return chain[-min(settings.PROXIES + 1, len(chain))][:45]
