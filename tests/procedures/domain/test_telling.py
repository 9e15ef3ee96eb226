import pytest
from tests.factories import procedures as sops

from okesop.notifications.models import Notification
from okesop.procedures.domain import approving, comments, life


@pytest.fixture
def draft(general, author):
    return sops.draft(general, author)


def told(user):
    found = Notification.objects.visible_to(user).order_by("pk")
    return [kind.removeprefix("procedures.") for kind in found.values_list("kind", flat=True)]


def test_everybody_is_told_when_his_turn_comes(draft, cast, colleague, stranger):
    author, verifier, approver = cast
    sops.approved(draft, cast)

    assert told(verifier) == ["submitted"]
    assert told(approver) == ["to_approve", "in_force"][:1]
    assert told(author) == ["verified", "approved"]
    assert told(colleague) == ["in_force"]
    assert told(stranger) == []


def test_notes_and_answers_are_told_to_the_other_side(draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    note = comments.add(draft, place="steps/s2", text="Siapa?", by=verifier, at=sops.MORNING)
    life.send_back(draft, hand=sops.hand(draft, verifier))
    comments.answer(note, text="Kepala bagian.", by=author, at=sops.MORNING)

    assert told(author) == ["noted", "sent_back"]
    assert told(verifier) == ["submitted", "answered"]


def test_a_revocation_is_told_to_the_unit_with_its_reason(draft, cast, colleague):
    sops.approved(draft, cast)
    hand = sops.hand(draft, cast[2])
    approving.revoke(draft, on=hand.at.date(), reason="Tugas pindah.", hand=hand)

    notice = Notification.objects.visible_to(colleague).latest("pk")
    assert (notice.kind, notice.detail) == ("procedures.revoked", "Tugas pindah.")
    assert notice.url == f"/sop/{draft.key}/versi/1/"
