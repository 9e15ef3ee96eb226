from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from tests.config.backup.conftest import contents
from tests.factories import organisation, procedures

from okesop.audit.domain import trail
from okesop.audit.domain.verification import verify
from okesop.audit.models import Entry
from okesop.config.backup import keeping, making, manifest, restoring
from okesop.config.backup.refusal import BackupRefused
from okesop.files.models import File
from okesop.procedures.models import DraftChange, Version
from okesop.tasks import engines, enqueue, find
from okesop.tasks.engines import State


def test_the_manifest_counts_what_is_there(office, tmp_path, noon):
    folder, found = making.make(tmp_path / "backups", version="0.1.0", at=noon)

    assert folder.name == "okesop-20261124-120000"
    assert manifest.read(folder) == found
    assert (found.okesop, found.vendor) == ("0.1.0", connection.vendor)
    rows = {part.table: part.rows for part in found.tables}
    assert rows["procedures_version"] == 2
    assert rows["audit_entry"] == Entry.objects.count()
    assert found.trail == (Entry.objects.last().sequence, Entry.objects.last().hash)
    assert (found.files, found.files_size) == (1, File.objects.get().size)
    assert {"django_content_type", "django_migrations"}.isdisjoint(rows)


def test_only_its_owner_reads_it(made):
    assert made.stat().st_mode & 0o077 == 0
    assert (made / "keys" / "secret-key").stat().st_mode & 0o077 == 0


def test_the_same_office_gives_the_same_bytes(office, tmp_path, noon):
    folders = [making.make(tmp_path / name, version="1", at=noon)[0] for name in ("a", "b")]

    one, other = ((folder / manifest.MANIFEST).read_bytes() for folder in folders)
    assert one == other


@pytest.mark.parametrize("way", ["lost", "rotten"])
def test_a_file_that_was_damaged_before_is_told_and_the_rest_is_kept(
    office, empty_place, tmp_path, noon, way
):
    file = File.objects.get()
    stored = tmp_path / "source-files" / file.path
    stored.unlink() if way == "lost" else stored.write_bytes(b"rotten")

    folder, found = making.make(tmp_path / "backups", version="1", at=noon)

    assert found.damaged == (file.sha256,)
    with empty_place():
        restoring.restore(folder)
        assert Version.objects.count() == 2
        assert default_storage.exists(file.path) == (way == "rotten")


def test_two_at_once_do_not_run_into_each_other(office, tmp_path, noon):
    folder = tmp_path / "backups"
    with keeping.locked(folder), pytest.raises(BackupRefused, match="sedang dibuat"):
        making.make(folder, version="1", at=noon)

    assert keeping.backups(folder) == []


def test_what_a_killed_one_left_is_cleared(office, tmp_path, noon):
    left = tmp_path / "backups" / "okesop-20260101-000000.unfinished"
    (left / "database").mkdir(parents=True)

    making.make(tmp_path / "backups", version="1", at=noon)

    assert not left.exists()
    assert len(keeping.backups(tmp_path / "backups")) == 1


def test_a_failing_one_leaves_nothing(office, tmp_path, noon, settings):
    settings.SECRET_KEY = "\ud800"

    with pytest.raises(UnicodeEncodeError):
        making.make(tmp_path / "backups", version="1", at=noon)

    assert [path.name for path in (tmp_path / "backups").iterdir()] == [keeping.LOCK]


def test_the_newest_are_kept(tmp_path):
    for day in range(1, 6):
        place = tmp_path / f"okesop-2026010{day}-000000"
        place.mkdir()
        (place / manifest.MANIFEST).touch()
    (tmp_path / "okesop-20250101-000000").mkdir()  # no backup: it has no manifest
    (tmp_path / "notes").mkdir()

    old = keeping.keep(tmp_path, 2)

    assert [path.name for path in old] == [f"okesop-2026010{day}-000000" for day in (3, 2, 1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "notes",
        "okesop-20250101-000000",
        "okesop-20260104-000000",
        "okesop-20260105-000000",
    ]


def test_two_in_one_second_have_names_of_their_own(office, tmp_path, noon):
    names = [making.make(tmp_path, version="1", at=noon)[0].name for _time in range(2)]

    assert names == ["okesop-20261124-120000", "okesop-20261124-120000-2"]


def test_others_write_on_while_it_is_made_and_it_holds_one_moment(
    office, empty_place, tmp_path, noon
):
    with writers(office, noon) as wrote:
        made = [
            making.make(tmp_path / "b", version="1", at=noon + timedelta(seconds=second))[0]
            for second in range(2)
        ]

    assert min(wrote) > 1
    for folder in made:
        rows, _files = contents(folder)
        with empty_place():
            restoring.restore(folder)
            verdict = verify()
            told = Entry.objects.filter(action="a.change").count()
            assert (verdict.faults, verdict.entries) == ((), len(rows["audit_entry"]))
            assert DraftChange.objects.filter(client="writer").count() == told


@contextmanager
def writers(user, at):
    """Two people who change drafts and tell it, each change with its entry or not at all."""
    unit = organisation.UnitFactory()
    stop, begun, wrote = Event(), Barrier(3), []

    def write(number):
        draft = procedures.draft(unit, user, procedures.document(f"SOP {number}"))
        count = 0
        while not stop.is_set():
            count += 1
            with transaction.atomic():
                note = procedures.text("steps/s1/note", f"{number}.{count}")
                procedures.change(draft, note, by=user, client="writer")
                trail.record("a.change", draft, by=user, at=at)
            if count == 1:
                begun.wait()
        connection.close()
        return count

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(write, number) for number in range(2)]
        begun.wait()
        yield wrote
        stop.set()
        wrote.extend(one.result() for one in running)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="Procrastinate needs PostgreSQL")
def test_what_waits_in_the_other_queue_comes_along(office, settings, empty_place, tmp_path, noon):
    settings.TASK_ENGINE = "procrastinate"
    with transaction.atomic():
        enqueue(find("config.verify"))
        enqueue(find("tasks.purge"), delay=timedelta(days=3000))
    folder, found = making.make(tmp_path / "backups", version="1", at=noon)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    settings.TASK_ENGINE = "embedded"
    with empty_place():
        restoring.restore(folder)
        waiting = {row.task: row.at for row in engines.current().rows(State.WAITING, 10)}

    assert found.queue.rows == 2
    assert set(waiting) == {"config.verify", "tasks.purge"}
    assert waiting["tasks.purge"] > noon + timedelta(days=2000)
