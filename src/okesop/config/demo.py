"""`okesop demo`: the product with an invented office, for this machine alone."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from okesop.config import serve

FOLDER = "var/demo"
FRESH = "--baru"


def main(argv: Sequence[str]) -> int:
    """Start the demo; refuses every address but loopback, because anybody may sign in as anybody."""
    words = [word for word in argv if word != FRESH]
    about = f"Mencoba OKE SOP DIBAGI dengan data contoh. {FRESH} membuang isi demo dan mulai lagi."
    host, port = serve.options("okesop demo", about, words)
    if not serve.is_loopback(host):
        print(
            f"okesop: demo hanya untuk komputer ini (127.0.0.1), bukan {host}: siapa pun dapat masuk"
            " sebagai siapa pun. Untuk kantor Anda: okesop serve --host …",
            file=sys.stderr,
        )
        return serve.REFUSED
    if not serve.is_free(host, port):
        return serve.REFUSED
    os.environ["OKESOP_DEMO_ADDRESS"] = f"http://{host}:{port}"
    enter(fresh=FRESH in argv)
    serve.prepare()
    seed()
    return serve.run(host, port)


def enter(*, fresh: bool) -> None:
    """Turn the environment into that of the demo; its data lie apart from the office's own."""
    folder = Path(os.environ.get("OKESOP_DATA") or FOLDER)
    if fresh and (folder / "demo").exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "demo").touch()
    os.environ["OKESOP_DATA"] = str(folder)
    os.environ["OKESOP_DEMO"] = "on"
    os.environ.pop("OKESOP_DATABASE_URL", None)


def seed() -> None:
    """Make the sample office where there is none yet."""
    from django.conf import settings  # noqa: PLC0415 -- app ready
    from django.utils import timezone  # noqa: PLC0415 -- app ready
    from django.utils.module_loading import import_string  # noqa: PLC0415 -- app ready

    import_string(f"{settings.SAMPLE}.seed")(timezone.now())
