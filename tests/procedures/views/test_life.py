from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories import organisation as office
from tests.factories import procedures as sops

from okesop.procedures.domain import life, revising
from okesop.procedures.enums import Status
from okesop.procedures.models import Version


@pytest.fixture
def draft(general, author):
    return sops.draft(general, author)


@pytest.fixture
def now():
    return timezone.now()


def standing(version):
    return Version.objects.standing().get(pk=version.pk).standing


def at(version, page):
    number = "" if page == "ajukan" else f"versi/{version.number}/"
    return f"/sop/{version.key}/{number}{page}/"


def turn(version, **fields):
    version.refresh_from_db()
    return {"giliran": version.turn, **fields}


def test_an_sop_goes_through_all_pages_into_force(signed_in, draft, cast):
    author, verifier, approver = cast
    assert "Ajukan ke Bagian Organisasi" in text(signed_in(author).get(f"/sop/{draft.key}/"))
    signed_in(author).post(at(draft, "ajukan"), turn(draft))
    page = text(signed_in(verifier).get(at(draft, "tinjau")))
    assert "Verifikasi dan teruskan" in page
    signed_in(verifier).post(at(draft, "verifikasi"), turn(draft))
    asked = signed_in(approver).get(at(draft, "setujui"))
    assert "bukan tanda tangan elektronik tersertifikasi" in text(asked)

    response = signed_in(approver).post(at(draft, "setujui"), approval(draft))

    assert response.status_code == 302
    assert standing(draft) == Status.IN_FORCE


def approval(version, **fields):
    given = {"berlaku": timezone.localdate(), "nomor": "berikutnya", "sandi": office.PASSWORD}
    return turn(version, **given | fields)


def text(response):
    return " ".join(response.content.decode().split())


def test_a_wrong_password_approves_nothing(signed_in, draft, cast):
    sops.verified(draft, *cast[:2])

    response = signed_in(cast[2]).post(at(draft, "setujui"), approval(draft, sandi="salah"))

    assert response.status_code == 422
    assert "Kata sandi tidak cocok" in text(response)
    assert standing(draft) == Status.VERIFIED


def test_a_stale_approval_is_refused_in_words(signed_in, draft, cast):
    sops.verified(draft, *cast[:2])

    response = signed_in(cast[2]).post(at(draft, "setujui"), approval(draft, giliran=0))

    assert response.status_code == 409
    assert "Tidak ada yang diubah" in text(response)


def test_findings_stand_on_the_page_before_a_submission(signed_in, general, author):
    draft = sops.draft(general, author, sops.document("", "(A)", "[B]", "(A)"))

    assert "Judul SOP belum diisi" in text(signed_in(author).get(at(draft, "ajukan")))
    response = signed_in(author).post(at(draft, "ajukan"), turn(draft))
    assert response.status_code == 409
    assert standing(draft) == Status.DRAFT


