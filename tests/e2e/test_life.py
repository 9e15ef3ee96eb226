"""An SOP from draft to old paper, through every hand, in a browser; each step is read again from the database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories import procedures as sops
from tests.procedures.conftest import (  # noqa: F401 -- fixtures of the room
    approver,
    cast,
    emblem,
    public_address,
    verifier,
)

from okesop.procedures.enums import Status
from okesop.procedures.models import Version

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Pengelolaan Surat Masuk"


def standing(number=1):
    return Version.objects.standing().get(number=number).standing


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def hand_in(page, key):
    page.goto(f"/sop/{key}/editor/")
    page.locator("#submit").click()
    press(page, "Ajukan ke Bagian Organisasi")
    page.get_by_text("Menunggu Bagian Organisasi").wait_for()


def decide(page, list_name, title=TITLE):
    page.goto("/")
    page.get_by_role("link", name=list_name).click()
    page.get_by_role("link", name=title).first.click()


def approve(page, password, day=None):
    decide(page, "Menunggu pengesahan Anda")
    follow(page, "Tinjau dan setujui")
    follow(page, "Setujui")
    if day:
        page.get_by_label("Mulai berlaku").fill(day.isoformat())
    page.get_by_label("Kata sandi Anda").fill(password)
    press(page, "Setujui dan berlakukan")
    page.get_by_text("disetujui.").first.wait_for()


def test_an_sop_goes_from_draft_to_old_paper(  # noqa: PLR0915 -- one story
    window,
    general,
    cast,  # noqa: F811 -- the fixture
    password,
):
    author, checker, head = cast
    draft = sops.draft(general, author, at=timezone.now())
    writing, checking = window(author), window(checker)
    signing = window(head, width=390, height=844)
    hand_in(writing, draft.key)
    assert standing() == Status.SUBMITTED

    decide(checking, "Menunggu verifikasi Anda")
    follow(checking, "Tinjau dan verifikasi")
    checking.get_by_label("Pada").select_option(label="Langkah 2, Waktu")
    checking.get_by_label("Catatan", exact=True).fill("Waktu pemeriksaan terlalu pendek.")
    press(checking, "Sematkan")
    checking.get_by_text("Waktu pemeriksaan terlalu pendek.").wait_for()
    press(checking, "Kembalikan dengan catatan")
    press(checking, "Kembalikan")
    checking.get_by_text("dikembalikan kepada penyusun").wait_for()
    assert standing() == Status.RETURNED
    assert draft.comments.get().place == "steps/s2/time"

    writing.goto(f"/sop/{draft.key}/editor/")
    writing.get_by_text("Perlu perbaikan.").wait_for()
    writing.get_by_role("link", name="Ke catatan pertama").click()
    writing.keyboard.type("20 menit")
    writing.keyboard.press("Enter")
    writing.get_by_text("Tersimpan").first.wait_for()
    hand_in(writing, draft.key)
    assert "20 menit" in Version.objects.get().document
    assert Version.objects.get().round == 2

    decide(checking, "Menunggu verifikasi Anda")
    follow(checking, "Tinjau dan verifikasi")
    follow(checking, "Yang berubah sejak putaran lalu")
    checking.get_by_text("20 menit").first.wait_for()
    checking.go_back()
    press(checking, "Verifikasi dan teruskan")
    checking.get_by_text("diverifikasi.").first.wait_for()
    assert standing() == Status.VERIFIED

    approve(signing, password)
    assert standing() == Status.IN_FORCE
    first = Version.objects.get()
    assert first.number_text == f"000/001/Bagian Umum/{timezone.localdate().year}"

    paper = window(width=390, height=844)
    paper.goto(f"/v/{first.code}")
    paper.get_by_role("heading", name="Berlaku", exact=True).wait_for()

    writing.goto(f"/sop/{draft.key}/")
    press(writing, "Buat revisi")
    writing.get_by_text("Versi 2").first.wait_for()
    hand_in(writing, draft.key)
    decide(checking, "Menunggu verifikasi Anda")
    follow(checking, "Tinjau dan verifikasi")
    press(checking, "Verifikasi dan teruskan")
    checking.get_by_text("diverifikasi.").first.wait_for()
    tomorrow = timezone.localdate() + timedelta(days=1)
    approve(signing, password, tomorrow)
    assert (standing(1), standing(2)) == (Status.IN_FORCE, Status.APPROVED)
    then = Version.objects.standing(tomorrow).order_by("number")
    assert [version.standing for version in then] == [Status.SUPERSEDED, Status.IN_FORCE]


def test_old_paper_says_that_it_was_replaced(window, general, cast):  # noqa: F811
    from okesop.procedures.domain import revising

    yesterday, now = timezone.now() - timedelta(days=1), timezone.now()
    first = sops.approved(sops.draft(general, cast[0], at=yesterday), cast, at=yesterday)
    second = revising.revise(first, by=cast[0], at=now)
    sops.approved(second, cast, at=now)

    paper = window(width=390, height=844)
    paper.goto(f"/v/{first.code}")

    paper.get_by_role("heading", name="Sudah digantikan").wait_for()
    assert paper.get_by_text("Gunakan versi 2.").is_visible()
