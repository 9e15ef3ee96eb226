"""How soon an edit shows its redrawn chart: measured in the browser, over loopback, on the real server.

From the key that ends the edit to the first frame with the new drawing; median and worst of many edits. "own" is
the browser's part of the median, without the request.
The mark: 150 ms at 20 rows × 6 performers, 400 ms at 60 × 10. Also the time from a key to its letter on the screen.
"""

import os
import random
import shutil
import statistics
import tempfile
import threading
from datetime import UTC, date, datetime
from pathlib import Path

FOLDER = tempfile.mkdtemp(prefix="okesop-bench-")
os.environ |= {
    "OKESOP_DATA": FOLDER,
    "OKESOP_SECRET_KEY": "bench",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}
os.environ["DJANGO_SETTINGS_MODULE"] = "okesop.config.settings"

import django  # noqa: E402 -- the environment comes first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.test import Client  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from okesop.accounts.models import User  # noqa: E402
from okesop.core.document import (  # noqa: E402
    Edge,
    Identity,
    Node,
    NodeKind,
    Performer,
    SopDocument,
    Step,
)
from okesop.organisation.models import Assignment, Person, Position, Unit  # noqa: E402
from okesop.procedures.domain import drafting  # noqa: E402

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SIZES = [(20, 6, 150), (60, 10, 400)]
EDITS = 15
WATCH = """() => {
  window.spans = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && (event.key !== "k" || event.target.matches("textarea"))) return;
    const start = performance.now();
    const old = document.querySelector(".live-flow");
    const look = () => {
      if (document.querySelector(".live-flow") === old) return void setTimeout(look, 1);
      const asked = performance.getEntriesByType("resource").filter((one) => one.name.includes("/draft/"));
      const waited = asked.at(-1)?.duration ?? 0;
      requestAnimationFrame(() => setTimeout(() => window.spans.push([performance.now() - start, waited])));
    };
    look();
  }, true);
}"""
LETTERS = """() => {
  window.letters = [];
  addEventListener("keydown", () => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.letters.push(performance.now() - start)));
  }, true);
}"""


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def sample(rows, columns):
    """A procedure with a decision in every fifth row that leads back, as drafts really look."""
    seeded = random.Random(rows)
    performers = tuple(Performer(f"p{n}", f"Kepala Subbagian {n + 1}") for n in range(columns))
    steps = tuple(
        Step(
            f"s{n}",
            f"Memeriksa dan meneruskan berkas tahap {n + 1}",
            "Berkas",
            "10 menit",
            "Hasil",
        )
        for n in range(rows)
    )
    kinds = [NodeKind.DECISION if n % 5 == 4 else NodeKind.PROCESS for n in range(rows)]
    kinds[0] = kinds[-1] = NodeKind.TERMINATOR
    nodes = tuple(
        Node(f"n{n}", f"s{n}", f"p{seeded.randrange(columns)}", kinds[n]) for n in range(rows)
    )
    onward = [
        Edge(f"n{n}", f"n{n + 1}", "Ya" if kinds[n] is NodeKind.DECISION else None)
        for n in range(rows - 1)
    ]
    back = [
        Edge(f"n{n}", f"n{n - 1 - seeded.randrange(3)}", "Tidak")
        for n in range(rows)
        if kinds[n] is NodeKind.DECISION
    ]
    title = f"Pengukuran {rows} langkah"
    return SopDocument(
        Identity(title=title),
        performers=performers,
        steps=steps,
        nodes=nodes,
        edges=(*onward, *back),
    )


def author():
    unit = Unit.objects.create(name="Bagian Umum")
    user = User.objects.create(
        name="Penguji", username="penguji", created_at=NOW, is_administrator=True
    )
    person = Person.objects.create(user=user, name=user.name)
    position = Position.objects.create(unit=unit, title="Kepala Subbagian")
    Assignment.objects.create(person=person, position=position, from_on=date(2020, 1, 1))
    return unit, user


def measure(page, rows):
    """Return the spans of texts that make a row grow, of symbols that change, and of letters."""
    page.evaluate(WATCH)
    cell = "tr:nth-child({}) td[data-column={}]"
    for n in range(EDITS):
        page.click(cell.format(n % (rows - 2) + 2, "note"))
        page.keyboard.type("Catatan yang membuat baris ini lebih tinggi dari semula")
        page.keyboard.press("Enter")
        page.wait_for_function(f"() => window.spans.length > {n}")
        page.wait_for_timeout(100)
    texts = page.evaluate("() => window.spans.splice(0)")
    for n in range(EDITS):
        page.click(f"tr:nth-child({n % (rows - 4) + 3}) td[data-node]")
        page.keyboard.press("k")
        page.wait_for_function(f"() => window.spans.length > {n}")
        page.wait_for_timeout(100)
    symbols = page.evaluate("() => window.spans.splice(0)")
    page.evaluate(LETTERS)
    page.dblclick(cell.format(4, "activity"))
    page.keyboard.type(" dan seterusnya dengan tulisan panjang", delay=40)
    page.wait_for_timeout(200)
    return texts, symbols, page.evaluate("() => window.letters")


def line(name, spans, mark):
    """Print a row; of each span the part that was spent waiting for the server is told apart."""
    if isinstance(spans[0], list):
        own = statistics.median(total - waited for total, waited in spans)
        name, spans = f"{name} (own {own:.0f})", [total for total, _ in spans]
    print(
        f"  {name:<38} median {statistics.median(spans):6.0f} ms   worst {max(spans):6.0f} ms   mark {mark}"
    )


def main():
    call_command("migrate", verbosity=0)
    unit, user = author()
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.daemon_threads = True
    server.set_app(get_wsgi_application())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    client = Client()
    client.force_login(user, backend="okesop.accounts.backends.NameBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        context = browser.new_context(viewport={"width": 1440, "height": 1000}, base_url=base)
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base}]
        )
        for rows, columns, mark in SIZES:
            version = drafting.create(sample(rows, columns), unit=unit, by=user, at=NOW)
            page = context.new_page()
            page.goto(f"/sop/{version.key}/editor/")
            page.wait_for_selector(".live-flow")
            print(f"{rows} rows × {columns} performers")
            texts, symbols, letters = measure(page, rows)
            line("a text makes its row grow", texts, f"{mark} ms")
            line("a symbol changes", symbols, f"{mark} ms")
            line("a letter appears", letters, "-")
            page.close()
        browser.close()
    server.shutdown()
    shutil.rmtree(Path(FOLDER), ignore_errors=True)


if __name__ == "__main__":
    main()
