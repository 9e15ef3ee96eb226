"""Many writers at once leave one whole chain (on PostgreSQL; SQLite lets one write at a time anyway)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from okesop.audit.domain import trail
from okesop.audit.domain.verification import verify

WRITERS, ACTS = 4, 12


@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time by its nature")
def test_many_writers_leave_one_whole_chain(transactional_db, noon):
    def write(writer):
        for act in range(ACTS):
            with transaction.atomic():
                trail.record(f"writer.{writer}", None, by=None, at=noon, detail={"act": act})
                transaction.set_rollback(act % 5 == 4)
        connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    kept = sum(act % 5 != 4 for act in range(ACTS))
    verdict = verify()
    assert (verdict.entries, verdict.broken_at) == (WRITERS * kept, None)
