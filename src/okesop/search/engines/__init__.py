"""The two full-text engines behind one interface: which keys a circle holds, as SQL."""

from types import ModuleType

from django.db.backends.base.base import BaseDatabaseWrapper

from okesop.search.engines import postgresql, sqlite


def of(connection: BaseDatabaseWrapper) -> ModuleType:
    """Return the engine of a database."""
    return postgresql if connection.vendor == "postgresql" else sqlite
