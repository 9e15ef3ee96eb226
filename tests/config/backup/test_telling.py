"""The commands, the nightly task and the page, as people meet them."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from tests.config.backup.conftest import command, own_database

from okesop.audit.domain.verification import verify
from okesop.audit.models import Entry
from okesop.config import tasks
from okesop.config.backup import keeping, making, restoring, telling

PAGE = reverse("backups")


@pytest.fixture
def places(settings, tmp_path):
    settings.BACKUPS = tmp_path / "backups"
    return settings.BACKUPS


def words(response):
    return " ".join(response.content.decode().split())


def test_the_commands_tell_what_they_did(whole, tmp_path):
    laptop, kept = tmp_path / "laptop", tmp_path / "kept"

    restored = command("restore", whole, data=laptop)
    backed_up = [command("backup", kept, "--keep", 1, data=laptop) for _time in range(2)]
    again = command("restore", whole, data=laptop)
    verified = command("audit", "verify", data=laptop)

    assert (restored.returncode, restored.stderr) == (0, "")
    assert "Jejak audit utuh" in restored.stdout
    assert [run.returncode for run in backed_up] == [0, 0], backed_up[0].stderr
    assert "Cadangan lama dihapus: okesop-" in backed_up[1].stdout
    assert len(keeping.backups(kept)) == 1
    assert again.returncode == 2
    assert again.stderr.startswith("okesop: Pemasangan ini sudah berisi data.")
    assert verified.stdout.startswith("Jejak audit utuh: ")


@pytest.mark.parametrize("words", [("backup", "/proc/nothing"), ("restore", "/nowhere")])
def test_a_command_that_cannot_says_so_in_a_sentence(tmp_path, words):
    refused = command(*words, data=tmp_path)

    assert refused.returncode == 2
    assert refused.stderr.startswith("okesop: ")
    assert "Traceback" not in refused.stderr


def test_every_night_one_is_made_and_told(office, places):
    outcome = tasks.backup()

    (made,) = keeping.backups(places)
    entry = Entry.objects.get(action=telling.MADE)
    assert made.name in outcome.text
    assert outcome.url == PAGE
    assert str(made) in entry.detail


def test_what_is_switched_off_makes_none(db, settings):
    settings.BACKUPS = None

    assert tasks.backup().text == "Cadangan malam dimatikan."


def test_the_page_tells_the_last_and_what_lies_there(signed_in, administrator, office, places):
    client = signed_in(administrator)
    assert "Belum pernah ada cadangan" in words(client.get(PAGE))

    telling.make_and_tell(places, keep=3, by=None, at=timezone.now())
    (places / "okesop-20200101-000000").mkdir()
    (places / "okesop-20200101-000000" / "manifest.json").write_text("{}")
    html = words(client.get(PAGE))

    assert "Cadangan terakhir dibuat" in html
    assert keeping.backups(places)[0].name in html
    assert "rusak: manifest.json tidak dapat dibaca" in html
    assert reverse("tasks:run-now", args=["config.backup"]) in html


def test_an_old_one_is_warned_of(signed_in, administrator, office, places):
    telling.make_and_tell(places, keep=3, by=None, at=timezone.now() - timedelta(days=5))

    assert "Itu sudah lama" in words(signed_in(administrator).get(PAGE))


def test_the_page_is_for_keepers_of_the_office(signed_in, author):
    assert signed_in(author).get(PAGE).status_code == 403


def test_a_backup_from_before_an_update_is_restored_and_brought_up_to_date(
    db, empty_place, tmp_path, noon
):
    with own_database(tmp_path):
        call_command("migrate", verbosity=0)
        call_command("migrate", "audit", "0002_acts_in_full", verbosity=0)
        old, found = making.make(tmp_path / "backups", version="0", at=noon)
    assert ("audit", "0003_guard") not in found.migrations

    with empty_place():
        restoring.restore(old)

        assert verify().guarded
