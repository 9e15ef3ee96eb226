"""`okesop serve`: the product on this computer: database, static files, server."""

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from ipaddress import ip_address

from okesop.config import env

PORTS = range(1, 65536)
BLOCKING_THREADS = 8  # with one, four slow clients stall everybody (stack.md §7)
MOST_WORKERS = 4
REFUSED = 2
SECONDS_TO_STOP = 10


def main(argv: Sequence[str]) -> int:
    """Start the server for an office; return the exit code when it ends."""
    host, port = options("okesop serve", "Menjalankan OKE SOP DIBAGI untuk kantor Anda.", argv)
    if env.flag("OKESOP_DEMO", default=False):
        print(
            "okesop: OKESOP_DEMO hanya untuk okesop demo, bukan untuk kantor Anda.",
            file=sys.stderr,
        )
        return REFUSED
    os.environ.setdefault("OKESOP_HOSTS", ",".join(names_of(host)))
    if not is_free(host, port):
        return REFUSED
    prepare()
    announce_setup(host, port)
    return run(host, port)


def options(program: str, about: str, argv: Sequence[str]) -> tuple[str, int]:
    """Read ``--host`` and ``--port``."""
    parser = argparse.ArgumentParser(prog=program, description=about)
    parser.add_argument(
        "--host", default="127.0.0.1", help="alamat; 0.0.0.0 untuk satu jaringan kantor"
    )
    parser.add_argument(
        "--port", type=int, default=8000, choices=PORTS, metavar="PORT", help="bawaan 8000"
    )
    given = parser.parse_args(list(argv))
    return given.host, given.port


def is_loopback(host: str) -> bool:
    """Tell whether only this very machine reaches the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def names_of(host: str) -> list[str]:
    """Return the names by which a browser may open the server: the given, this machine's, its addresses."""
    names = {"localhost", "127.0.0.1", "[::1]"}
    if is_loopback(host):
        return sorted(names)
    names |= {socket.gethostname().lower(), socket.getfqdn().lower(), *own_addresses()}
    if host not in {"0.0.0.0", "::"}:  # noqa: S104 -- compared, not bound
        names.add(host)
    return sorted(filter(None, names))


def own_addresses() -> list[str]:
    """Return this machine's addresses in its networks."""
    found = set(_resolved(socket.gethostname()))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent
            found.add(str(probe.getsockname()[0]))
        except OSError:
            pass
    return sorted(address for address in found if not is_loopback(address) and ":" not in address)


def _resolved(name: str) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(name, None)]
    except OSError:
        return []


def is_free(host: str, port: int) -> bool:
    """Tell whether the address can be taken; say in words what is wrong where it cannot."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        print(
            f"okesop: alamat {host}:{port} tidak dapat dipakai ({error.strerror}).\n"
            f"Mungkin server lain masih berjalan; pakai --port {port + 1 if port + 1 in PORTS else 8000}.",
            file=sys.stderr,
        )
        return False
    return True


def prepare() -> None:
    """Bring the database up to date and lay out the static files, named by their content.

    Where its rules are others than those by which the findings of the drafts were counted, they are counted again, later.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "okesop.config.settings")
    os.environ["OKESOP_COLLECTED"] = "on"
    import django  # noqa: PLC0415 -- slow import
    from django.core.management import call_command  # noqa: PLC0415 -- slow import

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command(
        "collectstatic", verbosity=0, interactive=False, ignore_patterns=["django_htmx"]
    )  # what we serve is vendored in `ui`; the library's own copies are not used

    from okesop.accounts.sessions import SessionStore  # noqa: PLC0415 -- app ready
    from okesop.procedures.tasks import recount_soon  # noqa: PLC0415 -- app ready

    SessionStore.clear_expired()
    recount_soon()


def announce_setup(host: str, port: int) -> None:
    """Print the one-time set-up code where the office has no administrator."""
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from okesop.accounts.domain import codes  # noqa: PLC0415 -- app ready

    code = codes.issue_setup(at=timezone.now())
    if code is not None:
        print(
            f"\nKantor ini belum dipasang. Buka {addresses(host, port)[0]}/pasang/\n"
            f"Kode pemasangan: {code}   (sekali pakai, berlaku 24 jam)\n"
        )


def addresses(host: str, port: int) -> list[str]:
    """Return what to type into a browser."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104 -- compared, not bound
        return [f"http://{one}:{port}" for one in ["127.0.0.1", *own_addresses()]]
    return [f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"]


def run(host: str, port: int) -> int:
    """Serve until it is stopped."""
    from django.conf import settings  # noqa: PLC0415 -- app ready
    from django.db import connections  # noqa: PLC0415 -- app ready
    from granian import Granian  # noqa: PLC0415 -- slow import
    from granian.constants import Interfaces  # noqa: PLC0415 -- slow import
    from granian.log import LogLevels  # noqa: PLC0415 -- slow import

    connections.close_all()
    server = Granian(
        "okesop.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=min(os.cpu_count() or 1, MOST_WORKERS),
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        log_level=LogLevels.error,  # its warning about eight threads on two cores is our intention
        respawn_failed_workers=True,
        # A worker that is told to stop while it still starts swallows the word; without this it is waited for forever.
        workers_kill_timeout=SECONDS_TO_STOP,
    )
    for address in addresses(host, port):
        print(f"OKE SOP DIBAGI berjalan di {address}")
    from okesop.config import workers  # noqa: PLC0415 -- app ready

    print("Berhenti: Ctrl+C", flush=True)
    with workers.kept(settings.TASK_WORKERS):
        server.serve()
    return 0
