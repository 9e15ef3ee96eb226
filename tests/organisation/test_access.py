from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.organisation import AssignmentFactory, UnitFactory

from okesop.organisation.models import Assignment, Unit


def names(user):
    return set(Unit.objects.visible_to(user).values_list("name", flat=True))


def test_a_person_sees_his_unit_and_all_below(general, legal, author):
    below = UnitFactory(name="Subbagian Tata Usaha", parent=general)
    UnitFactory(name="Urusan Dalam", parent=below)

    assert names(author) == {"Bagian Umum", "Subbagian Tata Usaha", "Urusan Dalam"}


def test_the_head_of_the_office_sees_the_whole_tree(head, general, legal):
    assert names(head) == {"Sekretariat Daerah", "Bagian Umum", "Bagian Hukum"}


def test_an_administrator_sees_everything(administrator, general, legal):
    assert names(administrator) == {"Sekretariat Daerah", "Bagian Umum", "Bagian Hukum"}


def test_two_positions_add_up(author, legal, general):
    AssignmentFactory(person=author.person, position__unit=legal, kind="acting")

    assert names(author) == {"Bagian Umum", "Bagian Hukum"}


@pytest.mark.parametrize(
    ("begins", "ends", "seen"),
    [(-1, None, True), (0, 0, True), (-9, -1, False), (1, None, False), (-9, 1, True)],
    ids=("goes on", "only today", "ended yesterday", "begins tomorrow", "in the middle"),
)
def test_only_what_is_held_today_counts(author, legal, begins, ends, seen):
    today = timezone.localdate()
    AssignmentFactory(
        person=author.person,
        position__unit=legal,
        from_on=today + timedelta(days=begins),
        until_on=None if ends is None else today + timedelta(days=ends),
    )

    assert ("Bagian Hukum" in names(author)) == seen


def test_who_held_what_on_a_past_day_can_be_told(author, legal):
    AssignmentFactory(
        person=author.person,
        position__unit=legal,
        from_on=date(2021, 1, 1),
        until_on=date(2021, 6, 30),
    )

    held = Assignment.objects.on(date(2021, 6, 30)).filter(person=author.person)

    assert held.count() == 2


def test_somebody_without_a_position_sees_nothing(general, administrator):
    administrator.is_administrator = False

    assert names(administrator) == set()


def test_the_predicate_is_one_query(author, general, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert list(Unit.objects.visible_to(author)) == [general]
