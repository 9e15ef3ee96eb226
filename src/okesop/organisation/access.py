"""What a person may see, as one SQL predicate.

It is the union of the subtrees of the units in which he holds a position today (definitive, Plt. or Plh.). The
predicate is a filter inside the query that reads: no list of ids travels, and it costs one recursive CTE, on
SQLite as on PostgreSQL.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Now, TruncDate

if TYPE_CHECKING:
    from okesop.accounts.models import User

# The clock of the database, in the zone of the office: filters need no clock of their own.
TODAY = TruncDate(Now())


class Subtrees(Subquery):
    """The ids of the units that a query names, and of all units below them."""

    template = (
        "(WITH RECURSIVE subtree(id) AS (%(subquery)s UNION SELECT child.id"
        " FROM organisation_unit child JOIN subtree ON child.parent_id = subtree.id)"
        " SELECT id FROM subtree)"
    )

    def __init__(self, roots: "QuerySet[Any, Any]") -> None:
        super().__init__(roots.order_by())  # an order before UNION is no SQL


def holds_on(day: date | Combinable, prefix: str = "") -> Q:
    """Return the filter that keeps assignments which hold on a day."""
    began = Q(**{f"{prefix}from_on__lte": day})
    goes_on = Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gte": day})
    return began & goes_on


def units_of(user: "User", path: str, *, on: date | None = None) -> Q:
    """Return the filter that keeps rows whose unit, reached by ``path``, the user sees on a day (today).

    ``Version.objects.filter(units_of(user, "procedure__unit"))``. An administrator sees all.
    """
    if user.is_administrator:
        return Q()
    assignments = apps.get_model("organisation", "Assignment").objects
    held = assignments.filter(holds_on(on or TODAY), person__user=user)
    return Q(**{f"{path}__in": Subtrees(held.values("position__unit"))})
