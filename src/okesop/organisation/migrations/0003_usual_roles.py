"""Positions made before there were roles get the usual ones, from the first day that somebody held them."""

from typing import Any

from django.db import migrations
from django.db.models import Min
from django.db.models.functions import Now, TruncDate


def give(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 -- Django's signature
    grants = apps.get_model("organisation", "Grant").objects
    positions = apps.get_model("organisation", "Position").objects
    today = TruncDate(Now())
    found = positions.annotate(first=Min("assignments__from_on"), today=today)
    for position in found.iterator(chunk_size=500):
        roles = ["author", "performer", *(["approver", "leader"] if position.is_head else [])]
        for role in roles:
            grants.get_or_create(
                position=position,
                role=role,
                unit_id=position.unit_id,
                defaults={"from_on": position.first or position.today},
            )


class Migration(migrations.Migration):
    dependencies = [("organisation", "0002_roles")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
