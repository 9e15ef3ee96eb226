"""What one edit costs the server: a text, a text that makes its row higher, a new row; with the redrawn chart.

No peer does this; the marks are the issue's: 20 rows under 60 ms, 60 x 10 under 250 ms, so that the browser shows
the new chart within 150 and 400 ms. Medians in one process, through the whole of Django, on a database file.
"""

import json
import os
import statistics
import tempfile
import time

FOLDER = tempfile.mkdtemp(prefix="okesop-bench-")
os.environ.update(
    OKESOP_DATA=FOLDER,
    OKESOP_SECRET_KEY="bench",
    OKESOP_HOSTS="testserver",
    DJANGO_SETTINGS_MODULE="okesop.config.settings",
)

import django  # noqa: E402 -- the environment comes first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from okesop.accounts.models import User  # noqa: E402
from okesop.core.document import Edge, Node, NodeKind, Performer, SopDocument, Step  # noqa: E402
from okesop.organisation.models import Unit  # noqa: E402
from okesop.procedures.domain import drafting  # noqa: E402

RUNS = 25


def sample(rows, columns):
    """A procedure that zigzags; each fourth row decides, and its "Tidak" goes three rows back."""
    performers = tuple(Performer(f"p{c}", f"Jabatan {c}") for c in range(columns))
    steps = tuple(
        Step(f"s{r}", f"Memeriksa berkas bagian {r}", "Berkas", "10 menit", f"Hasil {r}")
        for r in range(rows)
    )
    kinds = [NodeKind.DECISION if r % 4 == 3 else NodeKind.PROCESS for r in range(rows)]
    kinds[0] = kinds[-1] = NodeKind.TERMINATOR
    nodes = tuple(
        Node(f"n{r}", f"s{r}", f"p{(r * 3 + r // 4) % columns}", kinds[r]) for r in range(rows)
    )
    edges = []
    for r in range(rows - 1):
        decides = kinds[r] is NodeKind.DECISION
        edges.append(Edge(f"n{r}", f"n{r + 1}", "Ya" if decides else None))
        if decides:
            edges.append(Edge(f"n{r}", f"n{r - 3}", "Tidak"))
    return SopDocument(performers=performers, steps=steps, nodes=nodes, edges=tuple(edges))


def operation(kind, run):
    if kind == "row":
        return {
            "op": "insert_steps",
            "after": "s2",
            "steps": [{"id": f"new{run}", "activity": "Memaraf konsep"}],
        }
    return {"op": "set_text", "place": "steps/s2/note", "value": f"Catatan {run}"}


def measure(client, version, kind):
    rows, columns = version.step_count, version.performer_count
    times = []
    for run in range(RUNS):
        heights = [57.0 + (run if kind == "height" and r == 2 else 0) for r in range(rows)]
        body = {
            "client": "bench",
            "seq": 1,
            "changes": [{"id": f"{kind}-{run}", "operations": [operation(kind, run)]}],
            "sheet": {
                "columns": [[86 * c, 86 * c + 86] for c in range(columns)],
                "heights": heights,
            },
            "cell": "steps/s2/note",
        }
        start = time.perf_counter()
        answer = client.post(
            f"/sop/{version.key}/draft/changes/", json.dumps(body), content_type="application/json"
        )
        times.append((time.perf_counter() - start) * 1000)
        assert answer.json()["results"][0]["status"] == "stored"
    return statistics.median(times)


def main():
    call_command("migrate", verbosity=0)
    now = timezone.now()
    user = User.objects.create(
        username="bench", name="Bench", is_administrator=True, created_at=now
    )
    unit = Unit.objects.create(name="Bagian Umum")
    client = Client()
    client.force_login(user, backend="okesop.accounts.backends.NameBackend")
    print(f"{'rows x performers':20}{'text':>10}{'height':>10}{'new row':>10}   median ms")
    for rows, columns in ((10, 5), (20, 6), (60, 10)):
        version = drafting.create(sample(rows, columns), unit=unit, by=user, at=now)
        figures = [measure(client, version, kind) for kind in ("text", "height", "row")]
        print(f"{f'{rows} x {columns}':20}" + "".join(f"{figure:10.0f}" for figure in figures))


if __name__ == "__main__":
    main()
