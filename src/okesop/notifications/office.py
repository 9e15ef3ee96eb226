"""What the office gives the room: a server for e-mail and the address under which it is opened."""

from importlib import import_module

from django.conf import settings


def address() -> str:
    """Return the public address of the installation, without a slash at its end; "" where none is set."""
    found: str = import_module(settings.NOTICES).public_address()
    return found


def mails() -> bool:
    """Tell whether e-mail can go out: a server is set, and an address for the links in it."""
    return bool(settings.MAILING and address())
