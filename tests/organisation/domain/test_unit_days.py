"""An office is renamed, moved, merged and closed; what was so on a day stays tellable."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import LONG_AGO, NOON
from tests.factories.organisation import AssignmentFactory, UnitFactory, UserFactory

from okesop.audit.models import Entry
from okesop.organisation.domain import unit_days, units
from okesop.organisation.domain.queries import units as found
from okesop.organisation.models import Assignment, Unit, UnitState

DAY = timedelta(days=1)
JUNE, MAY = date(2026, 6, 1), date(2026, 5, 31)


@pytest.fixture
def today(noon):
    return timezone.localdate(noon)


def shown(day):
    return {
        (one.depth, one.name) for one in found.tree_on(day, Unit.objects.select_related("parent"))
    }


def rename(unit, name, **given):
    units.change(unit, units.Details(name), parent=unit.parent, **given)


def test_a_unit_is_called_otherwise_since_a_day(general, administrator, noon):
    rename(general, "Bagian Umum dan Aset", since=JUNE, by=administrator, at=noon)

    assert (1, "Bagian Umum") in shown(MAY)
    assert (1, "Bagian Umum dan Aset") in shown(JUNE)
    assert units.name_on(general, MAY) == "Bagian Umum"
    assert units.name_on(general, JUNE) == "Bagian Umum dan Aset"
    assert Unit.objects.get(pk=general.pk).name == "Bagian Umum dan Aset"


def test_a_mistake_is_corrected_on_all_days(general, administrator, noon):
    rename(general, "Bagian Umum.", by=administrator, at=noon)

    assert shown(LONG_AGO) == {(0, "Sekretariat Daerah"), (1, "Bagian Umum.")}


def test_a_unit_stands_elsewhere_since_a_day(general, legal, administrator, noon):
    units.change(
        general, units.Details("Bagian Umum"), parent=legal, since=JUNE, by=administrator, at=noon
    )

    assert {(1, "Bagian Umum"), (1, "Bagian Hukum")} < shown(MAY)
    assert {(2, "Bagian Umum"), (1, "Bagian Hukum")} < shown(JUNE)


def test_two_changes_of_one_day_leave_the_last(general, administrator, noon):
    for name in ("Bagian A", "Bagian B"):
        rename(general, name, since=JUNE, by=administrator, at=noon)

    assert [state.name for state in general.states.all()] == ["Bagian Umum", "Bagian B"]


@pytest.mark.parametrize(
    ("since", "words"),
    [(date(2026, 11, 25), "paling awal pada hari"), (MAY, "mendahului perubahan terakhir")],
    ids=("ahead", "before the last change"),
)
def test_a_day_out_of_order_is_refused(general, administrator, noon, since, words):
    rename(general, "Bagian Umum dan Aset", since=JUNE, by=administrator, at=noon)

    with pytest.raises(unit_days.WrongDay, match=words), transaction.atomic():
        rename(general, "Lain", since=since, by=administrator, at=noon)

    assert [state.name for state in general.states.all()] == [
        "Bagian Umum",
        "Bagian Umum dan Aset",
    ]
    assert Unit.objects.get(pk=general.pk).name == "Bagian Umum dan Aset"


def test_a_unit_cannot_stand_below_one_that_was_not_there(general, administrator, noon, today):
    young = units.create(units.Details("Muda"), parent=None, by=administrator, at=noon)

    with pytest.raises(unit_days.WrongDay, match="belum ada"), transaction.atomic():
        units.change(
            general,
            units.Details("Bagian Umum"),
            parent=young,
            since=JUNE,
            by=administrator,
            at=noon,
        )


def test_a_circle_of_past_days_is_refused(general, legal, administrator, noon):
    below = UnitFactory(name="Subbagian", parent=general)
    units.change(
        below, units.Details("Subbagian"), parent=legal, since=JUNE, by=administrator, at=noon
    )

    with pytest.raises(unit_days.WouldCircle, match="Pada 1 Mei 2026"), transaction.atomic():
        units.change(
            general,
            units.Details("Bagian Umum"),
            parent=below,
            since=date(2026, 5, 1),
            by=administrator,
            at=noon,
        )


def test_a_closed_unit_is_gone_from_that_day(general, administrator, noon):
    units.set_active(general, active=False, since=JUNE, by=administrator, at=noon)

    assert (1, "Bagian Umum") in shown(MAY)
    assert (1, "Bagian Umum") not in shown(JUNE)
    units.set_active(general, active=True, by=administrator, at=noon)
    assert (1, "Bagian Umum") in shown(timezone.localdate(noon))
    assert (1, "Bagian Umum") not in shown(JUNE)


def test_a_unit_of_a_single_day_leaves_no_trace_in_the_tree(
    secretariat, administrator, noon, today
):
    young = units.create(units.Details("Muda"), parent=secretariat, by=administrator, at=noon)

    units.set_active(young, active=False, by=administrator, at=noon)

    assert not young.states.exists()
    assert Entry.objects.count() == 2


# --- merging


def test_one_unit_takes_over_another(general, legal, administrator, noon, stranger):
    below = UnitFactory(name="Subbagian Dokumentasi", parent=legal)
    held = Assignment.objects.get(person=stranger.person)

    units.merge(legal, general, since=JUNE, by=administrator, at=noon)

    legal.refresh_from_db()
    held.refresh_from_db()
    assert (legal.parent, legal.is_active, legal.merged_into) == (general, False, general)
    assert held.until_on == MAY
    assert {(1, "Bagian Hukum"), (2, "Subbagian Dokumentasi")} < shown(MAY)
    assert shown(JUNE) == {
        (0, "Sekretariat Daerah"),
        (1, "Bagian Umum"),
        (2, "Subbagian Dokumentasi"),
    }
    assert Unit.objects.get(pk=below.pk).parent == general
    assert [entry.action for entry in Entry.objects.all()] == [
        "organisation.end_assignment",
        "organisation.merge_unit",
    ]


def test_whoever_takes_over_sees_what_the_other_left(general, legal, author, administrator, noon):
    assert legal not in Unit.objects.visible_to(author)

    units.merge(legal, general, by=administrator, at=noon)

    assert legal in Unit.objects.visible_to(author)


def test_a_unit_cannot_merge_into_one_below_it(general, administrator, noon):
    below = UnitFactory(parent=general)

    with pytest.raises(unit_days.WouldCircle):
        units.merge(general, below, by=administrator, at=noon)


def test_a_closed_unit_merges_no_more(general, legal, administrator, noon):
    units.set_active(legal, active=False, by=administrator, at=noon)

    for one, other in ((legal, general), (general, legal)):
        with pytest.raises(units.StillInUse):
            units.merge(one, other, by=administrator, at=noon)


# --- any sequence of changes


@pytest.mark.django_db
@given(data=st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_day_ever_has_a_circle_and_today_is_what_the_columns_say(data, django_db_blocker):
    with transaction.atomic():
        play(data)
        transaction.set_rollback(True)


def play(data):
    by = UserFactory(is_administrator=True)
    rows = [UnitFactory(parent=None, name=f"U{n}") for n in range(4)]
    today = timezone.localdate(NOON)
    for _step in range(data.draw(st.integers(1, 8))):
        unit = Unit.objects.get(pk=data.draw(st.sampled_from(rows)).pk)
        parent = data.draw(st.sampled_from([None, *rows]))
        since = today - data.draw(st.integers(0, 6)) * DAY
        name = data.draw(st.sampled_from([unit.name, unit.name + "x"]))
        try:
            with transaction.atomic():
                units.change(unit, units.Details(name), parent=parent, since=since, by=by, at=NOON)
        except (unit_days.WouldCircle, unit_days.WrongDay, units.UnitNameTaken):
            continue
    for day in (today - n * DAY for n in range(8)):
        assert len(found.tree_on(day, Unit.objects.all())) == len(rows)
    for unit in Unit.objects.all():
        state = UnitState.objects.on(today).get(unit=unit)
        assert (state.name, state.parent_id) == (unit.name, unit.parent_id)


def test_an_assignment_of_the_day_itself_does_not_end_before_it_begins(
    general, legal, administrator, noon, today
):
    held = AssignmentFactory(position__unit=legal, from_on=today)

    units.merge(legal, general, by=administrator, at=noon)

    held.refresh_from_db()
    assert held.until_on == today
