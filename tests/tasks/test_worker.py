"""Workers as processes: killed, stopped, slow, and killed by what they run."""

import signal

import pytest
from tests.tasks.conftest import ROOT, environment, idle, lines, put, until, worker
from tests.tasks.sample import tasks as sample

from okesop.config import workers
from okesop.tasks.domain import progress
from okesop.tasks.engines import State
from okesop.tasks.models import Failure, Progress


def test_a_worker_killed_in_the_middle_loses_nothing(queue, settings, trace):
    words = [f"w{n}" for n in range(6)]
    for word in words:
        put(sample.held, str(trace), word)

    with worker(settings) as first:
        until(lambda: lines(trace), "a task starts")
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert queue.counts()[State.RUNNING] >= 1
    started = lines(trace)
    trace.with_name("trace.go").touch()
    with worker(settings):
        until(lambda: idle(queue), "every task is done")

    assert queue.counts()[State.DONE] == len(words)
    assert {line for line in lines(trace) if line.startswith("end")} == {f"end {w}" for w in words}
    assert len(started) >= 1
    for word in {line.split()[1] for line in started}:  # what was in the middle began again
        assert lines(trace).count(f"start {word}") == 2


def test_a_task_that_kills_its_worker_stops_at_the_fifth_attempt(queue, settings, trace):
    put(sample.dies, str(trace))

    for _life in range(5):
        with worker(settings) as process:
            process.wait()
    with worker(settings):
        until(lambda: queue.counts()[State.FAILED] == 1, "the task is given up")

    assert lines(trace) == ["start"] * 5
    [row] = queue.rows(State.FAILED, 9)
    assert (row.task, row.attempt) == ("sample.dies", 5)
    assert Failure.objects.get(ref=row.ref).reason == "worker died"


def test_a_task_longer_than_the_lease_starts_once(queue, settings, trace):
    put(sample.long, str(trace), 5)

    with worker(settings), worker(settings):  # the second one would take it if it seemed lost
        until(lambda: idle(queue), "the long task ends")

    assert lines(trace) == ["start", "end"]


class TestFailing:
    def test_a_failing_task_is_tried_as_often_as_it_says(self, queue, settings, trace):
        put(sample.fails, str(trace))
        put(sample.takes_back, str(trace))

        with worker(settings):
            until(lambda: queue.counts()[State.FAILED] == 2, "both are given up")

        assert sorted(lines(trace)) == ["start"] * 3 + ["taken back"]
        failed = {row.task: row for row in queue.rows(State.FAILED, 9)}
        assert failed["sample.fails"].attempt == 3
        reason = Failure.objects.get(ref=failed["sample.fails"].ref)
        assert reason.reason == "ValueError: the printer is on fire"
        assert "sample/tasks.py" in reason.trace
        assert idle(
            queue
        )  # what a task enqueued in a transaction that was taken back is not there

    def test_it_waits_longer_each_time_and_can_be_put_back(self, queue, settings, trace):
        put(sample.fails, str(trace))

        with worker(settings, OKESOP_TASK_BACKOFF="3000"):
            until(Failure.objects.exists, "it fails")
            until(lambda: queue.counts()[State.WAITING] == 1, "it waits for its next attempt")

        [row] = queue.rows(State.WAITING, 9)
        assert row.attempt == 1
        assert 2900 < (row.at - Failure.objects.get().at).total_seconds() < 3100
        assert lines(trace) == ["start"]


def test_progress_is_told_and_the_result_waits(queue, settings, author, noon):
    asked = progress.ask(sample.counts, 5, user=author, at=noon, title="Menghitung")

    with worker(settings) as process:
        until(lambda: not Progress.objects.get().is_open, "the work is done")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0

    asked.refresh_from_db()
    assert (asked.done, asked.total, asked.state) == (5, 5, "done")
    assert (asked.result, asked.url) == ("5 selesai", "/sop/")
    assert queue.alive() == 0  # a worker that is told to stop says good-bye


def test_who_waits_for_work_that_fails_is_told(queue, settings, author, noon, trace):
    asked = progress.ask(sample.fails, str(trace), user=author, at=noon)

    with worker(settings):
        until(lambda: not Progress.objects.get().is_open, "the work is given up")

    asked.refresh_from_db()
    assert asked.state == "failed"


def test_the_server_keeps_its_workers(queue, settings, monkeypatch, trace):
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)

    with workers.kept(1):
        until(lambda: queue.alive() == 1, "a worker lives")
        put(sample.dies, str(trace))
        trace.with_name("trace.go").touch()
        put(sample.held, str(trace), "after")
        until(lambda: "end after" in lines(trace), "another worker goes on")

    assert lines(trace).count("start") >= 1


@pytest.mark.django_db
def test_a_purge_forgets_what_is_done(engine, noon):
    assert engine.purge(noon, noon) == 0
