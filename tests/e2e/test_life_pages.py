"""The pages of an SOP's life: no rule of access violated, nothing wider than the window."""

import pytest
from django.utils import timezone
from tests.e2e.axe import violations
from tests.e2e.test_compare import keep
from tests.factories import procedures as sops
from tests.procedures.conftest import (  # noqa: F401 -- fixtures of the room
    approver,
    cast,
    emblem,
    public_address,
    verifier,
)

from okesop.procedures.domain import comments

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_the_pages_of_a_life_are_open_to_everybody(window, general, cast, width, dark):  # noqa: F811
    author, checker, head = cast
    now = timezone.now()
    in_force = sops.approved(sops.draft(general, author, at=now), cast, at=now)
    coming = sops.verified(sops.draft(general, author, at=now), author, checker, now)
    comments.add(coming, place="steps/s2", text="Siapa?", by=head, at=now)
    own = f"/sop/{in_force.key}"
    waits = f"/sop/{coming.key}/versi/1"
    page = window(head, width=width, dark=dark)
    found = {}
    for address in (
        "/",
        f"{own}/",
        f"{own}/riwayat/?tanggal={timezone.localdate()}",
        f"{own}/versi/1/cabut/",
        f"{waits}/tinjau/",
        f"{waits}/setujui/",
        f"/v/{in_force.code}",
    ):
        page.goto(address)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[address] = (violations(page), max(wider, 0))

    assert {address: what for address, what in found.items() if what != ([], 0)} == {}


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_a_grey_button_says_why(window, general, cast, stranger, administrator, width, dark):  # noqa: F811
    version = sops.approved(sops.draft(general, cast[0], at=timezone.now()), cast, timezone.now())
    page = window(stranger, width=width, height=900, dark=dark)
    page.goto(f"/sop/{version.key}/")
    for name, role in (("Buat revisi", "Penyusun"), ("Cabut SOP", "Pengesah")):
        act = page.locator(".closed", has_text=name)
        assert act.get_by_role("button", name=name).is_disabled()

        act.locator("summary").click()

        why = act.locator(".lack")
        why.get_by_text(role).wait_for()
        why.get_by_text(administrator.name).or_(why.get_by_text("Hubungi pengelola")).wait_for()
        left, right = why.evaluate(
            "e => (({left, right}) => [left, right])(e.getBoundingClientRect())"
        )
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (violations(page), left >= 0, right <= width, max(wider, 0)) == ([], True, True, 0)
        keep(page, f"{width}-{dark}-{role}")
        page.keyboard.press("Escape")
        why.wait_for(state="hidden")
