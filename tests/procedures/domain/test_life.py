from datetime import date, timedelta

import pytest
from tests.factories import organisation as office
from tests.factories import procedures as sops

from okesop.audit.models import Entry
from okesop.procedures.domain import approving, chains, comments, life, revising
from okesop.procedures.domain.actors import NotTheirs
from okesop.procedures.domain.approving import Decision, WrongDay
from okesop.procedures.domain.changes import DraftClosed
from okesop.procedures.domain.life import AlreadyDecided, Blocked, NothingNoted
from okesop.procedures.domain.public_addresses import NoPublicAddress
from okesop.procedures.domain.transitions import Hand, NotAllowedNow
from okesop.procedures.enums import Status, VersionState
from okesop.procedures.models import Version

TODAY = date(2026, 11, 23)


@pytest.fixture
def draft(general, author):
    return sops.draft(general, author)


def state(version):
    return Version.objects.get(pk=version.pk).state


def standing(version, on=TODAY):
    return Version.objects.standing(on).get(pk=version.pk).standing


def test_an_sop_goes_from_hand_to_hand_into_force(draft, cast):
    sops.approved(draft, cast)

    assert standing(draft) == Status.IN_FORCE
    assert [(a.kind, a.by.name, a.position) for a in draft.approvals.all()] == [
        ("submit", "La Ode Fadlan", "Kepala Subbagian Tata Usaha"),
        ("verify", "Hasbullah Moita", "Analis Tata Laksana"),
        ("approve", "Ridwan Tamboraki", "Kepala Bagian Umum"),
    ]
    assert draft.number_text == "000/001/Bagian Umum/2026"
    assert draft.pdf.kind == "application/pdf"


def test_what_was_decided_stands_in_the_trail(draft, cast):
    sops.approved(draft, cast)

    acts = Entry.objects.filter(action__startswith="procedures.version.")
    assert list(acts.order_by("sequence").values_list("action", flat=True)) == [
        "procedures.version.submit",
        "procedures.version.verify",
        "procedures.version.approve",
    ]


def test_the_paper_names_who_approved(draft, cast):
    sops.approved(draft, cast)

    from okesop.procedures.domain import document as documents

    identity = documents.read(draft).identity
    assert identity.approver_name == "Ridwan Tamboraki"
    assert identity.approver_position == "Kepala Bagian Umum"
    assert identity.effective == TODAY
    assert identity.number == draft.number_text


def test_a_stale_page_moves_nothing(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    before = Hand(verifier, sops.MORNING, draft.turn)
    life.take_back(draft, hand=sops.hand(draft, author))
    sops.submitted(draft, author)

    with pytest.raises(NotAllowedNow):
        life.verify(draft, hand=before)

    assert state(draft) == VersionState.SUBMITTED


def test_findings_that_count_block_and_say_where(general, author, verifier):
    draft = sops.draft(general, author, sops.document("", "(A)", "[B]", "(A)"))

    with pytest.raises(Blocked) as refused:
        life.submit(draft, hand=sops.hand(draft, author))

    assert {finding.place for finding in refused.value.findings} == {"identity/title"}
    assert state(draft) == VersionState.DRAFT


def test_only_who_holds_the_role_moves(draft, cast, stranger):
    author, verifier, approver = cast
    with pytest.raises(NotTheirs):
        life.submit(draft, hand=sops.hand(draft, stranger))
    sops.submitted(draft, author)
    for person in (author, approver, stranger):
        with pytest.raises(NotTheirs):
            life.verify(draft, hand=sops.hand(draft, person))
    life.verify(draft, hand=sops.hand(draft, verifier))
    for person in (author, verifier, stranger):
        with pytest.raises(NotTheirs):
            approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, person))


def test_an_approver_whose_term_ended_yesterday_is_refused(draft, cast):
    author, verifier, approver = cast
    sops.verified(draft, author, verifier)
    approver.person.assignments.update(until_on=TODAY - timedelta(days=1))

    with pytest.raises(NotTheirs):
        approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, approver))


def test_sending_back_needs_a_note_and_opens_the_draft(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    with pytest.raises(NothingNoted):
        life.send_back(draft, hand=sops.hand(draft, verifier))

    life.send_back(draft, note="Lengkapi dasar hukum.", hand=sops.hand(draft, verifier))

    assert standing(draft) == Status.RETURNED
    sops.change(draft, sops.text("steps/s1/note", "sudah"), by=author)
    assert sops.submitted(draft, author).round == 2


def test_a_note_of_an_earlier_round_does_not_send_back_again(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    life.send_back(draft, note="Perbaiki.", hand=sops.hand(draft, verifier))
    sops.submitted(draft, author)

    with pytest.raises(NothingNoted):
        life.send_back(draft, hand=sops.hand(draft, verifier))


def test_nobody_writes_in_what_was_submitted(draft, author, verifier):
    sops.submitted(draft, author)

    with pytest.raises(DraftClosed):
        sops.change(draft, sops.text("steps/s1/note", "nanti"), by=author)


def test_the_author_takes_back_until_somebody_decided(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    life.take_back(draft, hand=sops.hand(draft, author))
    assert standing(draft) == Status.DRAFT

    sops.verified(draft, author, verifier)
    with pytest.raises((AlreadyDecided, NotAllowedNow)):
        life.take_back(draft, hand=sops.hand(draft, author))


def test_a_unit_may_do_without_verification(draft, cast, general, administrator):
    author, _verifier, approver = cast
    decide(general, administrator, verified=False)

    sops.submitted(draft, author)
    assert state(draft) == VersionState.VERIFIED
    approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, approver))

    assert standing(draft) == Status.IN_FORCE


def decide(unit, by, *, verified=True, approvers=(), from_on=TODAY):
    return chains.decide(
        unit, verified=verified, approvers=approvers, from_on=from_on, by=by, at=sops.MORNING
    )


def test_several_approvers_agree_in_their_order(draft, cast, secretariat, general, administrator):
    author, verifier, approver = cast
    second = works_as(secretariat, "Asisten Administrasi Umum")
    sops.grant(second, "approver", secretariat)
    seats = [user.person.assignments.get().position for user in (approver, second)]
    decide(general, administrator, approvers=seats)
    sops.verified(draft, author, verifier)

    with pytest.raises(NotTheirs):
        approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, second))
    approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, approver))
    assert state(draft) == VersionState.VERIFIED
    with pytest.raises(NotTheirs):
        approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, approver))
    approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, second))

    assert standing(draft) == Status.IN_FORCE
    assert [a.order for a in draft.approvals.filter(kind="approve")] == [1, 2]


