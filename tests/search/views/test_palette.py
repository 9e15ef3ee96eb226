import re

import pytest
from django.core.management import call_command
from tests.factories.procedures import change, document, draft, text

from okesop.procedures.domain import drafting
from okesop.search.models import SopEntry

pytestmark = pytest.mark.django_db
ADDRESS = "/cari/"
HTMX = {"HX-Request": "true"}


def hits(response):
    """Names of what was found, by group."""
    return {
        group.name: [re.sub(r"</?mark>", "", hit.name) for hit in group.hits]
        for group in response.context["groups"]
    }


@pytest.fixture
def shelf(general, legal, author, stranger):
    draft(general, author, document("Pengelolaan Arsip"))
    draft(legal, stranger, document("Penyusutan Arsip"))


def test_only_what_may_be_seen_is_found(signed_in, shelf, author, stranger, head):
    assert hits(signed_in(author).get(ADDRESS, {"cari": "arsip"})) == {
        "SOP": ["Pengelolaan Arsip"]
    }
    assert hits(signed_in(stranger).get(ADDRESS, {"cari": "arsip"})) == {
        "SOP": ["Penyusutan Arsip"]
    }


def test_the_line_that_answers_is_told_where_the_title_does_not(signed_in, shelf, author):
    response = signed_in(author).get(ADDRESS, {"cari": "mencatat"})

    (hit,) = response.context["groups"][0].hits
    assert hit.text.startswith("Langkah 2: <mark>Mencatat</mark> surat")
    assert hit.caption.endswith("Bagian Umum")
    assert hit.state == "draft"


def test_people_are_found_by_those_who_look_after_them(
    signed_in, administrator, author, colleague
):
    asked = {"cari": "fadlan"}

    assert hits(signed_in(administrator).get(ADDRESS, asked)) == {"Orang": ["La Ode Fadlan"]}
    assert hits(signed_in(colleague).get(ADDRESS, asked)) == {}


def test_actions_are_the_doors_that_are_open(signed_in, administrator, author):
    nothing = hits(signed_in(author).get(ADDRESS))
    asked = hits(signed_in(author).get(ADDRESS, {"cari": "buat"}))

    assert set(nothing) == {"Tindakan"}
    assert {"Beranda", "SOP", "Buat SOP", "Bantuan", "Profil"} <= set(nothing["Tindakan"])
    assert "Pengaturan" not in nothing["Tindakan"]
    assert asked == {"Tindakan": ["Buat SOP"]}
    assert "Pengaturan" in hits(signed_in(administrator).get(ADDRESS))["Tindakan"]


def test_every_door_opens(signed_in, administrator, shelf):
    client = signed_in(administrator)
    groups = [*client.get(ADDRESS).context["groups"]]
    groups += client.get(ADDRESS, {"cari": "arsip"}).context["groups"]
    addresses = [hit.url for group in groups for hit in group.hits]

    assert [client.get(address, follow=True).status_code for address in addresses] == [200] * len(
        addresses
    )


def test_the_dialog_gets_the_list_alone(signed_in, shelf, author):
    html = signed_in(author).get(ADDRESS, {"cari": "arsip"}, headers=HTMX).content.decode()

    assert "<html" not in html
    assert html.count('role="option"') == 1
    assert "<use" not in html


@pytest.mark.parametrize(
    "words", ["\x00", "😀", '"', "<script>", "y" * 5_000, "' OR 1=1 --", "a* NEAR(b)"]
)
def test_no_words_break_it(signed_in, shelf, author, words):
    response = signed_in(author).get(ADDRESS, {"cari": words})

    assert response.status_code == 200
    assert hits(response) == {}
    assert "<script>" not in response.content.decode().split("<main")[1].split("</main")[0]


def test_without_sign_in_the_way_leads_to_the_door(client, db):
    assert client.get(ADDRESS).status_code == 302


@pytest.mark.parametrize("count", [1, 5])
def test_the_cost_does_not_grow(signed_in, author, general, django_assert_max_num_queries, count):
    for number in range(count):
        draft(general, author, document(f"Arsip {number}"))
    client = signed_in(author)
    client.get(ADDRESS)

    with django_assert_max_num_queries(6):
        response = client.get(ADDRESS, {"cari": "arsip"}, headers=HTMX)

    assert len(response.context["groups"][0].hits) == count


def test_what_is_written_is_found_and_what_is_discarded_is_not(signed_in, author, general, noon):
    version = draft(general, author)
    client = signed_in(author)

    change(version, text("steps/s1/activity", "Menyegel lemari besi"), by=author)
    found = hits(client.get(ADDRESS, {"cari": "menyegel lemari"}))
    version.refresh_from_db()
    drafting.discard(version, by=author, at=noon)

    assert found == {"SOP": [version.title]}
    assert not SopEntry.objects.exists()


def test_the_command_indexes_everything_anew(shelf, capsys):
    before = list(SopEntry.objects.values())
    SopEntry.objects.all().delete()

    call_command("reindex_search")

    assert capsys.readouterr().out == "2\n"
    assert list(SopEntry.objects.values()) == before
