"""What is kept of somebody's rights while a page is made, and that it is kept no longer."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from okesop.organisation import access, reach
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Unit

AUTHOR = [Role.AUTHOR]


@pytest.fixture
def asked(author, general):
    """Ask as a page does, and say what was answered; the author loses his position between two questions."""

    def view(_request):
        before = access.holds(author, AUTHOR, general.pk)
        yesterday = timezone.localdate() - timedelta(days=1)
        Assignment.objects.filter(person__user=author).update(
            from_on=yesterday, until_on=yesterday
        )
        seen = Unit.objects.visible_to(author).exists()
        return HttpResponse(f"{before} {access.holds(author, AUTHOR, general.pk)} {seen}")

    return reach.middleware(view)


def test_a_page_that_reads_asks_the_database_once(
    author, general, legal, django_assert_num_queries
):
    with reach.kept(), django_assert_num_queries(1):
        assert access.holds(author, AUTHOR, general.pk)
        assert not access.holds(author, AUTHOR, legal.pk)
        assert not access.holds(author, AUTHOR, None)
        assert access.holds_anywhere(author, AUTHOR)
        assert not access.holds_anywhere(author, [Role.VERIFIER])


def test_of_each_person_his_own_is_kept(author, stranger, general):
    with reach.kept():
        assert access.holds(author, AUTHOR, general.pk)
        assert not access.holds(stranger, AUTHOR, general.pk)


def test_a_request_that_reads_has_one_answer_from_beginning_to_end(asked):
    assert asked(RequestFactory().get("/")).content == b"True True True"


def test_the_next_request_knows_what_has_changed(asked):
    asked(RequestFactory().get("/"))

    assert asked(RequestFactory().get("/")).content == b"False False False"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_request_that_may_change_rights_keeps_nothing(asked, method):
    assert asked(getattr(RequestFactory(), method)("/")).content == b"True False False"


def test_nothing_is_kept_after_an_error(author, general):
    def view(_request):
        access.holds(author, AUTHOR, general.pk)
        raise LookupError

    with pytest.raises(LookupError):
        reach.middleware(view)(RequestFactory().get("/"))

    assert reach.of(author.pk, lambda _key: {}) is None


def test_many_units_are_not_named_one_by_one(author, general, monkeypatch):
    monkeypatch.setattr(access, "NAMED", 0)

    with reach.kept():
        assert list(Unit.objects.visible_to(author)) == [general]
        assert "RECURSIVE" in str(Unit.objects.visible_to(author).query)


def test_the_flag_of_an_administrator_stands_for_his_role_alone(administrator, general):
    with reach.kept():
        assert access.holds(administrator, [Role.ADMINISTRATOR], general.pk)
        assert access.holds_anywhere(administrator, [Role.ADMINISTRATOR])
        assert not access.holds(administrator, [Role.VERIFIER], general.pk)
