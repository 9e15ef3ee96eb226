"""The administrators' page, and what runs by itself every day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from tests.tasks.conftest import put
from tests.tasks.sample import tasks as sample

from okesop.audit.models import Entry
from okesop.tasks import declared, engines, running
from okesop.tasks.declared import REGISTER
from okesop.tasks.domain import progress, schedules
from okesop.tasks.engines import Call, State
from okesop.tasks.models import Failure, LastRun, Progress

PAGE = "/pengaturan/pekerjaan/"


@pytest.fixture
def failed(engine, db, author, noon):
    """A failed call for which somebody waits."""
    asked = Progress.objects.create(user=author, title="Menghitung", asked_at=noon)
    engine.add(Call("sample.write", ["path", "word"], waits=asked.handle))
    [row] = engine.rows(State.WAITING, 9)
    with connection.cursor() as cursor:
        if engine.__name__.endswith("outgrown"):
            cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
        else:
            cursor.execute("UPDATE django_tasks_database_dbtaskresult SET status = 'FAILED'")
    running.note_failure(
        row.ref, row.task, 5, ValueError("no paper"), waits=asked.handle, final=True
    )
    return row


class TestPage:
    def test_it_tells_what_failed_and_tries_again(self, signed_in, administrator, engine, failed):
        client = signed_in(administrator)
        page = client.get(PAGE).content.decode()
        assert "ValueError: no paper" in page
        assert "Coba lagi" in page

        client.post(f"{PAGE}{failed.ref}/coba-lagi/")

        assert engine.counts()[State.FAILED] == 0
        assert engine.counts()[State.WAITING] == 1
        assert Progress.objects.get().state == "waiting"
        assert not Failure.objects.exists()
        assert Entry.objects.filter(action="tasks.try_again", by=administrator).exists()

    def test_it_can_be_given_up(self, signed_in, administrator, engine, failed):
        client = signed_in(administrator)
        client.post(f"{PAGE}{failed.ref}/buang/")

        assert sum(engine.counts().values()) == 0
        for act in ("coba-lagi", "buang"):  # a stale tab
            answer = client.post(f"{PAGE}{failed.ref}/{act}/", follow=True)
            assert "tidak lagi gagal" in answer.content.decode()

    @pytest.mark.parametrize("ref", ["999999", "x", "0" * 32, "9" * 40])
    @pytest.mark.usefixtures("engine")
    def test_a_guessed_call_is_none(self, signed_in, administrator, ref):
        answer = signed_in(administrator).post(f"{PAGE}{ref}/coba-lagi/", follow=True)

        assert "tidak lagi gagal" in answer.content.decode()

    def test_it_is_for_administrators(self, signed_in, author, failed):
        client = signed_in(author)

        assert client.get(PAGE).status_code == 403
        for path in (f"{failed.ref}/coba-lagi/", f"{failed.ref}/buang/", "harian/tasks.purge/"):
            assert client.post(f"{PAGE}{path}").status_code == 403

    def test_a_daily_task_runs_now(self, signed_in, administrator, engine):
        client = signed_in(administrator)
        client.post(f"{PAGE}harian/tasks.purge/")

        [row] = engine.rows(State.WAITING, 9)
        assert row.task == "tasks.purge"
        running.execute(row.task, row.args, row.waits)
        assert Progress.objects.get(user=administrator).state == "done"
        assert client.post(f"{PAGE}harian/sample.write/").status_code == 404

    @pytest.mark.usefixtures("engine")
    def test_waiting_work_without_a_worker_is_alarming(self, signed_in, administrator):
        put(sample.write, "path", "word")

        page = signed_in(administrator).get(PAGE).content.decode()

        assert "tidak ada pekerja yang hidup" in page

    @pytest.mark.usefixtures("engine")
    def test_its_cost_does_not_grow(self, signed_in, administrator, django_assert_max_num_queries):
        for n in range(30):
            put(sample.write, "path", str(n))
        client = signed_in(administrator)

        with django_assert_max_num_queries(14):
            client.get(PAGE)


@pytest.fixture
def nightly(monkeypatch):
    """The one daily task is at 01.40."""
    for name in [task.name for task in schedules.daily() if task.name != "tasks.purge"]:
        monkeypatch.delitem(REGISTER, name)


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)  # WITA


@pytest.mark.django_db
class TestDaily:
    @pytest.mark.usefixtures("nightly")
    def test_it_is_queued_once_for_each_day(self, engine):
        queued = [
            schedules.queue_due(at=moment)
            for moment in (at(24, 9), at(24, 23), at(25, 1, 39), at(25, 1, 40), at(25, 1, 41))
        ]

        assert queued == [0, 0, 0, 1, 0]
        assert [row.task for row in engine.rows(State.WAITING, 9)] == ["tasks.purge"]

    @pytest.mark.usefixtures("engine", "nightly")
    def test_a_machine_that_was_off_makes_up_for_one(self):
        schedules.queue_due(at=at(20, 9))

        assert schedules.queue_due(at=at(24, 9)) == 1
        assert schedules.queue_due(at=at(24, 10)) == 0
        assert LastRun.objects.get().due_at == at(24, 1, 40)


def test_what_is_reported_too_often_is_written_seldom(author, noon, django_assert_max_num_queries):
    asked = Progress.objects.create(user=author, title="Menghitung", asked_at=noon)
    report = progress.reporter(asked.handle)

    with django_assert_max_num_queries(4):
        for done in range(10_000):
            report(done + 1, 10_000)

    asked.refresh_from_db()
    assert (asked.done, asked.total) == (10_000, 10_000)


def test_a_report_for_nobody_costs_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        declared.report(1, 2)


def test_an_engine_is_named_by_the_settings(settings):
    settings.TASK_ENGINE = "embedded"
    assert engines.current() is engines.named("embedded")
