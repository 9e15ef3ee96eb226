"""What the database itself refuses, whatever hand writes: changing or deleting what was approved.

Django's migrations make a SQLite table anew to alter it, and its triggers are gone then: a migration that alters
`procedures_version` or `procedures_approval` runs ``install`` at its end, and a test holds every guard against the
database that the migrations made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

SEALED = "('approved', 'revoked')"
FROZEN = (
    "document",
    "sha256",
    "pdf_id",
    "code",
    "approved_at",
    "effective_on",
    "issued_id",
    "number",
    "procedure_id",
    "round",
)
VERSION, APPROVAL = "procedures_version", "procedures_approval"


def install(connection: "BaseDatabaseWrapper") -> None:
    """Put the guards up anew."""
    remove(connection)
    write = _sqlite if connection.vendor == "sqlite" else _postgresql
    with connection.cursor() as cursor:
        for name, (table, event, condition) in guards(connection.vendor).items():
            for statement in write(name, table, event, condition):
                cursor.execute(statement)


def remove(connection: "BaseDatabaseWrapper") -> None:
    """Take the guards down."""
    with connection.cursor() as cursor:
        for name, (table, _event, _condition) in guards(connection.vendor).items():
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def guards(vendor: str) -> dict[str, tuple[str, str, str]]:
    """Return each guard by name: its table, the event, and the condition under which it refuses."""
    differs = "{0} IS NOT {1}" if vendor == "sqlite" else "{0} IS DISTINCT FROM {1}"

    def changed(*columns: str) -> str:
        return " OR ".join(differs.format(f"NEW.{name}", f"OLD.{name}") for name in columns)

    reviewed = "OLD.state IN ('submitted', 'verified') AND NEW.state <> 'approved'"
    sealed_versions = f"(SELECT id FROM {VERSION} WHERE state IN {SEALED})"  # noqa: S608 -- our own names
    unsealed = f"NEW.state NOT IN {SEALED}"
    reopened = f"(OLD.state = 'revoked' AND ({changed('state', 'revoked_on')}))"
    frozen = f"OLD.state IN {SEALED} AND ({unsealed} OR {reopened} OR {changed(*FROZEN)})"
    return {
        "version_frozen": (VERSION, "UPDATE", frozen),
        "version_under_review": (VERSION, "UPDATE", f"{reviewed} AND ({changed('document')})"),
        "version_kept": (VERSION, "DELETE", f"OLD.state IN {SEALED}"),
        "approval_frozen": (APPROVAL, "UPDATE", "OLD.id = OLD.id"),
        "approval_kept": (APPROVAL, "DELETE", f"OLD.version_id IN {sealed_versions}"),
    }


def _sqlite(name: str, table: str, event: str, condition: str) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
    )


def _postgresql(name: str, table: str, event: str, condition: str) -> Iterator[str]:
    result = "OLD" if event == "DELETE" else "NEW"
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{name}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        f"RETURN {result}; END $$"
    )
    yield f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
