"""Units made before their days were kept get a state from the first day that anybody worked in them."""

from typing import Any

from django.db import migrations
from django.db.models import Min
from django.db.models.functions import Now, TruncDate


def begin(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 -- Django's signature
    states = apps.get_model("organisation", "UnitState").objects
    units = apps.get_model("organisation", "Unit").objects
    today = TruncDate(Now())
    first = Min("positions__assignments__from_on")
    earliest = units.aggregate(day=Min("positions__assignments__from_on"))["day"]
    for unit in units.filter(is_active=True, states=None).annotate(first=first, today=today):
        # A unit stands at least as long as those below it; the office as long as anything in it.
        since = earliest if unit.parent_id is None else unit.first
        states.create(
            unit=unit,
            name=unit.name,
            parent_id=unit.parent_id,
            from_on=since or earliest or unit.today,
        )


class Migration(migrations.Migration):
    dependencies = [("organisation", "0004_unit_states")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
