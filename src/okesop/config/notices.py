"""What people are told about, in the order in which they see it; the rooms declare their kinds themselves."""

from collections.abc import Mapping

from okesop.notifications.kinds import Kind
from okesop.procedures import notices
from okesop.procedures.domain import public_addresses

KINDS: Mapping[str, Kind] = {kind.code: kind for kind in notices.KINDS}


def public_address() -> str:
    """Return the address under which the installation is opened; "" where none is set."""
    return public_addresses.current()
