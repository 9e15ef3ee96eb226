"""The entries of the menu: only what exists. Rooms are named here because `ui` must not know them."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from okesop.notifications.domain.queries.notifications import unread_count
from okesop.organisation.rights import held
from okesop.procedures.domain.queries import workbox
from okesop.ui.navigation import Entry

if TYPE_CHECKING:
    from okesop.accounts.models import User

__all__ = ["BELL", "HELP", "MAIN", "PROFILE", "SEARCH", "SIGN_OUT", "held", "waiting"]


def waiting(user: "User") -> int:
    """Return how much waits on the home page: the sum of its counters that ask for a hand, in one query."""
    return sum(workbox.waiting_for(user).values())


MAIN = [
    Entry("procedures:home", "home", _("Beranda"), count=waiting),
    Entry("procedures:catalogue", "file-text", _("SOP")),
    Entry("organisation:settings", "settings", _("Pengaturan"), permission="organisation.manage"),
    Entry(
        "audit:trail",
        "shield-check",
        _("Jejak Audit"),
        permission="audit.read",
        unless="organisation.manage",
    ),
]
HELP = Entry("procedures:guide", "help-circle", _("Bantuan"))
BELL = Entry("notifications:list", "bell", _("Pemberitahuan"), count=unread_count)
PROFILE = Entry("accounts:profile", "user-circle", _("Profil"))
SIGN_OUT = "accounts:sign-out"
SEARCH = "search:palette"  # asked with ?cari=
