"""What a person may see and do, as SQL predicates.

Rights belong to positions. He sees the subtrees of the units in which he holds a position today (definitive, Plt. or
Plh.), of those over which such a position holds a role (`Grant`), and of those lent to him for a time
(`Delegation`). He acts where a role covers the unit. Each predicate is a filter inside the query that reads, on SQLite
as on PostgreSQL: one recursive CTE, or, while a page that only reads is made, the ids of the units that `reach` has
read for it. The tree is today's on every day.
"""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Now, TruncDate
from django.utils import timezone

from okesop.organisation import reach
from okesop.organisation.enums import AssignmentKind, Role

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.organisation.models import Assignment

# The clock of the database, in the zone of the office: filters need no clock of their own.
TODAY = TruncDate(Now())
RANKS = {AssignmentKind.DEFINITIVE: 0, AssignmentKind.ACTING: 1, AssignmentKind.DAILY: 2}
LENT = 3
STAND_IN = -1
"""A user's key that no row has."""
NAMED = 500
"""How many units a predicate names one by one; more are found by the CTE."""
REACH = (
    "WITH RECURSIVE reach(role, id) AS ({roots} UNION SELECT reach.role, child.id"
    " FROM organisation_unit child JOIN reach ON child.parent_id = reach.id)"
    " SELECT role, id FROM reach"
)


class Subtrees(Subquery):
    """The ids of the units that a query names, and of all units below them."""

    template = (
        "(WITH RECURSIVE subtree(id) AS (%(subquery)s UNION SELECT child.id"
        " FROM organisation_unit child JOIN subtree ON child.parent_id = subtree.id)"
        " SELECT id FROM subtree)"
    )

    def __init__(self, roots: "QuerySet[Any, Any]") -> None:
        super().__init__(roots.order_by())  # an order before UNION is no SQL


class Lines(Subquery):
    """The ids of the units that a query names, and of all units above them."""

    template = (
        "(WITH RECURSIVE line(id) AS (%(subquery)s UNION SELECT below.parent_id"
        " FROM organisation_unit below JOIN line ON below.id = line.id"
        " WHERE below.parent_id IS NOT NULL) SELECT id FROM line)"
    )

    def __init__(self, ends: "QuerySet[Any, Any]") -> None:
        super().__init__(ends.order_by())


def holds_on(day: date | Combinable, prefix: str = "") -> Q:
    """Return the filter that keeps assignments, grants or delegations which hold on a day."""
    began = Q(**{f"{prefix}from_on__lte": day})
    goes_on = Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gte": day})
    return began & goes_on


def units_of(user: "User", path: str, *, on: date | None = None) -> Q:
    """Return the filter that keeps rows whose unit, reached by ``path``, the user sees on a day (today).

    ``Version.objects.filter(units_of(user, "procedure__unit"))``. An administrator sees all.
    """
    return Q() if user.is_administrator else _below(path, user, None, on)


def units_where(
    user: "User", roles: Collection[Role], path: str = "pk", *, on: date | None = None
) -> Q:
    """Return the filter that keeps rows whose unit, reached by ``path``, lies under one of the user's roles.

    ``Unit.objects.filter(units_where(user, [Role.VERIFIER]))``. The flag ``is_administrator`` stands for the role
    ``ADMINISTRATOR`` over everything, and for no other role: it neither verifies nor approves.
    """
    if _keeps_all(user, roles):
        return Q()
    return _below(path, user, frozenset(roles), on)


def _keeps_all(user: "User", roles: Collection[Role]) -> bool:
    return user.is_administrator and Role.ADMINISTRATOR in roles


def holds(
    user: "User", roles: Collection[Role], unit_id: int | None, *, on: date | None = None
) -> bool:
    """Tell whether the user holds one of the roles over a unit on a day (today); at most one query."""
    known = _known(user, roles) if on is None else None
    if known is not None:
        return unit_id in known
    units = _objects("Unit").filter(units_where(user, roles, on=on), pk=unit_id)
    return bool(units.exists())


def holds_anywhere(user: "User", roles: Collection[Role]) -> bool:
    """Tell whether the user holds one of the roles over any unit today; at most one query."""
    known = _known(user, roles)
    if known is not None:
        return bool(known)
    return bool(_objects("Unit").filter(units_where(user, roles)).exists())


def acting_as(
    user: "User", roles: Collection[Role], unit_id: int | None, *, on: date | None = None
) -> "Assignment | None":
    """Return the assignment by which the user would act in one of the roles over a unit; one query.

    His definitive position comes first, then Plt., Plh., and last what was lent to him: then the assignment is that
    of whoever lent it (``lent_to(user)`` is true). None where he may not act, and for an administrator by flag alone.
    """
    day = on or TODAY
    above = Lines(_objects("Unit").filter(pk=unit_id).values("pk"))
    granted = holds_on(day, "position__grants__") & Q(
        position__grants__role__in=roles, position__grants__unit__in=above
    )
    lent = holds_on(day, "delegations__") & Q(
        delegations__person__user=user,
        delegations__roles__role=F("position__grants__role"),
    )
    own = Q(person__user=user)
    ranks = [When(own & Q(kind=kind), then=Value(rank)) for kind, rank in RANKS.items()]
    found = (
        _objects("Assignment")
        .filter(holds_on(day) & granted & (own | lent))
        .order_by(Case(*ranks, default=Value(LENT)), "from_on", "pk")
    )
    first: Assignment | None = found.select_related("position__unit", "person").first()
    return first


