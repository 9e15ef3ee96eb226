"""A button is grey because of a role, and beside it stands which one and who can give it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import works_in
from tests.factories import procedures as sops

from okesop.organisation.domain.queries.lack import lacks
from okesop.procedures.domain import approving, life, revising

pytestmark = pytest.mark.django_db
LATER = sops.MORNING + timedelta(days=1)


@pytest.fixture
def draft(general, author):
    return sops.draft(general, author)


@pytest.fixture
def keeper(secretariat):
    """Looks after the office by a role of her position."""
    user = works_in(secretariat, "Analis Kepegawaian", "Wa Ode Rahma")
    sops.grant(user, "administrator", secretariat)
    return user


def grey(client, version):
    """Return the grey buttons of the page with the roles that they wait for."""
    page = client.get(f"/sop/{version.key}/versi/{version.number}/").content.decode()
    buttons = re.findall(
        r'<button class="btn[^"]*" type="button" disabled>(.*?)</button>', page, re.DOTALL
    )
    words = [re.sub(r"<.*?>", "", each, flags=re.DOTALL).strip() for each in buttons]
    roles = re.findall(r"memerlukan peran <b>(.*?)</b>", page)
    assert page.count("Mengapa saya tidak bisa?") == len(words)
    return list(zip(words, roles, strict=True))


def test_what_waits_for_another_hand_is_grey_and_says_whose(signed_in, draft, cast):
    author, verifier, approver = cast
    assert grey(signed_in(author), draft) == []

    sops.submitted(draft, author)
    assert grey(signed_in(author), draft) == [("Tinjau dan verifikasi", "Verifikator")]
    assert grey(signed_in(verifier), draft) == []

    life.verify(draft, hand=sops.hand(draft, verifier))
    draft.refresh_from_db()
    assert grey(signed_in(verifier), draft) == [("Tinjau dan setujui", "Pengesah")]
    assert grey(signed_in(approver), draft) == []


def test_who_only_reads_an_sop_in_force_is_told_of_both_roles(
    signed_in, draft, cast, stranger, secretariat
):
    sops.approved(draft, cast)
    both = [("Buat revisi", "Penyusun"), ("Cabut SOP", "Pengesah")]

    assert grey(signed_in(stranger), draft) == both
    assert grey(signed_in(cast[0]), draft) == both[1:]

    auditor = works_in(secretariat, "Auditor", "La Ode Bahar")
    sops.grant(auditor, "auditor", secretariat)
    revising.revise(draft, by=cast[0], at=LATER)
    assert grey(signed_in(auditor), draft) == both[1:]
    assert (
        grey(signed_in(stranger), draft) == both
    )  # who does not see the revision is not told of it


def test_what_no_role_opens_is_not_there(signed_in, draft, cast, stranger):
    sops.approved(draft, cast)
    reason = {"on": LATER.date(), "reason": "Diganti."}
    approving.revoke(draft, **reason, hand=sops.hand(draft, cast[2], LATER))
    draft.refresh_from_db()

    assert grey(signed_in(stranger), draft) == []


def test_whoever_can_give_the_role_is_named(signed_in, draft, cast, keeper):
    sops.submitted(draft, cast[0])

    page = signed_in(cast[0]).get(f"/sop/{draft.key}/").content.decode()

    assert re.search(r"<b>Wa Ode Rahma</b>\s*<span\s+class=\"d\"\s*>Analis Kepegawaian", page)


def test_who_can_give_a_role_is_asked_once_for_all_acts(draft, cast, keeper, stranger):
    sops.approved(draft, cast)
    acts = ["procedures.revise_version", "procedures.revoke_version", "procedures.edit_draft"]
    with CaptureQueriesContext(connection) as one:
        lacks(stranger, acts[:1], draft)
    with CaptureQueriesContext(connection) as three:
        found = lacks(stranger, acts, draft)

    asked = [sum("administrator" in each["sql"] for each in run) for run in (one, three)]
    assert asked[0] == asked[1]
    assert len(three) - len(one) <= 2  # whether he holds each role
    assert {each.givers for each in found.values()} == {found[acts[0]].givers}
    assert list(found) == acts
