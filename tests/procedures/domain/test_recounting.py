import pytest
from tests.factories.procedures import draft

from okesop.procedures import tasks
from okesop.procedures.models import Version
from okesop.tasks import engines

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(general, author):
    return draft(general, author)


@pytest.fixture
def miscounted(version):
    """A draft whose counts are those of other rules than ours."""
    Version.objects.filter(pk=version.pk).update(error_count=99)
    return version


def test_the_counts_of_another_version_of_the_rules_are_put_right(miscounted):
    right = miscounted.error_count

    said = tasks.recount()

    assert Version.objects.get(pk=miscounted.pk).error_count == right
    assert said.text.startswith("1 ")
    assert tasks.recount().text.startswith("0 ")


def test_every_start_of_the_server_has_it_done_once(version):
    tasks.recount_soon()
    tasks.recount_soon()

    waiting = engines.current().rows(engines.State.WAITING, 50)
    assert [row.task for row in waiting] == ["procedures.recount"]
