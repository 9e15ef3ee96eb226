"""What is typed about holidays and hours."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from okesop.organisation.domain.work_weeks import Hours, usual
from okesop.organisation.enums import HolidayKind
from okesop.organisation.forms.day import DAY
from okesop.organisation.models import WorkWeek

TIMES = ("begins", "rest_begins", "rest_ends", "ends")
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class HolidayForm(forms.Form):
    """A holiday."""

    day = forms.DateField(label=_("Tanggal"), widget=DAY)
    name = forms.CharField(label=_("Nama hari libur"), max_length=200)
    kind = forms.ChoiceField(label=_("Jenis"), choices=HolidayKind.choices)


class WeekForm(forms.Form):
    """The hours of each weekday from a day on; a day without times is free."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    from_on = forms.DateField(label=_("Berlaku sejak"), widget=DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "begins": _("Mulai"),
            "rest_begins": _("Istirahat"),
            "rest_ends": _("Lanjut"),
            "ends": _("Selesai"),
        }
        for weekday in WEEKDAYS:
            for part in TIMES:
                field = forms.TimeField(label=labels[part], required=False, widget=CLOCK)
                self.fields[f"{part}_{weekday}"] = field

    def days(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Yield each weekday with its fields, Monday first."""
        for weekday, name in WEEKDAYS.items():
            yield str(name), [self[f"{part}_{weekday}"] for part in TIMES]

    def clean(self) -> dict[str, Any]:
        """Ask for both ends of a day and of a rest."""
        given = super().clean() or {}
        for weekday in WEEKDAYS:
            for first, last in (("begins", "ends"), ("rest_begins", "rest_ends")):
                pair = [f"{first}_{weekday}", f"{last}_{weekday}"]
                missing = [name for name in pair if not given.get(name)]
                if len(missing) == 1 and missing[0] not in self.errors:
                    self.add_error(missing[0], _("Isi jam ini juga."))
            if given.get(f"rest_begins_{weekday}") and not given.get(f"begins_{weekday}"):
                self.add_error(f"begins_{weekday}", _("Isi jam ini juga."))
        return given

    def hours(self) -> dict[int, Hours]:
        """Return the hours of the days that have any."""
        return {weekday: one for weekday in WEEKDAYS if (one := self._hours(weekday))}

    def _hours(self, weekday: int) -> Hours | None:
        times: dict[str, time | None] = {
            part: self.cleaned_data.get(f"{part}_{weekday}") for part in TIMES
        }
        begins, ends = times["begins"], times["ends"]
        if begins is None or ends is None:
            return None
        return Hours(begins, ends, times["rest_begins"], times["rest_ends"])

    @classmethod
    def written(cls, week: WorkWeek | None, *, since: date) -> dict[str, object]:
        """Return what a form starts from: stored hours, or the usual ones from a day on."""
        if week is None:
            rows: dict[int, Any] = dict(usual())
            head = {"name": _("Jam kerja biasa"), "from_on": since}
        else:
            rows = {one.weekday: one for one in week.hours.all()}
            head = {"name": week.name, "from_on": week.from_on}
        times = {
            f"{part}_{weekday}": getattr(one, part)
            for weekday, one in rows.items()
            for part in TIMES
        }
        return {**head, **times}
