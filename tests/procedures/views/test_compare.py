"""The page of a comparison: who may see it, what it says, and how little it asks of the database."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate

import pytest
from tests.factories.procedures import (
    MORNING,
    approved,
    change,
    document,
    draft,
    hand,
    submitted,
    text,
    verified,
)
from tests.factories.stationery import REVISION, stationery

from okesop.core.canonical import canonical
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import life, revising, undoing
from okesop.procedures.domain.changes import Stamp
from okesop.procedures.domain.queries import comparison
from okesop.procedures.models import Version

pytestmark = pytest.mark.django_db
LATER = MORNING + timedelta(days=1)


@pytest.fixture
def first(general, author, cast):
    return approved(draft(general, author, stationery()), cast)


@pytest.fixture
def second(first, author, verifier):
    version = revising.revise(first, by=author, at=LATER)
    change(version, *REVISION, by=author, at=LATER)
    return verified(version, author, verifier, at=LATER + timedelta(hours=1))


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_on_paper_each_row_takes_its_strip_of_the_chart_along(signed_in, approver, second):
    page = body(signed_in(approver), f"/sop/{second.key}/banding/1/2/")
    strip = (
        r'height="(\d+)" viewBox="0 (-?\d+) \d+ (\d+)" aria-hidden="true"><use href="#bagan-{}"/>'
    )

    for name in ("lama", "baris"):
        found = [tuple(map(int, each)) for each in re.findall(strip.format(name), page)]
        rows = page.count(f'id="{name}-')
        tops = [top + 1 for _height, top, _seen in found]
        assert page.count(f'<g id="bagan-{name}" class="drawn">') == 1
        assert len(found) == rows > 7
        assert all(height == seen for height, _top, seen in found)
        assert tops == [0, *accumulate(height - 2 for height, _top, _seen in found[:-1])]


def test_the_page_tells_what_changed_and_shows_both_charts(signed_in, approver, second):
    page = body(signed_in(approver), f"/sop/{second.key}/banding/1/2/")

    for said in (
        "Versi 1 yang berlaku dibandingkan dengan versi 2 yang diverifikasi",
        "Langkah 3 ditambah",
        "Menyusun usulan pengeluaran barang, Pengelola Persediaan, 10 menit",
        "Langkah 2 lama dihapus",
        "Langkah 4 pindah pelaksana",
        "<del>nota dinas</del><ins>formulir digital</ins>",
        "Diverifikasi Hasbullah Moita, Analis Tata Laksana",
        "Perubahan besar",
        'href="#lama-2"',
        'class="gap"',
    ):
        assert said in page, said
    assert page.count('class="beside"') == 2


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("author", 200),
        ("colleague", 200),
        ("verifier", 200),
        ("approver", 200),
        ("administrator", 200),
        ("stranger", 404),
    ],
)
def test_a_version_on_its_way_is_for_those_who_work_on_it(request, signed_in, second, who, status):
    client = signed_in(request.getfixturevalue(who))

    for address in ("1/2", "1/1s1", "2/2r1", "2s1/2"):
        response = client.get(f"/sop/{second.key}/banding/{address}/")
        assert response.status_code == status, address
    assert client.get(f"/sop/{second.key}/banding/1/1/").status_code == 200


def test_nobody_compares_without_signing_in(client, second):
    assert client.get(f"/sop/{second.key}/banding/1/2/").status_code == 302


def test_an_sop_that_one_may_not_see_at_all_has_no_comparison(
    signed_in, stranger, general, author
):
    version = draft(general, author)

    for address in ("", "1s1/1/", "1/1/"):
        assert signed_in(stranger).get(f"/sop/{version.key}/banding/{address}").status_code == 404


@pytest.mark.parametrize(
    "address", ["1/9", "0/1", "1/2r9", "1/2s99", "1/abc", "1r/2", "-1/2", "1/2r0", "99999/1"]
)
def test_a_state_that_is_none_is_not_found(signed_in, author, second, address):
    assert signed_in(author).get(f"/sop/{second.key}/banding/{address}/").status_code == 404


def test_rounds_of_one_version_are_compared(signed_in, general, author, verifier):
    version = submitted(draft(general, author, document()), author)
    life.send_back(version, note="Waktu terlalu lama", hand=hand(version, verifier))
    change(version, text("steps/s2/time", "7 menit"), by=author, at=LATER)
    submitted(version, author, LATER + timedelta(hours=1))
    client = signed_in(verifier)

    between = body(client, f"/sop/{version.key}/banding/1r1/1r2/")
    same = body(client, f"/sop/{version.key}/banding/1r2/1/")

    assert "Versi 1, putaran 1 dibandingkan dengan versi 1, putaran 2" in between
    assert "<del>10</del><ins>7</ins> menit" in between
    assert "Tidak ada perbedaan" in same


def test_any_change_of_a_draft_can_be_set_beside_it(signed_in, general, author):
    version = draft(general, author)
    change(version, text("steps/s2/time", "7 menit"), by=author)
    change(version, text("steps/s2/time", "8 menit"), by=author)

    page = body(signed_in(author), f"/sop/{version.key}/banding/1s2/1s3/")

    assert "<del>7</del><ins>8</ins> menit" in page


def test_the_first_way_in_leads_to_the_newest_and_what_it_replaces(
    signed_in, author, general, second
):
    client = signed_in(author)
    young = draft(general, author)

    assert client.get(f"/sop/{second.key}/banding/")["Location"].endswith("/banding/1/2/")
    assert client.get(f"/sop/{young.key}/banding/")["Location"].endswith("/banding/1s1/1/")


def test_the_list_can_be_narrowed_to_one_kind(signed_in, author, second):
    page = body(signed_in(author), f"/sop/{second.key}/banding/1/2/?jenis=added")
    every = body(signed_in(author), f"/sop/{second.key}/banding/1/2/?jenis=apa")

    assert ("Langkah 3 ditambah" in page, "Langkah 2 lama dihapus" in page) == (True, False)
    assert "Langkah 2 lama dihapus" in every


def test_a_text_that_looks_like_markup_stays_text(signed_in, author, general):
    version = draft(general, author)
    evil = "<script>alert(1)</script>"
    places = ("steps/s1/activity", "steps/s1/time", "performers/pA/title", "identity/unit")
    change(version, *(text(place, evil) for place in places), by=author)

    assert evil not in body(signed_in(author), f"/sop/{version.key}/banding/1s1/1/")


def test_an_empty_draft_is_compared_too(signed_in, author, general):
    signed_in(author).post("/sop/baru/", {"unit": general.pk, "mulai": "kosong"})
    key = Version.objects.get().key

    assert "Tidak ada perbedaan" in body(signed_in(author), f"/sop/{key}/banding/1s1/1/")


def test_queries_do_not_grow_with_changes(
    signed_in, author, general, second, django_assert_max_num_queries
):
    client = signed_in(author)
    for number in range(3):
        change(young := draft(general, author), text("steps/s1/note", f"{number}"), by=author)
    few = _count(client, f"/sop/{second.key}/banding/1/2/")
    for number in range(12):
        change(young, text("steps/s1/note", f"n{number}"), by=author)
    one = _count(client, f"/sop/{young.key}/banding/1s12/1/")
    many = _count(client, f"/sop/{young.key}/banding/1s1/1/")

    assert one == many
    assert few <= 14


def _count(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        body(client, address)
    return len(queries)


def test_changes_are_stepped_through_and_a_former_state_is_brought_back(
    signed_in, general, author
):
    version = draft(general, author)
    for value in ("7 menit", "8 menit", "9 menit"):
        change(version, text("steps/s2/time", value), by=author)
    client = signed_in(author)

    page = body(client, f"/sop/{version.key}/banding/1s2/1s3/")
    for said in (
        "Perubahan 2 dari 3",
        "La Ode Fadlan mengubah waktu langkah 2",
        f'href="/sop/{version.key}/banding/1s1/1s2/"',
        f'href="/sop/{version.key}/banding/1s3/1s4/"',
        "Pulihkan keadaan ini",
    ):
        assert said in page, said
    response = client.post(f"/sop/{version.key}/draft/pulihkan/2/")

    version.refresh_from_db()
    assert response["Location"] == f"/sop/{version.key}/editor/"
    assert (version.sequence, documents.read(version).steps[1].time) == (5, "7 menit")
    undoing.undo(version, stamp=Stamp("tab", author, LATER))
    version.refresh_from_db()
    assert documents.read(version).steps[1].time == "9 menit"


def test_nobody_brings_back_what_he_may_not_write(signed_in, general, author, stranger, second):
    version = draft(general, author)
    change(version, text("steps/s2/time", "7 menit"), by=author)

    assert signed_in(stranger).post(f"/sop/{version.key}/draft/pulihkan/1/").status_code == 404
    client = signed_in(author)
    assert client.post(f"/sop/{version.key}/draft/pulihkan/9/").status_code == 404
    assert client.get(f"/sop/{version.key}/draft/pulihkan/1/").status_code == 405
    assert client.post(f"/sop/{second.key}/draft/pulihkan/1/").status_code == 403


def test_the_approver_is_told_whether_the_change_is_large(second):
    assert comparison.proposal(second).is_large
    assert not comparison.proposal(only_a_note(second)).is_large


def only_a_note(second):
    """The second version without its changes but for one note."""
    stored = documents.read(second.procedure.versions.get(number=1))
    steps = (replace(stored.steps[0], note="Segera"), *stored.steps[1:])
    second.document = canonical(replace(stored, steps=steps)).decode()
    second.sha256 = "0" * 64
    return second


def test_reviewer_and_approver_read_what_changed_where_they_decide(signed_in, approver, second):
    client = signed_in(approver)

    review = body(client, f"/sop/{second.key}/versi/2/tinjau/")
    approve = body(client, f"/sop/{second.key}/versi/2/setujui/")

    assert "Dibandingkan dengan Versi 1." in review
    assert "Langkah 4 pindah pelaksana" in review
    assert f'href="/sop/{second.key}/banding/1/2/"' in review
    assert "Perubahan besar: " in approve
    assert 'name="besar"' in approve


def test_the_history_leads_to_comparisons_and_to_single_changes(
    signed_in, author, stranger, second
):
    page = body(signed_in(author), f"/sop/{second.key}/riwayat/")

    assert f'href="/sop/{second.key}/banding/1/2/"' in page
    assert f'href="/sop/{second.key}/banding/2s1/2s2/"' in page
    assert "banding" not in body(signed_in(stranger), f"/sop/{second.key}/riwayat/")
