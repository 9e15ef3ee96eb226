"""Changing the engine: what waited in the other queue goes on in this one."""

from django.apps import apps
from django.conf import settings
from django.db import transaction

from okesop.tasks import engines

NEEDS = {"embedded": "django_tasks_db", "procrastinate": "procrastinate.contrib.django"}


@transaction.atomic
def carry_over() -> int:
    """Queue here whatever waits in queues that nobody works off any more; return how many calls."""
    others = [name for name in engines.ENGINES if name != settings.TASK_ENGINE]
    calls = [
        call
        for name in others
        if apps.is_installed(NEEDS[name])
        for call in engines.named(name).take_waiting()
    ]
    for call in calls:
        engines.current().add(call)
    return len(calls)
