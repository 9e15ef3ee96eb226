"""The database itself refuses to change, remove or empty the trail, whoever asks.

A later migration that lets Django rebuild the table on SQLite must put the guard up again: the triggers fall with the
old table. `okesop audit verify` tells where they are missing.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSAL = "The trail is append-only."
GUARD = {
    "sqlite": f"""
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
;;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
""",
    "postgresql": f"""
CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
;;
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()
;;
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()
""",
}
NO_GUARD = {
    "sqlite": "DROP TRIGGER audit_entry_no_update ;; DROP TRIGGER audit_entry_no_delete",
    "postgresql": "DROP FUNCTION audit_entry_refuse() CASCADE",
}


def _run(script: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in script.split(";;"):
        schema_editor.execute(statement)


def put_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _run(GUARD[schema_editor.connection.vendor], schema_editor)


def take_down(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _run(NO_GUARD[schema_editor.connection.vendor], schema_editor)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_acts_in_full")]

    operations = [migrations.RunPython(put_up, take_down)]
