import pytest
from tests.factories.procedures import draft

from okesop.procedures import tasks
from okesop.procedures.domain import recounting
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


def test_however_often_the_server_starts_it_is_done_once(version):
    tasks.recount_soon()
    tasks.recount_soon()

    waiting = engines.current().rows(engines.State.WAITING, 50)
    assert [row.task for row in waiting] == ["procedures.recount"]


def test_a_start_with_the_same_rules_counts_nothing(version):
    tasks.recount()

    tasks.recount_soon()

    assert engines.current().rows(engines.State.WAITING, 50) == []


def test_a_start_with_other_rules_counts_again(version, monkeypatch):
    tasks.recount()
    monkeypatch.setattr(recounting, "fingerprint", lambda: "0" * 64)

    tasks.recount_soon()

    assert [row.task for row in engines.current().rows(engines.State.WAITING, 50)] == [
        "procedures.recount"
    ]
    tasks.recount()
    assert not recounting.is_due()


def test_the_rules_are_known_by_all_that_findings_follow_from(tmp_path, monkeypatch):
    found = {recounting.fingerprint()}
    rule = tmp_path / "core" / "rules" / "steps.py"
    rule.parent.mkdir(parents=True)
    monkeypatch.setattr(recounting.core, "__file__", str(tmp_path / "core" / "__init__.py"))
    for text in ("LONGEST = 20", "LONGEST = 30"):
        rule.write_text(text)
        found.add(recounting.fingerprint.__wrapped__())

    assert len(found) == 3
