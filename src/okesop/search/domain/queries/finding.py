"""Which SOPs a query finds, and in what order: one statement, with the permission inside it."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, QuerySet
from django.db.models.expressions import RawSQL

from okesop.search import engines
from okesop.search.circles import circles, widest
from okesop.search.query import Query

WALKED = "SELECT {rank} AS circle, key FROM ({keys}) AS circle_{rank}"
WALK = (
    "SELECT key FROM (SELECT circle, key FROM ({parts}) AS walk WHERE ({seen}) IS NOT NULL"
    " LIMIT %s) AS found GROUP BY key ORDER BY MIN(circle), key DESC LIMIT %s OFFSET %s"
)
# "+": the keys of the index are looked up among those that may be seen, not the other way round.
PICKED = (
    "SELECT * FROM (SELECT {rank} AS circle, key FROM ({keys}) AS keys_{rank}"
    " WHERE +key IN (SELECT key FROM seen) ORDER BY key DESC LIMIT %s) AS circle_{rank}"
)
PICK = (
    "WITH seen(key) AS MATERIALIZED ({seen}) SELECT key FROM ({parts}) AS found"
    " GROUP BY key ORDER BY MIN(circle), key DESC LIMIT %s OFFSET %s"
)


def ranked(
    query: Query,
    within: QuerySet[Any, Any],
    *,
    most: int,
    skip: int = 0,
    few: bool = False,
) -> list[int]:
    """Return the keys that the query finds among ``within``, the best first.

    ``within`` yields the keys that may be seen, ``Version.objects.visible_to(user).values("pk")``. It becomes a part
    of the statement; no list of keys travels. ``few`` tells that it holds a small part of all, for speed alone.
    """
    if not query.terms:
        return []
    statement = _picked if few else _walked
    try:
        sql, params = statement(query, within.order_by(), most + skip)
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, most, skip])
        return [key for (key,) in cursor.fetchall()]


def _walked(query: Query, within: QuerySet[Any, Any], most: int) -> tuple[str, list[Any]]:
    """Walk through the circles, ask of each key that is met whether it may be seen, and end soon.

    A key lies in each circle at most once, and both databases walk through the parts of a UNION ALL as they are
    written: so many steps as there are circles, times n, meet the n best.
    """
    key = RawSQL("walk.key", [], output_field=BigIntegerField())
    seen, asked = within.filter(pk=key)[:1].query.sql_with_params()
    parts = list(_keys(query))
    sql = WALK.format(
        parts=" UNION ALL ".join(WALKED.format(rank=rank, keys=keys) for rank, keys, _ in parts),
        seen=seen,
    )
    steps = most * len(parts)
    return sql, [*(each for _, _, params in parts for each in params), *asked, steps]


def _picked(query: Query, within: QuerySet[Any, Any], most: int) -> tuple[str, list[Any]]:
    """Look up once what may be seen, and let each circle bring its newest keys among that.

    When better circles leave room for n, no more than n of those that a circle adds can be among the best.
    """
    seen, asked = within.query.sql_with_params()
    parts = list(_keys(query))
    sql = PICK.format(
        seen=seen,
        parts=" UNION ALL ".join(PICKED.format(rank=rank, keys=keys) for rank, keys, _ in parts),
    )
    return sql, [*asked, *(each for _, _, params in parts for each in (*params, most))]


def _keys(query: Query) -> Iterator[tuple[int, str, list[Any]]]:
    engine = engines.of(connection)
    for circle in circles(loose=query.is_loose):
        yield (circle.rank, *engine.keys(query, circle))


def matching(query: Query) -> RawSQL:
    """Return the keys that a query finds, for use inside another query: ``filter(pk__in=matching(query))``."""
    sql, params = engines.of(connection).keys(query, widest(loose=query.is_loose))
    return RawSQL(sql, params, output_field=BigIntegerField())  # noqa: S611 -- our own SQL
