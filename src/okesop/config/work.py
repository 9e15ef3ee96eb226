"""`okesop work`: a worker of the background work, alone or beside the server that started it."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence

BESIDE = "--bersama-server"
SECONDS_BETWEEN = 1.0
NOT_UP_TO_DATE = "basis data belum diperbarui. Jalankan okesop serve, atau okesop manage migrate."


def main(argv: Sequence[str]) -> int:
    """Work until told to stop; beside a server, until that is gone."""
    about = "Mengerjakan pekerjaan latar: e-mail, ringkasan, pekerjaan panjang."
    parser = argparse.ArgumentParser(prog="okesop work", description=about)
    parser.add_argument(BESIDE, action="store_true", dest="beside", help=argparse.SUPPRESS)
    given = parser.parse_args(list(argv))
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_signal: stop.set())
    if given.beside:
        threading.Thread(target=_watch, args=(os.getppid(), stop), daemon=True).start()
    return run(stop)


def run(stop: threading.Event) -> int:
    """Make the product ready and work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "okesop.config.settings")
    import django  # noqa: PLC0415 -- slow import

    django.setup()
    from okesop.config import workers  # noqa: PLC0415 -- app ready
    from okesop.tasks import working  # noqa: PLC0415 -- app ready

    if not workers.is_up_to_date():
        sys.stderr.write(f"okesop: {NOT_UP_TO_DATE}\n")
        return workers.REFUSED
    working.work(stop)
    return 0


def _watch(parent: int, stop: threading.Event) -> None:
    """Stop as soon as the server is gone, even when it could say nothing any more."""
    while not stop.wait(SECONDS_BETWEEN):
        if os.getppid() != parent:
            stop.set()
