"""A worker process: the engine's loop, and beside it a clock that queues what is due and rescues what was lost."""

import logging
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from okesop.tasks import engines
from okesop.tasks.domain import moving, schedules

log = logging.getLogger("okesop.tasks")
LONGEST_TICK = 20.0


def work(stop: Event) -> None:
    """Run background work until ``stop`` is set; what runs then is finished first."""
    moving.carry_over()
    clock = Thread(target=_tick, args=(stop,), daemon=True)
    clock.start()
    engines.current().work(stop)


def _tick(stop: Event) -> None:
    wait = min(settings.TASK_LEASE.total_seconds() / 4, LONGEST_TICK)
    while True:
        try:
            engines.current().rescue()
            schedules.queue_due(at=timezone.now())
        except DatabaseError:  # busy or away: the next tick tries again
            log.warning("The clock of the worker missed a tick", exc_info=True)
        close_old_connections()
        if stop.wait(wait):
            return
