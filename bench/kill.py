"""Web and worker processes killed at random moments under load, on every database and queue that is here.

Several people write into their drafts, hand them in and take them back; each hand-in tells a verifier by e-mail. What
the server acknowledged must be there afterwards, every message must have been sent, and the trail must verify.

    python bench/kill.py [KILLS]        each way of storing, 50 times by default
"""

# ruff: noqa: PLC0415 -- Django is set up in the process of one way alone

import os
import random
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar
from json import dumps, loads
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVE = [sys.executable, "-m", "okesop.cli", "serve", "--port"]
WRITERS, PATIENCE, LEASE = 4, 120, 2
QUIET = {"OKESOP_LOG_LEVEL": "CRITICAL", "OKESOP_BACKUPS": "off"}
WAYS = (("SQLite", "embedded"), ("PostgreSQL", "procrastinate"), ("PostgreSQL", "embedded"))


# --- the office


def seed():
    """Make an office: writers with a draft each, and a verifier who is told by e-mail at once."""
    import django

    sys.path.insert(0, str(ROOT))
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone
    from tests.factories import organisation, procedures

    from okesop.notifications.models import Preference

    call_command("migrate", verbosity=0, interactive=False)
    root = organisation.UnitFactory(name="Sekretariat Daerah", parent=None)
    unit = organisation.UnitFactory(name="Bagian Umum", parent=root)
    procedures.emblem(root)
    organisation.UserFactory(
        name="Pengelola", is_administrator=True
    )  # else all leads to the set-up

    def works(place, title):
        seat = organisation.AssignmentFactory(position__unit=place, position__title=title)
        return seat.person.user

    verifier = works(root, "Kepala Bagian Organisasi")
    procedures.grant(verifier, "verifier", root)
    now = timezone.now()
    Preference.objects.create(
        user=verifier, address="v@kota.example", rhythm="at_once", confirmed_at=now
    )
    desks = []
    for n in range(WRITERS):
        author = works(unit, f"Penyusun {n}")
        draft = procedures.draft(unit, author, procedures.document(f"Pengelolaan Surat {n}"))
        desks.append((author.username, draft.procedure.key))
    return desks, organisation.PASSWORD


# --- the mail server


class Mailbox(socketserver.ThreadingTCPServer):
    """Takes every message and remembers its Message-ID."""

    daemon_threads = allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Postman)
        self.seen = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Postman(socketserver.StreamRequestHandler):
    def handle(self):
        self.say(220)
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.say(354)
                self.keep()
            self.say(221 if word == b"QUIT" else 250)
            if word == b"QUIT":
                return

    def say(self, code):
        self.wfile.write(b"%d ok\r\n" % code)

    def keep(self):
        text = b""
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            text += line
        self.server.seen += re.findall(rb"(?im)^Message-ID: <(\w+)@", text)


# --- the load


class Writer(threading.Thread):
    """One person who writes, hands in and takes back, and remembers what the server acknowledged."""

    def __init__(self, root, name, password, key):
        super().__init__(daemon=True)
        self.root, self.name_, self.password, self.key = root, name, password, key
        self.stored, self.moves, self.lost_answers, self.last = [], 0, 0, None
        self.stop = threading.Event()
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def run(self):
        while not self.stop.is_set():
            try:
                self.turn()
            except (
                OSError,
                ValueError,
                HTTPException,
            ) as error:  # nobody there, or it broke off: try again
                self.lost_answers, self.last = self.lost_answers + 1, error
                time.sleep(0.1)

    def turn(self):
        page = self.open("/profil/")
        if 'action="/keluar/"' not in page:
            self.send("/masuk/", "/masuk/", name=self.name_, password=self.password)
            return
        self.move(f"/sop/{self.key}/versi/1/", f"/sop/{self.key}/versi/1/tarik/")
        for _write in range(4):
            self.write()
        self.move(f"/sop/{self.key}/ajukan/", f"/sop/{self.key}/ajukan/")

    def write(self):
        name = f"{self.name_}-{time.monotonic_ns()}"
        text = {"op": "set_text", "place": "steps/s1/activity", "value": f"Menerima berkas {name}"}
        body = {"client": self.name_, "seq": 0, "sheet": None, "cell": None}
        body["changes"] = [{"id": name, "operations": [text]}]
        answer = loads(self.open(f"/sop/{self.key}/draft/changes/", dumps(body).encode()))
        if answer["results"][0]["status"] == "stored":
            self.stored.append(name)

    def move(self, page, path):
        shown = self.open(page)
        turn = re.search(r'name="giliran"[^>]*value="(\d+)"', shown)
        if turn and (page == path or path in shown):
            self.send(page, path, giliran=turn.group(1))
            self.moves += 1  # an answer other than a page or a redirect raised

    def send(self, page, path, **form):
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.open(page)).group(1)
        form["csrfmiddlewaretoken"] = token
        return self.open(path, urllib.parse.urlencode(form).encode())

    def open(self, path, data=None):
        request = urllib.request.Request(self.root + path, data)
        if data and data.startswith(b"{"):
            cookies = next(h for h in self.opener.handlers if hasattr(h, "cookiejar")).cookiejar
            request.add_header("Content-Type", "application/json")
            request.add_header("X-CSRFToken", next(c.value for c in cookies if "csrf" in c.name))
        with self.opener.open(request, timeout=10) as answer:
            return answer.read().decode()


# --- the killing


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(port):
    """Start the server and wait until it answers, as whoever keeps it running does."""
    command = [*SERVE, str(port)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet, process_group=0)
    until(lambda: answers(port) or server.poll() is not None, "a server that answers")
    return server


