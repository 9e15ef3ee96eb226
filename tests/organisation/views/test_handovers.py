"""Handing over: what is in hand, the record, and its paper."""

import shutil
import subprocess

import pytest
from django.urls import reverse
from tests.factories import procedures as sops
from tests.factories.organisation import AssignmentFactory

from okesop.organisation.domain import handovers
from okesop.organisation.models import Handover


def text(response):
    return " ".join(response.content.decode().split())


def words(pdf, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-layout", str(file), "-"]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    return " ".join(made.stdout.split())


@pytest.fixture
def seat(author, general):
    sops.draft(general, author)
    return author.person.assignments.get()


@pytest.fixture
def page(seat):
    return reverse("organisation:hand-over", args=[seat.pk])


def test_what_is_in_hand_is_shown_and_passed_on(signed_in, administrator, seat, page):
    taker = AssignmentFactory(position=seat.position).person
    client = signed_in(administrator)

    assert "Pengelolaan Surat Masuk" in text(client.get(page))
    answer = client.post(page, {"taker": taker.pk, "note": "Kunci lemari arsip"}, follow=True)

    made = Handover.objects.get()
    assert (made.taker, made.note) == (taker, "Kunci lemari arsip")
    assert "Serah terima dicatat" in text(answer)
    assert taker.name in text(client.get(page))


def test_only_somebody_with_the_position_takes_over(signed_in, administrator, page, colleague):
    answer = signed_in(administrator).post(page, {"taker": colleague.person.pk})

    assert answer.status_code == 422
    assert not Handover.objects.exists()


def test_ending_an_assignment_leads_to_the_handing_over(signed_in, administrator, seat, page):
    end = reverse("organisation:end-assignment", args=[seat.pk])

    answer = signed_in(administrator).post(end, {"until_on": "2026-06-30"})

    assert answer.url == page


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils")
def test_the_paper_names_both_and_lists_everything(
    signed_in, administrator, author, seat, noon, tmp_path
):
    taker = AssignmentFactory(position=seat.position, person__name="Budi #let x=1").person
    note = "Kunci *lemari* #pagebreak()"
    made = handovers.hand_over(seat, taker=taker, note=note, by=administrator, at=noon)
    paper = reverse("organisation:handover-paper", args=[made.pk])

    answer = signed_in(author).get(paper)

    assert answer["Content-Type"] == "application/pdf"
    shown = words(answer.content, tmp_path)
    for part in (
        "SERAH TERIMA JABATAN",
        "Kepala Subbagian Tata Usaha",
        "Selasa, 24 November 2026",
        "La Ode Fadlan",
        "Budi #let x=1",
        "Pengelolaan Surat Masuk",
        note,
        "Halaman 1 dari 1",
    ):
        assert part in shown
    assert signed_in(author).get(paper).content == answer.content


def test_it_is_seen_by_both_and_by_whoever_looks_after_the_unit(
    signed_in, administrator, author, colleague, stranger, seat, noon
):
    made = handovers.hand_over(seat, taker=colleague.person, by=administrator, at=noon)
    page = reverse("organisation:handover", args=[made.pk])

    for user, status in ((author, 200), (colleague, 200), (administrator, 200), (stranger, 403)):
        assert signed_in(user).get(page).status_code == status


def test_nobody_else_hands_over(signed_in, author, page):
    assert signed_in(author).get(page).status_code == 403
    assert signed_in(author).post(page).status_code == 403
