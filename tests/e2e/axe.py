"""What axe finds on the page that stands open."""

from axe_playwright_python.sync_playwright import Axe


def violations(page):
    """Return each rule that is broken with the first places where it is."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
