"""Names of sessions and of the devices they run on."""

import re
import secrets

from django.utils.translation import gettext as _

BROWSERS = (
    (re.compile(r"Edg[A-Z]*/"), "Edge"),
    (re.compile(r"OPR/|Opera"), "Opera"),
    (re.compile(r"SamsungBrowser/"), "Samsung Internet"),
    (re.compile(r"Firefox/|FxiOS/"), "Firefox"),
    (re.compile(r"Chrome/|CriOS/"), "Chrome"),
    (re.compile(r"Safari/"), "Safari"),
)
SYSTEMS = (
    (re.compile(r"Android"), "Android"),
    (re.compile(r"iPhone|iPad"), "iOS"),
    (re.compile(r"Windows"), "Windows"),
    (re.compile(r"Mac OS X"), "macOS"),
    (re.compile(r"CrOS"), "ChromeOS"),
    (re.compile(r"Linux"), "Linux"),
)


def new_handle() -> str:
    """Return a name for a session that nobody guesses."""
    return secrets.token_urlsafe(16)


def described(agent: str) -> str:
    """Return what a browser calls itself in words: "Chrome di Android"."""
    browser = next((name for pattern, name in BROWSERS if pattern.search(agent)), "")
    system = next((name for pattern, name in SYSTEMS if pattern.search(agent)), "")
    if browser and system:
        return _("%(browser)s di %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Perangkat tak dikenal")


def is_handheld(agent: str) -> bool:
    """Tell whether it is a phone or a tablet."""
    return bool(re.search(r"Mobile|Android|iPhone|iPad", agent))
