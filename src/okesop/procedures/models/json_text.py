"""JSON kept as text."""

import json
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
else:  # Django's fields take type arguments in the stubs alone
    AnyField = models.Field


class JsonText(AnyField):
    """A JSON value in a text column.

    Not ``JSONField``: PostgreSQL's ``jsonb`` refuses a NUL that somebody pasted into a cell; escaped in text it
    is kept as it came.
    """

    def get_internal_type(self) -> str:
        """Stand in a column of text."""
        return "TextField"

    def from_db_value(self, value: str | None, *_: object) -> Any:
        """Read what is stored."""
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Write it as plain ASCII, so that no character is one that the database refuses."""
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def value_to_string(self, obj: models.Model) -> str:
        """Write it for a dump."""
        return json.dumps(self.value_from_object(obj))
