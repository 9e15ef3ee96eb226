"""Another day for the whole house: for the server's clock and for the database's, which keeps rights and dates."""

from datetime import timedelta

from django.db.models.functions import Now
from django.utils import timezone

from okesop.organisation import access

SQLITE = "STRFTIME('%%%%Y-%%%%m-%%%%d %%%%H:%%%%M:%%%%f', 'NOW', '+{} days')"
POSTGRESQL = "(STATEMENT_TIMESTAMP() + INTERVAL '{} days')"


class Clock:
    """Goes forward by whole days; nothing waits for it."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch
        self.now, self.days = timezone.now, 0

    def forward(self, days):
        """Let so many days pass."""
        self.days += days
        now, ahead = self.now, timedelta(days=self.days)
        self.monkeypatch.setattr(timezone, "now", lambda: now() + ahead)
        self.monkeypatch.setattr(Now, "as_sqlite", _said(SQLITE.format(self.days)))
        self.monkeypatch.setattr(Now, "as_postgresql", _said(POSTGRESQL.format(self.days)))
        for kept in (access._compiled, access._compiled_reach):  # SQL with the words for now
            kept.cache_clear()


def _said(template):
    def as_engine(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, template=template, **extra)

    return as_engine