def _below(path: str, user: "User", roles: frozenset[Role] | None, on: date | None) -> Q:
    """Return the filter for the units under some of the user's roles; None: for all that he sees."""
    units = _known(user, roles) if on is None else None
    if units is not None and len(units) <= NAMED:
        return Q(**{f"{path}__in": sorted(units)})
    try:
        if on is not None:
            return Q(**{f"{path}__in": _subtrees(user, roles, on)})
        zone = timezone.get_current_timezone_name()
        sql, params = _compiled(connection.vendor, zone, roles)
    except EmptyResultSet:
        return Q(pk__in=[])
    own = [user.pk if param == STAND_IN else param for param in params]
    return Q(**{f"{path}__in": RawSQL(sql, own, output_field=BigIntegerField())})  # noqa: S611 -- Django's own SQL


def _subtrees(user: "User", roles: frozenset[Role] | None, day: date | Combinable) -> Subtrees:
    roots = _covered(user, roles, day)
    if roles is None:
        held = _objects("Assignment").filter(holds_on(day), person__user=user)
        roots |= Q(pk__in=held.values("position__unit"))
    return Subtrees(_objects("Unit").filter(roots).values("pk"))


@lru_cache(maxsize=256)
def _compiled(
    _vendor: str, _zone: str, roles: frozenset[Role] | None
) -> tuple[str, tuple[Any, ...]]:
    """Return SQL for the units under roles that somebody holds today, with `STAND_IN` as his key.

    A page asks for it ten times, and to build and compile it costs Django many times what it costs the database.
    """
    user = apps.get_model("accounts", "User")(pk=STAND_IN)
    query = _objects("Unit").all().query
    resolved = _subtrees(user, roles, TODAY).resolve_expression(query)
    sql, params = query.get_compiler(connection=connection).compile(resolved)
    return sql.removeprefix("(").removesuffix(")"), tuple(params)


def _known(user: "User", roles: Collection[Role] | None) -> frozenset[int] | None:
    """Return the units under some of his roles today (None: all that he sees); None where SQL has to tell."""
    if _keeps_all(user, roles or ()):
        return None
    known = reach.of(user.pk, _reach)
    return None if known is None else reach.over(known, roles)


def _reach(key: int) -> reach.Reach:
    """Return all units of somebody by role; one query."""
    sql, params = _compiled_reach(connection.vendor, timezone.get_current_timezone_name())
    found: dict[str, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [key if param == STAND_IN else param for param in params])
        for role, unit in cursor.fetchall():
            found.setdefault(reach.SEEN, set()).add(unit)
            found.setdefault(role, set()).add(unit)
    return {role: frozenset(units) for role, units in found.items()}


@lru_cache(maxsize=8)
def _compiled_reach(_vendor: str, _zone: str) -> tuple[str, tuple[Any, ...]]:
    """Return SQL for (role, unit) of whatever somebody holds today, with `STAND_IN` as his key."""
    user = apps.get_model("accounts", "User")(pk=STAND_IN)
    own, lent = _grants(user, None, TODAY)
    held = _objects("Assignment").filter(holds_on(TODAY), person__user=user)
    roots = (
        own.order_by().values_list("role", "unit"),
        lent.order_by().values_list("role", "unit"),
        held.order_by().values_list(Value(reach.SEEN), "position__unit"),
    )
    parts = [each.query.sql_with_params() for each in roots]
    sql = REACH.format(roots=" UNION ".join(part for part, _params in parts))
    return sql, tuple(param for _part, params in parts for param in params)


def _covered(user: "User", roles: Collection[Role] | None, day: date | Combinable) -> Q:
    """Return the filter of the units that grants name: held by his positions, or lent to him."""
    own, lent = _grants(user, roles, day)
    return Q(pk__in=own.values("unit")) | Q(pk__in=lent.values("unit"))


def _grants(
    user: "User", roles: Collection[Role] | None, day: date | Combinable
) -> "tuple[QuerySet[Any, Any], QuerySet[Any, Any]]":
    """Return the grants of a user's positions, and those lent to him."""
    grants = _objects("Grant").filter(holds_on(day))
    if roles is not None:
        grants = grants.filter(role__in=roles)
    seat = "position__assignments__"
    loan = f"{seat}delegations__"
    held = holds_on(day, seat)
    # One filter() each, so that all conditions speak of the same assignment and the same delegation.
    own = grants.filter(held & Q(**{f"{seat}person__user": user}))
    lent = grants.filter(
        held
        & holds_on(day, loan)
        & Q(**{f"{loan}person__user": user, f"{loan}roles__role": F("role")})
    )
    return own, lent


def _objects(name: str) -> "QuerySet[Any, Any]":
    found: QuerySet[Any, Any] = apps.get_model("organisation", name).objects.all()
    return found
