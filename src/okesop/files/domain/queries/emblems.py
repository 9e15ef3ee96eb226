"""Which emblem a unit's form carries."""

from okesop.files.domain import store
from okesop.files.models import Emblem
from okesop.organisation.models import Unit

DEEPEST = 12  # no office has more levels


def of(unit: Unit) -> Emblem | None:
    """Return the unit's emblem, else that of the nearest unit above with one."""
    step: Unit | None = unit
    for _level in range(DEEPEST):
        if step is None:
            return None
        emblem = Emblem.objects.select_related("file").filter(unit=step).first()
        if emblem is not None:
            return emblem
        step = step.parent
    return None


def png(unit: Unit) -> bytes | None:
    """Return the picture that a unit's form carries, as PNG, or nothing."""
    emblem = of(unit)
    return store.read(emblem.file) if emblem else None
