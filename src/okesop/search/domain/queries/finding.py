"""Which SOPs a query finds, and in what order: one statement, with the permission inside it."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, QuerySet
from django.db.models.expressions import RawSQL

from okesop.search import engines
from okesop.search.circles import circles, widest
from okesop.search.query import Query

PART = "SELECT * FROM ({newest}) AS circle_{rank}"
WHOLE = (
    "{seen} SELECT key FROM ({parts}) AS found"
    " GROUP BY key ORDER BY MIN(circle), key DESC LIMIT %s OFFSET %s"
)


class Seen:
    """The permission as a part of the statement; no list of keys travels.

    Where most may be seen, each key is asked about when it is met, and the walk ends soon; where ``few`` may be, they
    are looked up once before the walk.
    """

    def __init__(self, within: QuerySet[Any, Any], *, few: bool) -> None:
        engine = engines.of(connection)
        key = RawSQL(engine.KEY, [], output_field=BigIntegerField())  # noqa: S611 -- a constant
        rows = within.order_by()
        sql, params = (rows if few else rows.filter(pk=key)).query.sql_with_params()
        self.before = f"WITH seen(key) AS MATERIALIZED ({sql})" if few else ""
        self.params_before = params if few else ()
        self.condition = engine.IN_SEEN if few else f"EXISTS ({sql})"
        self.params = () if few else params


def ranked(
    query: Query,
    within: QuerySet[Any, Any],
    *,
    most: int,
    skip: int = 0,
    few: bool = False,
) -> list[int]:
    """Return the keys that the query finds among ``within``, the best first.

    ``within`` yields the keys that may be seen, ``Version.objects.visible_to(user).values("pk")``; ``few`` tells that
    it holds a small part of all, for speed alone. Each circle brings its newest keys alone: when better circles leave
    room for n, no more than n of those that it adds can be among the best.
    """
    if not query.terms:
        return []
    try:
        seen = Seen(within, few=few)
    except EmptyResultSet:
        return []
    engine = engines.of(connection)
    parts: list[str] = []
    params: list[Any] = [*seen.params_before]
    for circle in circles(loose=query.is_loose):
        keys, asked = engine.keys(query, circle)
        newest = engine.newest(keys, circle.rank, seen.condition)
        parts.append(PART.format(newest=newest, rank=circle.rank))
        params += [*asked, *seen.params, most + skip]
    sql = WHOLE.format(seen=seen.before, parts=" UNION ALL ".join(parts))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, most, skip])
        return [key for (key,) in cursor.fetchall()]


def matching(query: Query) -> RawSQL:
    """Return the keys that a query finds, for use inside another query: ``filter(pk__in=matching(query))``."""
    sql, params = engines.of(connection).keys(query, widest(loose=query.is_loose))
    return RawSQL(sql, params, output_field=BigIntegerField())  # noqa: S611 -- our own SQL
