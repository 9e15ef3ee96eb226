"""The session engine: Django's database sessions with the columns of our model.

A session ends 30 minutes after its person was last seen and 12 hours after the sign-in (settings). Both are one
date, `expire_date`, which `accounts.middleware.activity` moves on, at most once a minute.
"""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db

from okesop.accounts.models import Session

STARTED, SEEN, DEVICE, ADDRESS, HANDLE = "_started", "_seen", "_device", "_address", "_handle"


class SessionStore(db.SessionStore):
    """Writes what the data says about person, device and times into columns as well."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return our model."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row of what the session holds."""
        instance: Session = super().create_model_instance(data)  # type: ignore[assignment]  # the stub knows Django's model alone
        user = data.get("_auth_user_id")
        instance.user_id = int(user) if user else None
        instance.handle = data.get(HANDLE, "")
        instance.device = data.get(DEVICE, "")
        instance.address = data.get(ADDRESS, "")
        instance.started_at = _moment(data.get(STARTED))
        instance.seen_at = _moment(data.get(SEEN))
        return instance


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
