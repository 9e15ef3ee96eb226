"""What belongs to a position passes to whoever holds it next."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories import procedures as sops
from tests.factories.organisation import AssignmentFactory, PersonFactory, PositionFactory

from okesop.audit.models import Entry
from okesop.organisation.domain import assignments, handovers, positions
from okesop.organisation.models import Assignment, HandedItem
from okesop.procedures.domain.queries.catalogue import written_by
from okesop.procedures.models import Version


@pytest.fixture
def seat(author):
    return author.person.assignments.get()


@pytest.fixture
def draft(author, general):
    return sops.draft(general, author)


def mine(user):
    return list(Version.objects.visible_to(user).drafts().filter(written_by(user)))


def test_the_next_holder_finds_the_drafts_of_the_one_before(seat, draft, administrator, noon):
    taker = AssignmentFactory(position=seat.position).person

    handover = handovers.hand_over(seat, taker=taker, by=administrator, at=noon)

    assert [item.key for item in handover.items.all()] == [draft.pk]
    assert mine(taker.user) == [draft]
    assert Entry.objects.last().action == "organisation.hand_over"


def test_nothing_passes_to_somebody_who_no_longer_holds_the_position(
    seat, draft, administrator, noon
):
    later = AssignmentFactory(position=seat.position)
    handovers.hand_over(seat, taker=later.person, by=administrator, at=noon)

    later.until_on = timezone.localdate() - timedelta(days=1)
    later.save()

    assert mine(later.person.user) == []


@pytest.mark.parametrize(("kind", "passes"), [("definitive", 1), ("acting", 1), ("daily", 0)])
def test_what_waits_passes_to_the_next_holder_but_not_to_a_plh(
    seat, draft, administrator, noon, kind, passes
):
    handovers.hand_over(seat, taker=None, by=administrator, at=noon)
    person = PersonFactory()
    today = timezone.localdate(noon)

    assignments.assign(
        person,
        seat.position,
        from_on=today,
        until_on=today + timedelta(days=30),
        kind=kind,
        by=administrator,
        at=noon,
    )

    held = HandedItem.objects.filter(handover__taker=person)
    assert held.count() == passes


def test_what_was_handed_on_can_be_handed_on_again(seat, draft, administrator, noon):
    second = AssignmentFactory(position=seat.position)
    third = AssignmentFactory(position=seat.position)
    handovers.hand_over(seat, taker=second.person, by=administrator, at=noon)

    handover = handovers.hand_over(second, taker=third.person, by=administrator, at=noon)

    assert [item.key for item in handover.items.all()] == [draft.pk]


def test_a_held_position_is_not_abolished(seat, administrator, noon):
    kept = {"title": seat.position.title, "is_head": False, "by": administrator, "at": noon}

    with pytest.raises(positions.StillHeld, match="masih dipangku La Ode Fadlan"):
        positions.change(seat.position, active=False, **kept)

    Assignment.objects.update(until_on=timezone.localdate(noon) - timedelta(days=1))
    positions.change(seat.position, active=False, **kept)
    seat.position.refresh_from_db()
    assert not seat.position.is_active


def test_a_position_that_work_hangs_on_is_not_abolished(general, administrator, noon):
    from okesop.procedures.domain import chains

    leads = PositionFactory(unit=general, title="Kepala Bagian Umum", is_head=True)
    today = timezone.localdate(noon)
    chains.decide(
        general, verified=True, approvers=[leads], from_on=today, by=administrator, at=noon
    )

    with pytest.raises(positions.StillHeld, match="alur pengesahan Bagian Umum"):
        positions.change(
            leads, title=leads.title, is_head=True, active=False, by=administrator, at=noon
        )
