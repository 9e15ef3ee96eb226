from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from tests.factories import organisation as office
from tests.factories.organisation import GrantFactory
from tests.guard import unguarded

from okesop.audit.domain import trail, verifying
from okesop.audit.models import Entry

LIST = reverse("audit:trail")
EXCEL = reverse("audit:download")


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def acts(author, general, stranger, noon):
    """Something in each of two divisions."""
    trail.record(
        "organisation.change_unit",
        general,
        by=author,
        at=noon,
        detail={"before": {"name": "Umum"}},
        as_position="Kepala Bagian Umum",
    )
    trail.record("accounts.sign_in", stranger, by=stranger, at=noon + timedelta(days=2))


@pytest.fixture
def auditor(general):
    """Audits Bagian Umum."""
    user = office.AssignmentFactory(position__unit=general, person__name="Hasnawati").person.user
    GrantFactory(position=user.person.assignments.get().position, unit=general, role="auditor")
    return user


def test_each_act_is_a_sentence(signed_in, administrator, acts):
    html = words(signed_in(administrator).get(LIST))

    assert "La Ode Fadlan</a> mengubah unit Bagian Umum sebagai Kepala Bagian Umum" in html
    assert "Sitti Jumrana</a> masuk" in html
    assert "24 November 2026" in html


def test_an_auditor_finds_the_door_and_reads_his_units_only(signed_in, auditor, acts):
    client = signed_in(auditor)
    html = words(client.get(LIST))
    theirs = Entry.objects.get(action="accounts.sign_in")

    assert f'href="{LIST}"' in words(client.get(reverse("accounts:profile")))
    assert "mengubah unit Bagian Umum" in html
    assert "Sitti Jumrana" not in html
    assert client.get(reverse("audit:entry", args=[theirs.sequence])).status_code == 404


@pytest.mark.parametrize("address", [LIST, EXCEL, reverse("audit:entry", args=[1])])
def test_others_are_refused(signed_in, author, acts, address):
    assert signed_in(author).get(address).status_code == 403


@pytest.mark.parametrize("address", [LIST, EXCEL, reverse("audit:entry", args=[1])])
def test_it_is_only_read(signed_in, administrator, acts, address):
    assert signed_in(administrator).post(address).status_code == 405


@pytest.mark.parametrize(
    ("query", "count", "chips"),
    [
        ("", 2, 0),
        ("siapa=fadlan", 1, 1),
        ("siapa=nobody", 0, 1),
        ("jenis=organisation.unit", 1, 1),
        ("objek=jumrana", 1, 1),
        ("sejak=2026-11-25", 1, 1),
        ("sampai=2026-11-25", 1, 1),
        ("sejak=2026-11-24&sampai=2026-11-24", 1, 2),
        ("sejak=x&sampai=0001-01-01&lama=x&orang=-1", 2, 0),
        ("siapa=%00", 2, 0),
    ],
)
def test_it_is_narrowed_by_who_what_and_when(signed_in, administrator, acts, query, count, chips):
    html = words(signed_in(administrator).get(f"{LIST}?{query}"))

    assert html.count('class="t"') == count
    assert html.count('class="chip-x"') == chips
    assert ("Tidak ada catatan yang cocok" in html) == (count == 0)


def test_pages_follow_each_other_both_ways_at_a_constant_cost(
    signed_in, administrator, author, noon, django_assert_max_num_queries
):
    for number in range(120):
        trail.record("accounts.sign_in", author, by=author, at=noon + timedelta(seconds=number))
    client = signed_in(administrator)

    def rows(query):
        response = client.get(f"{LIST}?{query}")
        return [entry.sequence for entry, *_rest in response.context["acts"]], response.context[
            "page"
        ]

    first, page = rows("")
    second, page_two = rows(f"lama={page.older}")
    third, page_three = rows(f"lama={page_two.older}")
    back, page_back = rows(f"baru={page_three.newer}")

    assert first + second + third == list(range(120, 0, -1))
    assert (page.newer, page_three.older) == (None, None)
    assert back == second
    assert rows(f"baru={page_back.newer}")[0] == first
    with django_assert_max_num_queries(10):
        client.get(LIST)


def test_an_act_is_shown_in_full(signed_in, administrator, acts, general):
    entry = Entry.objects.get(action="organisation.change_unit")

    html = words(signed_in(administrator).get(reverse("audit:entry", args=[entry.sequence])))

    assert "<h1>La Ode Fadlan mengubah unit Bagian Umum sebagai Kepala Bagian Umum</h1>" in html
    assert entry.hash in html
    assert "<code>name</code>" in html
    assert "<td>Umum</td>" in html
    assert reverse("organisation:unit", args=[general.pk]) in html
    assert "tidak cocok lagi" not in html


def test_an_altered_act_says_so(signed_in, administrator, acts):
    with unguarded():
        Entry._base_manager.filter(sequence=1).update(name="Bagian Hukum")

    html = words(signed_in(administrator).get(reverse("audit:entry", args=[1])))

    assert "tidak cocok lagi dengan hash-nya" in html


def test_what_the_last_verification_said_stands_on_top(signed_in, administrator, acts, noon):
    client = signed_in(administrator)
    assert "belum pernah diperiksa" in words(client.get(LIST))

    verifying.report_and_tell(by=None, at=noon)
    assert "utuh, 2 catatan" in words(client.get(LIST))

    with unguarded():
        Entry._base_manager.filter(sequence=1).update(name="Bagian Hukum")
    verifying.report_and_tell(by=None, at=noon)
    html = words(client.get(LIST))
    assert "tidak utuh" in html
    assert "Catatan 1 diubah" in html


def test_excel_holds_what_is_seen_and_what_it_is_worth(
    signed_in, administrator, acts, general, noon
):
    general.name = "=1+1"
    trail.record("organisation.change_unit", general, by=None, at=noon)
    verifying.report_and_tell(by=None, at=noon)

    response = signed_in(administrator).get(f"{EXCEL}?jenis=organisation.unit")
    book = openpyxl.load_workbook(BytesIO(response.content))
    rows = list(book["Jejak"].iter_rows(values_only=True))

    assert [row[2] for row in rows[1:]] == [
        "Sistem mengubah unit =1+1",
        "La Ode Fadlan mengubah unit Bagian Umum sebagai Kepala Bagian Umum",
    ]
    assert rows[1][1].hour == 12
    said = [row[0] for row in book["Keterangan"].iter_rows(values_only=True)]
    assert said[0].startswith("2 catatan, diunduh")
    assert "utuh, 3 catatan" in said[1]
