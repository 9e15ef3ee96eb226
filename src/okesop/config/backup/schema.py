"""The shape of the tables when a backup was made, told by its migrations."""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from okesop.config.backup.refusal import BackupRefused

Migrations = Iterable[tuple[str, str]]
OF_ONE_ENGINE = {"procrastinate"}
"""Applications that only one kind of database has; the other goes without them."""


def applied() -> list[tuple[str, str]]:
    """Return the migrations that the database went through, in a fixed order."""
    executor = MigrationExecutor(connection)
    return sorted(executor.loader.applied_migrations)


def models_at(migrations: Migrations) -> Apps:
    """Return the models as they were behind these migrations."""
    loader = MigrationExecutor(connection).loader
    return loader.project_state(_last_ones(migrations)).apps


def refuse_newer(migrations: Migrations) -> None:
    """Refuse a backup that went through a migration which this program does not know."""
    loader = MigrationExecutor(connection).loader
    known = {*loader.disk_migrations, *loader.graph.nodes}
    unknown = {one for one in migrations if one not in known and one[0] not in OF_ONE_ENGINE}
    if unknown:
        raise BackupRefused(
            _(
                "Cadangan ini dibuat oleh OKE SOP DIBAGI yang lebih baru (%(step)s)."
                " Perbarui programnya dulu, lalu pulihkan lagi."
            )
            % {"step": ".".join(min(unknown))}
        )


def bring_to(migrations: Migrations) -> None:
    """Make the tables as they were behind these migrations; refuses a database that is already further."""
    executor = MigrationExecutor(connection)
    wanted = set(migrations)
    further = {one for one in executor.loader.applied_migrations if one not in wanted}
    if {one for one in further if one[0] not in OF_ONE_ENGINE}:
        raise BackupRefused(
            _(
                "Basis data ini sudah disiapkan oleh versi yang lebih baru daripada cadangannya."
                " Mulailah dari basis data yang benar-benar kosong; sesudah pemulihan ia diperbarui sendiri."
            )
        )
    executor.migrate(_last_ones(migrations))


def _last_ones(migrations: Migrations) -> list[tuple[str, str]]:
    """Return the migrations behind which no other of the same application came."""
    graph = MigrationExecutor(connection).loader.graph
    known = {one for one in migrations if one in graph.nodes}
    before = {
        parent.key
        for one in known
        for parent in graph.node_map[one].parents
        if parent.key[0] == one[0]
    }
    return sorted(known - before)
