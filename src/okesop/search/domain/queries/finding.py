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
    "WITH seen(key) AS MATERIALIZED ({seen}) SELECT key FROM ({parts}) AS found"
    " GROUP BY key ORDER BY MIN(circle), key DESC LIMIT %s OFFSET %s"
)


def ranked(query: Query, within: QuerySet[Any, Any], *, most: int, skip: int = 0) -> list[int]:
    """Return the keys that the query finds among ``within``, the best first.

    ``within`` yields the keys that may be seen, ``Version.objects.visible_to(user).values("pk")``. It becomes a part
    of the statement; no list of keys travels. Each circle brings its newest keys alone: when better circles leave
    room for n, no more than n of those that it adds can be among the best.
    """
    if not query.terms:
        return []
    try:
        seen, seen_params = within.order_by().query.sql_with_params()
    except EmptyResultSet:
        return []
    engine = engines.of(connection)
    parts: list[str] = []
    params: list[Any] = []
    for circle in circles(loose=query.is_loose):
        keys, asked = engine.keys(query, circle)
        parts.append(PART.format(newest=engine.newest(keys, circle.rank), rank=circle.rank))
        params += [*asked, most + skip]
    sql = WHOLE.format(seen=seen, parts=" UNION ALL ".join(parts))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*seen_params, *params, most, skip])
        return [key for (key,) in cursor.fetchall()]


def matching(query: Query) -> RawSQL:
    """Return the keys that a query finds, for use inside another query: ``filter(pk__in=matching(query))``."""
    sql, params = engines.of(connection).keys(query, widest(loose=query.is_loose))
    return RawSQL(sql, params, output_field=BigIntegerField())  # noqa: S611 -- our own SQL