def test_a_returned_sop_says_so_on_top(signed_in, draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    signed_in(verifier).post(
        at(draft, "tinjau/catatan"), {"tempat": "steps/s2", "catatan": "Siapa pemeriksanya?"}
    )
    signed_in(verifier).post(at(draft, "kembalikan"), turn(draft))

    page = text(signed_in(author).get(f"/sop/{draft.key}/"))

    assert standing(draft) == Status.RETURNED
    assert "Dikembalikan dengan catatan" in page
    assert "Siapa pemeriksanya?" in page


def test_the_author_of_a_returned_sop_is_one_click_from_its_note(signed_in, draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    note = {"tempat": "steps/s2", "catatan": "Siapa pemeriksanya?"}
    signed_in(verifier).post(at(draft, "tinjau/catatan"), note)
    signed_in(verifier).post(at(draft, "kembalikan"), turn(draft))
    leads = f'href="/sop/{draft.key}/editor/#pada=steps/s2" >Ke catatan pertama<'

    top = text(signed_in(author).get(f"/sop/{draft.key}/")).partition('id="catatan"')[0]
    read = text(signed_in(verifier).get(f"/sop/{draft.key}/"))

    assert f"{verifier.name}: “Siapa pemeriksanya?”" in top
    assert leads in top
    assert "Siapa pemeriksanya?" in read
    assert "#pada=" not in read


def test_sending_back_without_a_note_is_refused(signed_in, draft, cast):
    sops.submitted(draft, cast[0])

    response = signed_in(cast[1]).post(at(draft, "kembalikan"), turn(draft))

    assert response.status_code == 409
    assert "satu catatan" in text(response)


def test_notes_are_answered_and_closed_on_the_page(signed_in, draft, cast):
    author, verifier, _approver = cast
    sops.submitted(draft, author)
    client = signed_in(verifier)
    client.post(at(draft, "tinjau/catatan"), {"tempat": "steps/s2/time", "catatan": "Berapa?"})
    note = draft.comments.get()

    signed_in(author).post(at(draft, f"tinjau/catatan/{note.pk}/jawab"), {"jawaban": "15 menit."})
    client = signed_in(verifier)
    client.post(at(draft, f"tinjau/catatan/{note.pk}/tindak-lanjut"), {"selesai": "ya"})

    page = text(client.get(at(draft, "tinjau")))
    assert "15 menit." in page
    assert "Selesai ditindaklanjuti" in page


def test_the_author_takes_back(signed_in, draft, author):
    sops.submitted(draft, author)

    response = signed_in(author).post(at(draft, "tarik"), turn(draft))

    assert response.status_code == 302
    assert standing(draft) == Status.DRAFT


@pytest.fixture
def in_force(draft, cast, now):
    return sops.approved(draft, cast, at=now)


def test_a_revision_begins_on_the_page(signed_in, in_force, author):
    response = signed_in(author).post(at(in_force, "revisi"))

    assert response.url == f"/sop/{in_force.key}/editor/"
    assert in_force.procedure.versions.count() == 2
    page = text(signed_in(author).get(f"/sop/{in_force.key}/"))
    assert "Versi 2 sedang dikerjakan" in page


def test_the_page_of_a_replaced_version_says_so(signed_in, in_force, cast, now):
    second = revising.revise(in_force, by=cast[0], at=now)
    tomorrow = timezone.localdate() + timedelta(days=1)
    sops.approved(second, cast, at=now, on=tomorrow)

    assert "Berlaku" in text(signed_in(cast[0]).get(f"/sop/{in_force.key}/"))
    page = text(signed_in(cast[0]).get(f"/sop/{in_force.key}/versi/2/"))
    assert "berlaku mulai" in page


def test_an_sop_is_revoked_with_a_reason(signed_in, in_force, cast):
    client = signed_in(cast[2])
    fields = turn(in_force, sejak=timezone.localdate(), alasan="Tugas pindah.")

    assert client.post(at(in_force, "cabut"), {**fields, "alasan": ""}).status_code == 422
    assert client.post(at(in_force, "cabut"), fields).status_code == 302

    assert standing(in_force) == Status.REVOKED


def test_the_history_tells_every_round_and_what_was_in_force(signed_in, in_force, author):
    client = signed_in(author)
    today = timezone.localdate()

    page = text(client.get(f"/sop/{in_force.key}/riwayat/?tanggal={today}"))
    assert "Hasbullah Moita, Analis Tata Laksana" in page
    assert "berlaku <a" in page
    before = text(client.get(f"/sop/{in_force.key}/riwayat/?tanggal=2020-01-01"))
    assert "tidak ada versi SOP ini yang berlaku" in before


def test_the_pdf_of_an_approved_version_is_the_one_that_was_kept(signed_in, in_force, stranger):
    from okesop.files.domain import store

    response = signed_in(stranger).get(f"/sop/{in_force.key}/pdf/")

    assert response.content == store.read(in_force.pdf)


def test_the_emblem_goes_with_the_form_to_readers_of_other_units(
    signed_in, in_force, stranger, general, cast
):
    written = sops.draft(general, cast[0], sops.document("Surat Keluar"))
    client = signed_in(stranger)

    assert f'src="/sop/{in_force.key}/versi/1/lambang/"' in text(client.get(at(in_force, "")[:-1]))
    assert client.get(at(in_force, "lambang"))["Content-Type"] == "image/png"
    assert client.get(at(written, "lambang")).status_code == 404


def test_the_code_of_a_version_is_drawn(signed_in, in_force, author):
    response = signed_in(author).get(at(in_force, "kode.svg").rstrip("/"))

    assert response["Content-Type"] == "image/svg+xml"


SEES = {  # who sees which state: author, verifier, approver, colleague of another unit, auditor, administrator
    "draft": "author approver auditor administrator",
    "returned": "author verifier approver auditor administrator",
    "submitted": "author verifier approver auditor administrator",
    "verified": "author verifier approver auditor administrator",
    "approved": "author verifier approver stranger auditor administrator",
    "internal": "author approver auditor administrator",
}


@pytest.mark.parametrize("state", SEES)
def test_who_sees_what(request, draft, cast, secretariat, state, now):
    people = {
        "author": cast[0],
        "verifier": cast[1],
        "approver": cast[2],
        "stranger": request.getfixturevalue("stranger"),
        "auditor": office.AssignmentFactory(
            position__unit=office.UnitFactory(name="Inspektorat", parent=secretariat)
        ).person.user,
        "administrator": request.getfixturevalue("administrator"),
    }
    sops.grant(people["auditor"], "auditor", secretariat)
    bring(draft, state, cast, now)

    seen = {
        name
        for name, user in people.items()
        if Version.objects.visible_to(user).filter(pk=draft.pk).exists()
    }

    assert seen == set(SEES[state].split()) | ({"verifier"} if state == "internal" else set())


def bring(draft, state, cast, now):
    if state == "draft":
        return
    if state in ("submitted", "returned"):
        sops.submitted(draft, cast[0], now)
    if state == "returned":
        life.send_back(draft, note="Perbaiki.", hand=sops.hand(draft, cast[1], now))
    if state == "verified":
        sops.verified(draft, *cast[:2], now)
    if state in ("approved", "internal"):
        sops.approved(draft, cast, at=now)
    if state == "internal":
        draft.procedure.reach = "internal"
        draft.procedure.save()


def test_an_administrator_neither_verifies_nor_approves(signed_in, draft, cast, administrator):
    sops.submitted(draft, cast[0])
    client = signed_in(administrator)
    assert client.post(at(draft, "verifikasi"), turn(draft)).status_code == 403

    life.verify(draft, hand=sops.hand(draft, cast[1]))
    assert client.get(at(draft, "setujui")).status_code == 403


def test_a_verifier_does_not_write_in_a_returned_draft(signed_in, draft, cast):
    bring(draft, "returned", cast, sops.MORNING)

    client = signed_in(cast[1])
    assert client.get(f"/sop/{draft.key}/editor/").status_code == 302
    assert client.get(f"/sop/{draft.key}/draft/changes/?client=a&seq=0").status_code == 404
    assert client.get(f"/sop/{draft.key}/").status_code == 200


PAGES = ("", "tinjau/", "setujui/", "cabut/")
ACTS = ("verifikasi/", "kembalikan/", "tarik/", "revisi/", "tinjau/catatan/")


@pytest.mark.parametrize("page", PAGES + ACTS)
def test_nobody_of_another_unit_comes_near_a_draft(signed_in, draft, stranger, page):
    client = signed_in(stranger)
    ask = client.post if page in ACTS else client.get

    assert ask(f"/sop/{draft.key}/versi/1/{page}").status_code == 404


@pytest.mark.parametrize("page", ACTS)
def test_acts_are_posted(signed_in, draft, author, page):
    assert signed_in(author).get(f"/sop/{draft.key}/versi/1/{page}").status_code == 405


def test_days_of_the_past_are_told(signed_in, general, cast, author):
    draft = sops.draft(general, author, imported=True)
    sops.approved(draft, cast, on=date(2026, 2, 1))

    assert Version.objects.in_force(date(2026, 2, 1)).get() == draft
    assert not Version.objects.in_force(date(2026, 1, 31)).exists()


def test_the_approver_opens_an_sop_to_everybody_or_to_its_unit_alone(
    signed_in, in_force, cast, stranger
):
    page = at(in_force, "pembaca")
    assert signed_in(stranger).post(page, {"pembaca": "public"}).status_code == 403
    assert signed_in(cast[2]).post(page, {"pembaca": "internal"}).status_code == 302

    assert signed_in(stranger).get(f"/sop/{in_force.key}/").status_code == 404
    in_force.procedure.refresh_from_db()
    assert in_force.procedure.reach == "internal"