def works_as(unit, title):
    return office.AssignmentFactory(position__unit=unit, position__title=title).person.user


def test_a_chain_names_only_who_may_approve(general, author, administrator):
    seat = author.person.assignments.get().position

    with pytest.raises(chains.NoChain):
        decide(general, administrator, approvers=[seat])


def test_a_delegate_signs_in_the_name_of_the_position(draft, cast, colleague):
    author, verifier, approver = cast
    seat = approver.person.assignments.get()
    office.DelegationFactory(assignment=seat, person=colleague.person, roles=["approver"])
    sops.verified(draft, author, verifier)

    approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, colleague))

    assert draft.approvals.last().position == "a.n. Kepala Bagian Umum (didelegasikan)"


def test_no_dead_address_is_ever_printed(draft, cast, settings):
    settings.PUBLIC_ADDRESS = "http://127.0.0.1:8000"
    author, verifier, approver = cast
    sops.verified(draft, author, verifier)

    with pytest.raises(NoPublicAddress):
        approving.approve(draft, Decision(TODAY), hand=sops.hand(draft, approver))

    assert state(draft) == VersionState.VERIFIED


def test_a_future_date_takes_effect_by_itself(draft, cast):
    first = TODAY + timedelta(days=10)
    sops.approved(draft, cast, on=first)

    assert standing(draft, first - timedelta(days=1)) == Status.APPROVED
    assert standing(draft, first) == Status.IN_FORCE


def test_nothing_takes_effect_before_it_is_approved(draft, cast):
    with pytest.raises(WrongDay):
        sops.approved(draft, cast, on=TODAY - timedelta(days=1))


def test_a_revision_replaces_on_its_day(draft, cast):
    sops.approved(draft, cast)
    second = revising.revise(draft, by=cast[0], at=sops.MORNING)
    first = TODAY + timedelta(days=5)
    sops.approved(second, cast, on=first)

    assert standing(draft, first - timedelta(days=1)) == Status.IN_FORCE
    assert standing(draft, first) == Status.SUPERSEDED
    assert standing(second, first) == Status.IN_FORCE
    assert second.number_text != draft.number_text


def test_a_revision_may_keep_its_number(draft, cast):
    from okesop.procedures.domain.numbers import Wish

    sops.approved(draft, cast)
    second = revising.revise(draft, by=cast[0], at=sops.MORNING)
    sops.approved(second, cast, on=TODAY + timedelta(days=1), wish=Wish(same=True))

    assert second.number_text == draft.number_text


def test_only_one_revision_is_written_at_a_time(draft, cast):
    sops.approved(draft, cast)
    revising.revise(draft, by=cast[0], at=sops.MORNING)

    with pytest.raises(revising.AlreadyRevised):
        revising.revise(draft, by=cast[0], at=sops.MORNING)


def revoke(version, approver, on=TODAY, reason="Tugas pindah ke unit lain."):
    approving.revoke(version, on=on, reason=reason, hand=sops.hand(version, approver))


def test_a_revoked_sop_ends_on_its_day(draft, cast):
    sops.approved(draft, cast)
    last = TODAY + timedelta(days=3)
    revoke(draft, cast[2], on=last)

    assert standing(draft, last - timedelta(days=1)) == Status.IN_FORCE
    assert standing(draft, last) == Status.REVOKED
    assert draft.approvals.last().note == "Tugas pindah ke unit lain."


def test_a_future_version_that_is_revoked_replaces_nothing(draft, cast):
    sops.approved(draft, cast)
    second = revising.revise(draft, by=cast[0], at=sops.MORNING)
    first = TODAY + timedelta(days=5)
    sops.approved(second, cast, on=first)
    revoke(second, cast[2])

    assert standing(draft, first + timedelta(days=30)) == Status.IN_FORCE
    assert standing(second, first + timedelta(days=30)) == Status.REVOKED


def test_notes_are_pinned_answered_and_followed_up(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    note = comments.add(
        draft, place="steps/s2", text="Siapa pemeriksanya?", by=verifier, at=sops.MORNING
    )

    comments.answer(note, text="Kepala bagian.", by=author, at=sops.MORNING)
    comments.settle(note, done=True, by=verifier, at=sops.MORNING)

    note.refresh_from_db()
    assert (note.round, note.written_as, note.answer) == (1, "verifier", "Kepala bagian.")
    assert note.done_by == verifier
