"""An office with a draft, an emblem and a trail; empty installations of either kind beside it."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend
from django.test import override_settings
from tests.conftest import NOON
from tests.factories import organisation, procedures

from okesop.config import env
from okesop.config.backup import making, manifest
from okesop.config.backup.parts import read_rows
from okesop.files.models import File

OKESOP = Path(sys.executable).with_name("okesop")


def work_in_the_office(at):
    """Rows of many kinds: Indonesian letters, times, keys that were given and taken."""
    unit = organisation.UnitFactory(name="Bagian “Umum” – naïve ≤ 5")
    author = organisation.AssignmentFactory(position__unit=unit).person.user
    procedures.emblem(unit)
    for title in ("Pengelolaan Surat Masuk", "Peminjaman Kendaraan\tDinas"):
        draft = procedures.draft(unit, author, procedures.document(title))
        procedures.change(draft, procedures.text("steps/s1/note", f"{title} ✓"), by=author)
    File.objects.create(sha256="0" * 64, size=1, kind="text/plain", created_at=at).delete()
    return author


@pytest.fixture
def office(transactional_db, settings, tmp_path, noon):
    """An office in the database of the run, and its files and key."""
    settings.MEDIA_ROOT = tmp_path / "source-files"
    settings.DATA = tmp_path / "source"
    return work_in_the_office(noon)


@pytest.fixture
def made(office, tmp_path, noon):
    """A backup of it."""
    folder, _manifest = making.make(tmp_path / "backups", version="1", at=noon)
    return folder


@pytest.fixture(scope="session")
def whole(django_db_setup, django_db_blocker, tmp_path_factory):
    """A backup of such an office, made once."""
    place = tmp_path_factory.mktemp("whole")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=place / "files"),
        own_database(place),
    ):
        call_command("migrate", verbosity=0)
        work_in_the_office(NOON)
        folder, _manifest = making.make(place / "backups", version="1", at=NOON)
    return folder


@pytest.fixture
def copied(whole, tmp_path):
    """A copy of that backup, to be harmed."""
    return Path(shutil.copytree(whole, tmp_path / "backups" / whole.name))


@contextmanager
def own_database(folder):
    """Let the product work on a fresh database of this run's kind for a while."""
    own, name = connections["default"], f"okesop_{uuid4().hex[:12]}"
    lite = own.vendor == "sqlite"
    configured = (
        env.database("OKESOP_NOTHING", folder / "okesop.sqlite3") if lite else {"NAME": name}
    )
    filled = {**own.settings_dict, "CONN_MAX_AGE": 0, **configured}
    backend = load_backend(filled["ENGINE"]).DatabaseWrapper
    server = backend({**own.settings_dict, "CONN_MAX_AGE": 0}, "default")
    if not lite:
        server.cursor().execute(f"CREATE DATABASE {name}")
    connections["default"] = backend(filled, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = own
        if not lite:
            server.cursor().execute(f"DROP DATABASE {name}")
            server.close()


@pytest.fixture
def empty_place(db, settings, tmp_path, monkeypatch):
    """Return a function that opens an empty installation, whose key lies in its folder."""
    monkeypatch.delenv("OKESOP_SECRET_KEY")

    @contextmanager
    def opened():
        settings.DATA = tmp_path / f"place-{uuid4().hex[:12]}"
        settings.MEDIA_ROOT = settings.DATA / "files"
        settings.DATA.mkdir()
        (settings.DATA / "secret-key").write_text("fresh")
        with own_database(settings.DATA):
            yield

    return opened


def command(*words, data, address=""):
    """Run the product as an office does, in a folder of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OKESOP_", "DJANGO_"))}
    environment = {**kept, "OKESOP_DATA": str(data), "OKESOP_DATABASE_URL": address}
    return subprocess.run(
        [OKESOP, *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def contents(folder):
    """Return every row and every file of a backup."""
    found = manifest.read(folder)
    rows = {
        part.table: list(read_rows(folder / part.path, len(part.columns))) for part in found.tables
    }
    files = {
        path.name: path.read_bytes() for path in (folder / "files").rglob("*") if path.is_file()
    }
    return rows, files


def reseal(folder, change):
    """Change a manifest as somebody who knows the form would."""
    path = folder / manifest.MANIFEST
    data = json.loads(path.read_bytes())
    change(data)
    content = json.dumps(data).encode()
    path.write_bytes(content)
    (folder / manifest.SEAL).write_text(f"{hashlib.sha256(content).hexdigest()}  {path.name}\n")


def rewrite(folder, table, change):
    """Change the rows of a part and everything that vouches for them."""
    path = folder / manifest.DATABASE / f"{table}.jsonl.gz"
    with gzip.open(path) as file:
        rows = [json.loads(line) for line in file]
    change(rows)
    path.write_bytes(gzip.compress(b"".join(json.dumps(row).encode() + b"\n" for row in rows)))

    def vouch(data):
        part = next(one for one in data["tables"] if one["table"] == table)
        part |= {"rows": len(rows), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}

    reseal(folder, vouch)
