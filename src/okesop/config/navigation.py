"""The entries of the menu: only what exists. Rooms are named here because `ui` must not know them."""

from django.utils.translation import gettext_lazy as _

from okesop.ui.navigation import Entry

MAIN = [
    Entry("procedures:home", "home", _("Beranda")),
    Entry("procedures:catalogue", "file-text", _("SOP")),
    Entry("organisation:settings", "settings", _("Pengaturan"), permission="organisation.manage"),
]
HELP = Entry("procedures:guide", "help-circle", _("Bantuan"))
PROFILE = Entry("accounts:profile", "user-circle", _("Profil"))
SIGN_OUT = "accounts:sign-out"
SEARCH = "procedures:catalogue"  # asked with ?cari=
