"""The days of a unit: what it was called and where it stood, one state after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.organisation.models import Unit, UnitState
from okesop.ui.templatetags import written

Row = tuple[int, int | None, date, date | None]
COLUMNS = ("unit", "parent", "from_on", "until_on")


class WrongDay(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The day lies ahead, or before the last change."""


class WouldCircle(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A unit cannot stand below itself, on no day."""


@dataclass(frozen=True, slots=True)
class Day:
    """From which day something counts; the tree of today is stored, so it cannot lie ahead."""

    since: date

    @property
    def before(self) -> date:
        """The last day of what was so before."""
        return self.since - timedelta(days=1)

    @classmethod
    def of(cls, since: date | None, at: datetime) -> "Day":
        """Return the day, today where none is given; raises `WrongDay`."""
        today = timezone.localdate(at)
        if since is not None and since > today:
            raise WrongDay(_("Perubahan unit dicatat paling awal pada hari berlakunya."))
        return cls(since or today)


def present(unit: Unit) -> UnitState | None:
    """Return the state that goes on; None for a closed unit."""
    return unit.states.filter(until_on=None).first()


def turn(unit: Unit, day: Day) -> None:
    """Begin a state that says what the unit's columns say; raises `WrongDay` and `WouldCircle`."""
    if unit.parent is not None:
        _fits(unit, unit.parent, day.since)
    last = unit.states.last()
    if last is not None and last.from_on == day.since:
        last.name, last.parent, last.until_on = unit.name, unit.parent, None
        last.save()
        return
    if last is not None:
        _after(last, day)
        if last.until_on is None:
            last.until_on = day.before
            last.save(update_fields=["until_on"])
    UnitState.objects.create(unit=unit, name=unit.name, parent=unit.parent, from_on=day.since)


def correct(unit: Unit) -> None:
    """Write into the present state what the unit's columns say: it was a mistake, not a change."""
    unit.states.filter(until_on=None).update(name=unit.name, parent=unit.parent)


def close(unit: Unit, day: Day) -> None:
    """End the present state with the day before; a unit of a single day leaves none. Raises `WrongDay`."""
    state = present(unit)
    if state is None:
        return
    if state.from_on == day.since:
        state.delete()
        return
    _after(state, day)
    state.until_on = day.before
    state.save(update_fields=["until_on"])


def _fits(unit: Unit, above: Unit, since: date) -> None:
    """Hold a new place against the trees of all days since: others may have changed theirs in between."""
    states = list(UnitState.objects.exclude(until_on__lt=since).values_list(*COLUMNS))
    known = [from_on for one, _above, from_on, _until in states if one == above.pk]
    if known and min(known) > since:
        raise WrongDay(_("Unit di atasnya belum ada pada tanggal itu."))
    for day in sorted({since, *(from_on for _one, _above, from_on, _until in states)}):
        if day >= since and _leads_to(unit.pk, above.pk, _parents(states, day)):
            raise WouldCircle(
                _("Pada %(day)s unit di atasnya masih berada di bawah unit ini.")
                % {"day": written.day(day)}
            )


def _parents(states: Sequence[Row], day: date) -> dict[int, int | None]:
    return {
        one: above
        for one, above, from_on, until_on in states
        if from_on <= day and (until_on is None or day <= until_on)
    }


def _leads_to(unit: int, above: int | None, parents: dict[int, int | None]) -> bool:
    while above is not None and above != unit:
        above = parents.pop(above, None)
    return above == unit


def _after(state: UnitState, day: Day) -> None:
    last = state.until_on or state.from_on
    if day.since <= last:
        raise WrongDay(
            _("Tanggal itu mendahului perubahan terakhir unit ini, %(day)s.")
            % {"day": written.day(last)}
        )
