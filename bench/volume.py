"""A large office (60 units, 5,000 people, 20,000 versions): what a page and a search cost a normal user.

    bench/volume.py [--units N] [--people N] [--versions N] [--runs N] [--data FOLDER] [--pages]

On SQLite in a folder of its own, on PostgreSQL with ``tools/with-postgres``. A folder that holds the office already is
measured as it is; ``--pages`` leaves out the searches by themselves. Pages go through the whole of Django in one
process, as author, verifier and head; shown are the median and the 95th percentile in ms of processor time, ours and
that of the database's process together, so that a busy machine says the same; then the 95th percentile by the clock on
the wall, which tells of this machine's other work as well; and how many queries a page takes over all runs: one figure
means always the same.
"""

import argparse
import os
import re
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--units", type=int, default=60)
parser.add_argument("--people", type=int, default=5_000)
parser.add_argument("--versions", type=int, default=20_000)
parser.add_argument("--runs", type=int, default=40)
parser.add_argument("--data", default="")
parser.add_argument("--pages", action="store_true")
GIVEN = parser.parse_args()
os.environ.update(
    OKESOP_DATA=GIVEN.data or tempfile.mkdtemp(prefix="okesop-bench-"),
    OKESOP_SECRET_KEY="bench",
    OKESOP_HOSTS="testserver",
    DJANGO_SETTINGS_MODULE="okesop.config.settings",
)

import django  # noqa: E402 -- the environment comes first

django.setup()

from _office import Office  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from okesop.accounts.models import User  # noqa: E402
from okesop.organisation.models import Position, Unit  # noqa: E402
from okesop.procedures.domain.queries.catalogue import STATUSES  # noqa: E402
from okesop.procedures.models import Version  # noqa: E402
from okesop.search.domain.queries import finding  # noqa: E402
from okesop.search.query import understand  # noqa: E402

SEARCHES = (
    "surat",
    "surat masuk",
    "pengadaan barang",
    "mengadakan",
    '"surat masuk"',
    '"mengarsipkan surat"',
    "Nomor 12 Tahun 2011",
    "nomor 35 tahun 2012",
    "000.8.3.3/00042",
    "peng",
    "kepala subbagian verifikasi",
    "tidak ada yang begini",
)
MARK, SEARCH_MARK = 200, 50


def main():
    call_command("migrate", verbosity=0)
    if not Version.objects.exists():
        began = time.perf_counter()
        office = Office(units=GIVEN.units, people=GIVEN.people, versions=GIVEN.versions)
        office.build()
        print(f"built in {time.perf_counter() - began:.0f} s")
    analyse()
    print(
        f"{connection.vendor}: {User.objects.count()} people, {Version.objects.count()} versions"
    )
    people = cast()
    late = []
    for who, user in {} if GIVEN.pages else people.items():
        late += searches(who, user)
    for who, user in people.items():
        late += pages(who, user)
    print("slower than the marks:", "; ".join(late) if late else "none")


def analyse():
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def cast():
    """Return the people who look: an author and the head of divisions, a verifier of the whole office."""
    names = {
        "author": ("Subbagian", False),
        "verifier": ("Bagian Organisasi", False),
        "head": ("Bagian 2", True),
    }
    found = {}
    for who, (unit, is_head) in names.items():
        position = Position.objects.filter(unit__name__startswith=unit, is_head=is_head).order_by(
            "pk"
        )[0]
        found[who] = position.assignments.order_by("pk")[0].person.user
    return found


def searches(who, user):
    late = []
    seen = Version.objects.visible_to(user).values("pk")
    for words in SEARCHES:
        query = understand(words)
        times, found = measured(lambda query=query: finding.ranked(query, seen, most=20))
        tell(who, f"search {words}", times, {1}, f"{len(found)} found")
        late += over(who, words, times, SEARCH_MARK)
    return late


def pages(who, user):
    client = Client()
    client.force_login(user, backend="okesop.accounts.backends.NameBackend")
    keys = [
        v.key for v in Version.objects.visible_to(user).select_related("procedure")[: GIVEN.runs]
    ]
    units = list(Unit.objects.visible_to(user).values_list("pk", flat=True))
    following = re.search(r"setelah=([\w-]+)", client.get("/sop/").content.decode())[1]
    addresses = {
        "home": ["/"],
        "list": ["/sop/"],
        "list, next page": [f"/sop/?setelah={following}"],
        "list, by update": ["/sop/?urut=diubah"],
        "list, mine": ["/sop/?milik=saya"],
        "list, of a unit": [f"/sop/?unit={unit}" for unit in units],
        "list, by state": [f"/sop/?status={status}" for status in STATUSES],
        "list, searched": [f"/sop/?cari={words}" for words in SEARCHES],
        "palette": [f"/cari/?cari={words}" for words in SEARCHES],
        "SOP": [f"/sop/{key}/" for key in keys],
    }
    late = []
    for name, each in addresses.items():
        times, counts = visit(client, each)
        tell(who, name, times, counts)
        late += over(who, name, times, MARK)
    return late


def visit(client, addresses):
    times, counts = [], set()
    for run in range(-2, GIVEN.runs):
        queries = []
        with connection.execute_wrapper(partial(counted, queries)):
            other = database_process()
            before, began = len(queries), clock(other)
            answer = client.get(addresses[run % len(addresses)])
            took = clock(other) - began
        assert answer.status_code == 200, (addresses[run % len(addresses)], answer.status_code)
        if run >= 0:
            times.append(took)
            counts.add(len(queries) - before)
    return times, counts


def counted(queries, execute, sql, params, many, context):
    queries.append(sql)
    return execute(sql, params, many, context)


def measured(act):
    times, found = [], None
    other = database_process()
    for run in range(-1, max(10, GIVEN.runs // 4)):
        began = clock(other)
        found = act()
        if run >= 0:
            times.append(clock(other) - began)
    return times, found


def database_process():
    """Return the file that tells the nanoseconds of the database's process; None where it is ours."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return Path(f"/proc/{cursor.fetchone()[0]}/schedstat")


class Span(float):
    """Processor time in ms, with what the wall said meanwhile."""

    wall: float

    def __new__(cls, busy, wall):
        span = super().__new__(cls, busy)
        span.wall = wall
        return span

    def __sub__(self, other):
        return Span(float(self) - float(other), self.wall - other.wall)


def clock(other):
    """Return the time in ms that we and the database used so far."""
    theirs = int(other.read_text().split()[0]) / 1e6 if other else 0.0
    return Span(1000 * time.process_time() + theirs, 1000 * time.perf_counter())


def high(times):
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]


def over(who, what, times, mark):
    return [f"{who}: {what} {high(times):.0f} ms"] if high(times) > mark else []


def tell(who, what, times, counts, remark=""):
    queries = "/".join(map(str, sorted(counts)))
    wall = high([took.wall for took in times])
    print(
        f"{who:9} {what:40} {statistics.median(times):7.1f} {high(times):7.1f} ms {wall:7.1f} wall"
        f"  {queries:>5} queries  {remark}",
        flush=True,
    )


main()
