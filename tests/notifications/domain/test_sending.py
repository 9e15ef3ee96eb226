from datetime import timedelta

import pytest
from django.db import connection, transaction

from okesop.notifications import kinds
from okesop.notifications.domain import reading, sending
from okesop.notifications.domain.queries import notifications
from okesop.notifications.domain.sending import About
from okesop.notifications.models import Notification, Preference

SOP = About("Pengelolaan Surat Masuk", "/sop/abc/")
NOTED, SUBMITTED = "procedures.noted", "procedures.submitted"


def tell(people, *, by=None, at, kind=NOTED, about=SOP):
    return sending.notify(kind, people, about=about, by=by, at=at)


def told(user):
    return [each.text for each in Notification.objects.visible_to(user)]


def test_one_row_for_each_person_and_none_for_who_did_it(author, colleague, stranger, noon):
    count = tell([author, colleague], by=author, at=noon)

    assert count == 1
    assert told(colleague) == ["La Ode Fadlan menulis catatan pada “Pengelolaan Surat Masuk”"]
    assert told(author) == told(stranger) == []


def test_who_left_is_not_told(author, colleague, noon):
    colleague.is_active = False

    assert tell([colleague], by=author, at=noon) == 0


def test_the_same_before_it_was_read_is_counted_and_moves_up(author, colleague, noon):
    tell([colleague], by=author, at=noon)
    tell([colleague], by=author, at=noon, kind=SUBMITTED)
    later = noon + timedelta(hours=1)
    tell([colleague], by=author, at=later, about=About("Surat Masuk", "/sop/abc/", "Ganti ini"))

    first, second = Notification.objects.visible_to(colleague)
    assert (first.count, first.at, first.detail) == (2, later, "Ganti ini")
    assert first.text == "2 catatan baru pada “Surat Masuk”"
    assert second.text == "La Ode Fadlan mengajukan “Pengelolaan Surat Masuk” untuk diverifikasi"


def test_after_it_was_read_it_is_a_new_row(author, colleague, noon):
    tell([colleague], by=author, at=noon)
    reading.read_all(colleague, at=noon)
    tell([colleague], by=author, at=noon)

    assert [each.count for each in Notification.objects.visible_to(colleague)] == [1, 1]


def test_what_cannot_be_unread_twice_stays_read(author, colleague, noon):
    tell([colleague], by=author, at=noon)
    old = Notification.objects.get()
    reading.read(old, at=noon)
    tell([colleague], by=author, at=noon)

    reading.unread(old)
    assert notifications.unread_count(colleague) == 1
    reading.read_all(colleague, at=noon)
    reading.unread(old)
    assert notifications.unread_count(colleague) == 1


def test_an_optional_kind_can_be_muted_and_another_cannot(author, colleague, noon):
    Preference.objects.create(user=colleague, muted=[NOTED, SUBMITTED])

    tell([colleague], by=author, at=noon)
    tell([colleague], by=author, at=noon, kind=SUBMITTED)

    assert [each.kind for each in Notification.objects.visible_to(colleague)] == [SUBMITTED]


def test_a_kind_that_nobody_declared_is_refused(colleague, noon):
    with pytest.raises(kinds.UnknownKind):
        tell([colleague], at=noon, kind="procedures.sung")


def test_a_kind_that_is_gone_is_still_readable(author, colleague, noon):
    tell([colleague], by=author, at=noon)
    Notification.objects.update(kind="procedures.sung")

    assert told(colleague) == ["Pengelolaan Surat Masuk"]


def test_it_goes_with_the_transaction_of_the_event(author, colleague, noon):
    with transaction.atomic():
        tell([colleague], by=author, at=noon)
        transaction.set_rollback(True)

    assert told(colleague) == []


def test_every_kind_has_its_words():
    values = {"actor": "A", "subject": "S", "detail": "D", "count": 2}

    for kind in kinds.table().values():
        assert "S" in str(kind.text).format(**values)
        str(kind.text_many).format(**values)


def test_many_people_cost_no_more_queries(
    author, colleague, stranger, head, noon, django_assert_num_queries
):
    with django_assert_num_queries(6):
        tell([colleague], by=author, at=noon)
    with django_assert_num_queries(6):
        tell([colleague, stranger, head], by=author, at=noon)
    assert connection.in_atomic_block


def test_what_was_read_a_year_ago_is_forgotten(author, colleague, noon):
    tell([colleague], by=author, at=noon)
    reading.read_all(colleague, at=noon)
    tell([colleague], by=author, at=noon)

    assert reading.forget(at=noon + timedelta(days=364)) == 0
    assert reading.forget(at=noon + timedelta(days=366)) == 1
    assert notifications.unread_count(colleague) == 1
