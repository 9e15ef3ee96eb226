from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.organisation import AssignmentFactory, PersonFactory, PositionFactory

from okesop.audit.models import Entry
from okesop.organisation import access
from okesop.organisation.domain import delegations
from okesop.organisation.enums import Role
from okesop.organisation.models import Delegation

DAY = timedelta(days=1)


@pytest.fixture
def today(noon):
    return timezone.localdate(noon)


@pytest.fixture
def seat(general):
    leads = PositionFactory(unit=general, title="Kepala Bagian Umum", is_head=True)
    return AssignmentFactory(position=leads)


@pytest.fixture
def loan(today):
    return delegations.Loan(
        PersonFactory(), [Role.APPROVER], today, today + 6 * DAY, " Cuti tahunan "
    )


def test_a_right_is_lent_for_some_days(seat, loan, general, noon, today):
    lender, borrower = seat.person.user, loan.person.user

    made = delegations.delegate(seat, loan, by=lender, at=noon)

    assert (made.reason, made.until_on) == ("Cuti tahunan", today + 6 * DAY)
    assert [str(role) for role in made.roles.all()] == ["Pengesah"]
    held = [
        access.holds(borrower, [Role.APPROVER], general.pk, on=today + n * DAY)
        for n in (-1, 0, 6, 7)
    ]
    assert held == [False, True, True, False]
    assert Entry.objects.get().action == "organisation.delegate"


def test_taken_back_it_counts_no_more_at_once(seat, loan, general, noon, today):
    made = delegations.delegate(seat, loan, by=seat.person.user, at=noon)

    delegations.end(made, by=seat.person.user, at=noon)
    delegations.end(made, by=seat.person.user, at=noon)

    assert not access.holds(loan.person.user, [Role.APPROVER], general.pk, on=today)
    assert Entry.objects.filter(action="organisation.end_delegation").count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"until_on": -1, "from_on": 0}, "tidak boleh mendahului"),
        ({"until_on": -1, "from_on": -3}, "sudah lewat"),
        ({"reason": "  "}, "alasan"),
        ({"roles": [Role.AUDITOR]}, "tidak memegang peran"),
        ({"roles": []}, "tidak memegang peran"),
        ({"person": None}, "Pilih orang lain"),
    ],
)
def test_a_loan_is_refused_in_words(seat, loan, noon, today, changed, words):
    for name in ("from_on", "until_on"):
        if name in changed:
            changed = {**changed, name: today + changed[name] * DAY}
    if "person" in changed:
        changed = {"person": seat.person}

    with pytest.raises(delegations.NotDelegable, match=words):
        delegations.delegate(seat, replace(loan, **changed), by=seat.person.user, at=noon)
    assert not Delegation.objects.exists()


def test_a_position_that_is_no_longer_held_lends_nothing(seat, loan, noon, today):
    seat.until_on = today - DAY
    seat.save()

    with pytest.raises(delegations.NotDelegable, match="tidak Anda pangku"):
        delegations.delegate(seat, loan, by=seat.person.user, at=noon)
