from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from tests.tasks.conftest import put
from tests.tasks.sample.tasks import write

from okesop.tasks import OutsideTransaction, declared, enqueue
from okesop.tasks.declared import task, wait_after
from okesop.tasks.domain import moving
from okesop.tasks.engines import State, named


def waiting(engine):
    return [row.args for row in engine.rows(State.WAITING, 50)]


class TestTransaction:
    def test_a_rollback_enqueues_nothing(self, queue):
        with transaction.atomic():
            enqueue(write, "path", "word")
            transaction.set_rollback(True)

        assert waiting(queue) == []

    def test_a_commit_enqueues(self, queue):
        put(write, "path", "word")

        assert waiting(queue) == [["path", "word"]]

    def test_outside_a_transaction_it_is_refused(self, queue):
        with pytest.raises(OutsideTransaction):
            enqueue(write, "path", "word")

        assert waiting(queue) == []


@pytest.mark.django_db
class TestKeys:
    def test_a_waiting_key_is_not_doubled(self, engine):
        for word in ("one", "two"):
            put(write, "path", word, key="mail:7")
        put(write, "path", "other", key="mail:8")
        put(write, "path", "free")

        assert sorted(args[1] for args in waiting(engine)) == ["free", "one", "other"]

    def test_the_key_of_a_rolled_back_call_is_free(self, engine):
        with transaction.atomic():
            enqueue(write, "path", "one", key="mail:7")
            transaction.set_rollback(True)
        put(write, "path", "two", key="mail:7")

        assert waiting(engine) == [["path", "two"]]


def test_of_many_writers_at_once_one_queues_the_key(queue):
    together = Barrier(4)

    def writer():
        together.wait()
        try:
            for _round in range(5):
                put(write, "path", "word", key="mail:7")
        finally:
            connection.close()

    writers = [Thread(target=writer) for _one in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    assert len(waiting(queue)) == 1


@pytest.mark.django_db
def test_delay_and_priority_reach_the_queue(engine, noon):
    put(write, "path", "later", delay=timedelta(days=2))
    put(write, "path", "now", priority=50)

    later = next(row for row in engine.rows(State.WAITING, 9) if row.args[1] == "later")
    now = next(row for row in engine.rows(State.WAITING, 9) if row.args[1] == "now")
    assert later.at - now.at > timedelta(days=1)


@pytest.mark.django_db
def test_what_waited_in_the_other_queue_is_carried_over(engine, settings):
    other = "embedded" if settings.TASK_ENGINE == "procrastinate" else "procrastinate"
    if connection.vendor != "postgresql":
        assert moving.carry_over() == 0
        return
    settings.TASK_ENGINE, mine = other, settings.TASK_ENGINE
    put(write, "path", "keyed", key="k", delay=timedelta(hours=1), priority=7)
    put(write, "path", "plain")
    settings.TASK_ENGINE = mine

    assert moving.carry_over() == 2

    assert sorted(args[1] for args in waiting(engine)) == ["keyed", "plain"]
    assert waiting(named(other)) == []
    put(write, "path", "again", key="k")
    assert len(waiting(engine)) == 2
    assert moving.carry_over() == 0


def test_the_wait_grows_fourfold_and_ends_at_an_hour():
    waits = [wait_after(n, timedelta(seconds=10)).total_seconds() for n in range(1, 7)]

    assert waits == [10, 40, 160, 640, 2560, 3600]


def test_a_name_belongs_to_one_function():
    with pytest.raises(ValueError, match="Two tasks"):
        task("sample.write")(lambda: None)

    assert declared.REGISTER["sample.write"] is write
