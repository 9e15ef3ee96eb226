"""What the background work remembers beside its queue."""

from okesop.tasks.models.failure import Failure
from okesop.tasks.models.key import WaitingKey
from okesop.tasks.models.progress import Progress
from okesop.tasks.models.schedule import LastRun
from okesop.tasks.models.worker import Worker

__all__ = ["Failure", "LastRun", "Progress", "WaitingKey", "Worker"]