def answers(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/masuk/", timeout=5):
            return True
    except OSError:
        return False


def children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    found = []
    for task in listed.parent.parent.iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def is_worker(pid):
    return b"\0work\0" in Path(f"/proc/{pid}/cmdline").read_bytes()


def kill_one(server):
    """Kill a web process, a worker, or now and then everything at once; return what died."""
    if random.random() < 0.1:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        return "all"
    victims = children(server.pid)
    wanted = random.random() < 0.5
    fitting = [pid for pid in victims if is_worker(pid) is wanted]
    if not fitting:
        return ""
    os.kill(random.choice(fitting), signal.SIGKILL)
    return "worker" if wanted else "web"


def killed(port, kills):
    server, died = start(port), {"web": 0, "worker": 0, "all": 0}
    while sum(died.values()) < kills:
        until(lambda: answers(port) or server.poll() is not None, "a server that answers")  # noqa: B023 -- asked at once
        time.sleep(random.uniform(0.3, 3))
        if server.poll() is not None:  # it gave up: its manager starts it again
            server = start(port)
            continue
        try:
            what = kill_one(server)
        except (OSError, ProcessLookupError):  # it ended between looking and killing
            continue
        if what:
            died[what] += 1
        if what == "all":
            server = start(port)
    return server, died


# --- the reckoning


def until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"LOST: {what}")
        time.sleep(0.2)


def reckon(writers, mailbox):
    from django.db import close_old_connections

    from okesop.audit.domain import verification
    from okesop.notifications.models import Mail, Notification
    from okesop.procedures.models import Approval, DraftChange
    from okesop.tasks import engines
    from okesop.tasks.engines import State

    close_old_connections()
    idle = lambda: not sum(engines.current().counts()[s] for s in (State.WAITING, State.RUNNING))  # noqa: E731
    until(idle, "tasks that nobody runs")
    acknowledged = {name for writer in writers for name in writer.stored}
    there = set(DraftChange.objects.values_list("change_id", flat=True))
    moves = sum(writer.moves for writer in writers)
    counts = engines.current().counts()
    sent = {token.decode() for token in mailbox.seen}
    made = Mail.objects.values_list("token", flat=True)
    # News that came again between making and sending a message goes in the next one; the first is left empty.
    mails = set(made.filter(notifications__isnull=False)) | set(made.filter(sent_at__isnull=False))
    verdict = verification.verify()
    figures = {
        "writes acknowledged": len(acknowledged),
        "writes lost": len(acknowledged - there),
        "moves acknowledged": moves,
        "moves lost": max(0, moves - Approval.objects.count()),
        "tasks done": counts[State.DONE],
        "tasks failed": counts[State.FAILED],
        "messages made": len(mails),
        "messages not sent": len(mails - sent),
        "messages overtaken": made.count() - len(mails),
        "messages sent twice": len(mailbox.seen) - len(sent),
        "told but in no message": Notification.objects.unread().filter(mail=None).count(),
        "answers that broke off": sum(writer.lost_answers for writer in writers),
        "trail": f"{verdict.entries} entries, {len(verdict.faults)} faults",
    }
    return figures, verdict


def one_way(kills):
    """Run in this process's environment: its database and queue."""
    mailbox, port = Mailbox(), free_port()
    os.environ["OKESOP_SMTP"] = f"smtp+plain://127.0.0.1:{mailbox.server_address[1]}"
    os.environ["OKESOP_ADDRESS"] = root = f"http://127.0.0.1:{port}"
    desks, password = seed()
    writers = [Writer(root, name, password, key) for name, key in desks]
    server, died = None, {}
    try:
        for writer in writers:
            writer.start()
        server, died = killed(port, kills)
        for writer in writers:
            writer.stop.set()
        for writer in writers:
            writer.join(30)
        figures, verdict = reckon(writers, mailbox)
    finally:
        if server is not None and server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
    print("  killed: " + ", ".join(f"{count} × {what}" for what, count in died.items()))
    for name, value in figures.items():
        print(f"  {name}: {value}")
    if not figures["writes acknowledged"]:
        sys.exit(f"  nothing was written, this run says nothing: {writers[0].last!r}")
    bad = (
        "writes lost",
        "moves lost",
        "tasks failed",
        "messages not sent",
        "told but in no message",
    )
    return 1 if any(figures[name] for name in bad) or verdict.faults else 0


def main(kills):
    """Every way of storing that is here, each in a process of its own."""
    postgresql = any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    worst = 0
    for database, queue in WAYS:
        if database == "PostgreSQL" and not postgresql:
            print(f"{database}: left out, it is not installed")
            continue
        print(f"{database}, {queue}, {kills} kills", flush=True)
        folder = tempfile.mkdtemp(prefix="okesop-kill-")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("OKESOP_")} | QUIET
        environment |= {"OKESOP_DATA": folder, "OKESOP_TASKS": queue}
        environment |= {"OKESOP_TASK_LEASE": str(LEASE), "OKESOP_TASK_BACKOFF": "1"}
        environment |= {"OKESOP_TASK_WORKERS": "2", "OKESOP_MAIL_GATHER": "0"}
        environment |= {"DJANGO_SETTINGS_MODULE": "okesop.config.settings"}
        wrapped = [str(ROOT / "tools/with-postgres")] if database == "PostgreSQL" else []
        command = [*wrapped, sys.executable, __file__, "--here", str(kills)]
        worst |= subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        shutil.rmtree(folder, ignore_errors=True)
    return worst


if __name__ == "__main__":
    here = "--here" in sys.argv
    given = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    sys.exit((one_way if here else main)(given[0] if given else 50))
