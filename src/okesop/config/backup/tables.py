"""Which tables a backup holds, and how a row becomes JSON and a row again on either kind of database."""

import base64
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias
from uuid import UUID

from django.apps.registry import Apps
from django.db import connection
from django.db.models import AutoField, Field, Model
from django.utils.duration import duration_string

AnyModel: TypeAlias = type[Model]
DERIVED = {"contenttypes", "auth"}
"""Rows that `migrate` makes by itself, different ones on each engine; nothing of ours refers to them."""
READ_AT_ONCE, WRITE_AT_ONCE = 200, 500


def models_of(apps: Apps) -> list[AnyModel]:
    """Return every model that has a table of ours, by the name of the table."""
    found = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in DERIVED  # noqa: SLF001 -- Django's public door
    ]
    return sorted(found, key=table_of)


def table_of(model: AnyModel) -> str:
    """Return the name of a model's table."""
    return model._meta.db_table  # noqa: SLF001 -- Django's public door


def fields_of(model: AnyModel) -> list["Field[Any, Any]"]:
    """Return the columns that are stored and not worked out by the database."""
    return [f for f in model._meta.local_concrete_fields if not f.generated]  # noqa: SLF001 -- Django's public door


# --- reading


def rows(model: AnyModel) -> Iterator[list[Any]]:
    """Yield the rows of a table as JSON holds them, in the order of their keys."""
    names = [field.attname for field in fields_of(model)]
    found = model._base_manager.order_by("pk").values_list(*names)  # noqa: SLF001 -- Django's public door
    for row in found.iterator(chunk_size=READ_AT_ONCE):
        yield [plain(value) for value in row]


def plain(value: Any) -> Any:
    """Return a value of a column as JSON holds it; ``to_python`` of its field reads it again."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return duration_string(value)
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
    return value


def last_id(model: AnyModel) -> int:
    """Return the last key that the table gave, 0 where it does not count them."""
    key = model._meta.pk  # noqa: SLF001 -- Django's public door
    if not isinstance(key, AutoField):
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table_of(model)])
            found = cursor.fetchone()
            return int(found[0]) if found else 0
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table_of(model), key.column])
        (sequence,) = cursor.fetchone()
        cursor.execute(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608 -- a name of the database's own
        last, called = cursor.fetchone()
    return int(last) if called else 0


# --- writing


def empty(models: Iterable[AnyModel]) -> None:
    """Remove what `migrate` or a first start put into fresh tables."""
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {_quoted(table_of(model))}")  # noqa: S608 -- names of our models


def insert(model: AnyModel, columns: tuple[str, ...], found: Iterable[list[Any]]) -> int:
    """Write rows as they were and return how many; raises DatabaseError, ValidationError."""
    fields = {field.attname: field for field in fields_of(model)}
    ordered = [fields[name] for name in columns]
    names = ", ".join(_quoted(str(field.column)) for field in ordered)
    places = ", ".join(["%s"] * len(ordered))
    statement = f"INSERT INTO {_quoted(table_of(model))} ({names}) VALUES ({places})"  # noqa: S608 -- names of our models
    count = 0
    with connection.cursor() as cursor:
        stream = iter(found)
        while batch := list(islice(stream, WRITE_AT_ONCE)):
            cursor.executemany(statement, [_prepared(ordered, row) for row in batch])
            count += len(batch)
    return count


def _prepared(fields: list["Field[Any, Any]"], row: list[Any]) -> list[Any]:
    return [
        field.get_db_prep_save(field.to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]


def set_last_id(model: AnyModel, last: int) -> None:
    """Let the table count on from the last key that it had given, so that no key is given twice."""
    key = model._meta.pk  # noqa: SLF001 -- Django's public door
    if not isinstance(key, AutoField):
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table_of(model)])
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table_of(model), last]
            )
        elif last:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [table_of(model), key.column, last],
            )


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
