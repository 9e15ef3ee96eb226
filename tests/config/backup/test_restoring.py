import sqlite3

import pytest
from django.conf import settings as configured
from django.core.files.storage import default_storage
from django.db import connection
from tests.config.backup.conftest import command, contents, reseal, rewrite

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.audit.domain.verification import verify
from okesop.audit.models import Entry
from okesop.config.backup import making, restoring
from okesop.config.backup.refusal import BackupRefused
from okesop.files.models import File
from okesop.procedures.models import Version


def test_what_comes_back_is_equal_row_by_row_and_file_by_file(made, empty_place, tmp_path, noon):
    with empty_place():
        restoring.restore(made)
        again, _manifest = making.make(tmp_path / "again", version="1", at=noon)
        verdict = verify()
        key = (configured.DATA / "secret-key").read_text()

    before, after = contents(made), contents(again)
    assert after == before
    assert sum(map(len, before[0].values())) > 20
    assert len(before[1]) == 1
    assert verdict.faults == ()
    assert verdict.guarded
    assert key == configured.SECRET_KEY


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's own file")
def test_the_tables_are_equal_as_sqlite_itself_reads_them(made, empty_place):
    def dump(path):
        with sqlite3.connect(path) as opened:
            names = [
                n for (n,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            left_out = ("django_", "auth_", "search_sopentry_index", "sqlite_sequence")
            return {
                n: list(opened.execute(f"SELECT * FROM {n}"))  # noqa: S608 -- names of the file itself
                for n in names
                if not n.startswith(left_out)
            }

    before = dump(connection.settings_dict["NAME"])
    with empty_place():
        restoring.restore(made)
        after = dump(connection.settings_dict["NAME"])

    assert after == before


def test_life_goes_on_after_it_and_no_key_is_given_twice(made, office, empty_place, noon):
    last = File.objects.get().pk
    with empty_place():
        restoring.restore(made)
        user = User.objects.get(pk=office.pk)
        assert user.has_usable_password()
        assert Version.objects.visible_to(user).count() == 2
        trail.record("a.next", user, by=user, at=noon)
        assert verify().entries == Entry.objects.count()
        fresh = File.objects.create(sha256="1" * 64, size=1, kind="text/plain", created_at=noon)

    assert fresh.pk == last + 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL is one of the two")
def test_an_office_moves_to_sqlite_and_back(made, empty_place, tmp_path, noon):
    small = tmp_path / "laptop"

    to_sqlite = command("restore", made, data=small)
    from_sqlite = command("backup", tmp_path / "from-laptop", data=small)
    assert (to_sqlite.returncode, from_sqlite.returncode) == (0, 0), to_sqlite.stderr
    (on_sqlite,) = (tmp_path / "from-laptop").glob("okesop-*")
    with empty_place():
        restoring.restore(on_sqlite)
        back, _manifest = making.make(tmp_path / "back", version="1", at=noon)
        assert verify().faults == ()

    before, moved = contents(made), contents(on_sqlite)
    assert contents(back) == moved
    assert moved[0]["audit_entry"].pop()[2] == "backup.restore"  # the command tells what it did
    for rows, _files in (before, moved):
        del rows["audit_chainhead"]
    assert moved == before


def test_a_full_installation_is_refused(copied, office):
    before = Entry.objects.count()

    with pytest.raises(BackupRefused, match="sudah berisi data"):
        restoring.restore(copied)

    assert Entry.objects.count() == before


def test_a_folder_of_backups_is_asked_for_one(copied, empty_place):
    with empty_place(), pytest.raises(BackupRefused, match="Sebut satu") as refusal:
        restoring.restore(copied.parent)

    assert str(copied) in str(refusal.value)


def nothing_came(folder):
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        if "accounts_user" in names:
            cursor.execute("SELECT count(*) FROM accounts_user")
            assert cursor.fetchone() == (0,)
    assert not any(path.is_file() for path in configured.MEDIA_ROOT.rglob("*"))
    assert (configured.DATA / "secret-key").read_text() == "fresh"


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


PARTS = (
    "database/audit_entry.jsonl.gz",
    "database/procedures_version.jsonl.gz",
    "keys/secret-key",
)


@pytest.mark.parametrize(
    "harm", [flip, cut, lambda path: path.unlink()], ids=("flip", "cut", "lose")
)
@pytest.mark.parametrize("part", [*PARTS, "files", "manifest.json", "manifest.sha256"])
def test_a_damaged_backup_is_refused_and_names_its_part(copied, empty_place, part, harm):
    path = (
        next(p for p in (copied / part).rglob("*") if p.is_file())
        if part == "files"
        else copied / part
    )
    harm(path)
    named = "manifest.json" if part.startswith("manifest") else str(path.relative_to(copied))

    with empty_place():
        with pytest.raises(BackupRefused) as refusal:
            restoring.restore(copied)
        nothing_came(copied)

    assert named in str(refusal.value)


def table(data, **changes):
    data["tables"][0] |= changes


HOSTILE = {
    "a table outside": lambda data: table(data, table="../../../etc/passwd"),
    "a path": lambda data: table(data, table="/etc/passwd"),
    "a table of Django": lambda data: table(data, table="django_migrations"),
    "a table twice": lambda data: data["tables"].append(data["tables"][0]),
    "a column that is none": lambda data: table(data, columns=["id", "1); DROP TABLE x"]),
    "a file outside": lambda data: data.update(damaged=["../../../etc/passwd"]),
    "no tables": lambda data: data.pop("tables"),
    "tables that are none": lambda data: data.update(tables=7),
    "rows that are none": lambda data: table(data, rows="many"),
    "no list of migrations": lambda data: data.update(migrations=[["one"]]),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_manifest_is_refused(copied, empty_place, change):
    reseal(copied, change)

    with empty_place():
        with pytest.raises(BackupRefused, match=r"Cadangan (rusak|ditolak)"):
            restoring.restore(copied)
        nothing_came(copied)


def test_a_stored_file_that_leads_elsewhere_is_refused(copied, empty_place, tmp_path):
    stored = next(path for path in (copied / "files").rglob("*") if path.is_file())
    elsewhere = tmp_path / "elsewhere"
    stored.rename(elsewhere)
    stored.symlink_to(elsewhere)

    with empty_place(), pytest.raises(BackupRefused, match=stored.name):
        restoring.restore(copied)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(format="okesop-backup/2"), "bentuk okesop-backup/2"),
        (lambda data: data["migrations"].append(["audit", "0999_later"]), "audit.0999_later"),
        (lambda data: data["migrations"].append(["records", "0001_first"]), "records.0001_first"),
    ],
    ids=("form", "migration", "room"),
)
def test_a_newer_backup_is_refused(copied, empty_place, change, said):
    reseal(copied, change)

    with empty_place():
        with pytest.raises(BackupRefused, match=said):
            restoring.restore(copied)
        nothing_came(copied)


def twice(rows):
    rows.append(rows[-1])


def nobody(rows):
    for row in rows:
        row[2] = 999_999


def no_moment(rows):
    rows[0] = ["x" if value and "T" in str(value) else value for value in rows[0]]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("accounts_user", twice),
        ("organisation_person", lambda rows: rows.clear()),
        ("audit_entry", no_moment),
    ],
    ids=("a key twice", "a row that others refer to", "no moment"),
)
def test_rows_that_do_not_fit_bring_nothing_and_the_next_try_works(
    copied, whole, empty_place, name, change
):
    rewrite(copied, name, change)

    with empty_place():
        with pytest.raises(BackupRefused, match="tidak dapat dipulihkan"):
            restoring.restore(copied)
        nothing_came(copied)
        restoring.restore(whole)
        assert Version.objects.count() == 2
        assert default_storage.exists(Version.objects.first().procedure.unit.emblem.file.path)
