import pytest
from tests.factories.organisation import UserFactory
from tests.factories.procedures import document, draft

from okesop.audit.models import Entry
from okesop.procedures.domain import document as documents
from okesop.procedures.models import Version
from okesop.procedures.ready import READY, load

pytestmark = pytest.mark.django_db
CREATE = "/sop/baru/"


def begin(client, unit, start, **fields):
    return client.post(CREATE, {"unit": unit.pk, "mulai": start, **fields})


def test_an_empty_form_is_made_out_to_the_unit(signed_in, author, general):
    response = begin(signed_in(author), general, "kosong", judul=" Penerimaan  Tamu ")

    version = Version.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/sop/{version.key}/editor/")
    identity = documents.read(version).identity
    assert (identity.title, identity.unit, identity.number) == (
        "Penerimaan Tamu",
        "BAGIAN UMUM",
        None,
    )
    assert (version.step_count, version.updated_by) == (3, author)
    assert Entry.objects.get().action == "procedures.draft.create"


def test_a_pasted_table_opens_the_editor_at_its_paste(signed_in, author, general):
    response = begin(signed_in(author), general, "tempel")

    assert response["Location"].endswith("/editor/#tempel")


@pytest.mark.parametrize("slug", [sop.slug for sop in READY])
def test_a_ready_sop_becomes_a_draft_without_duties(signed_in, author, general, slug):
    begin(signed_in(author), general, f"siap:{slug}")

    version = Version.objects.get()
    assert version.title == load(slug).identity.title
    assert documents.read(version).steps == load(slug).steps


def test_a_copy_keeps_the_flow_and_drops_number_and_days(signed_in, author, general):
    origin = draft(general, author, document(number="SOP.UM.01"))

    begin(signed_in(author), general, f"salin:{origin.key}", judul="Salinan")

    copied = documents.read(Version.objects.exclude(pk=origin.pk).get())
    old = documents.read(origin)
    assert (copied.steps, copied.nodes, copied.edges) == (old.steps, old.nodes, old.edges)
    assert (copied.identity.title, copied.identity.number) == ("Salinan", None)


def test_an_sop_of_strangers_cannot_be_copied(signed_in, author, stranger, general, legal):
    secret = draft(legal, stranger)

    response = begin(signed_in(author), general, f"salin:{secret.key}")

    assert response.status_code == 404
    assert Version.objects.count() == 1


def test_a_unit_of_strangers_is_not_ones_own(signed_in, author, legal):
    response = begin(signed_in(author), legal, "kosong")

    assert response.status_code == 422
    assert "Pilih salah satu unit kerja Anda." in response.content.decode()
    assert not Version.objects.exists()


@pytest.mark.parametrize("start", ["", "apa", "siap", "salin:", "kosong;"])
def test_a_beginning_that_is_none(signed_in, author, general, start):
    response = begin(signed_in(author), general, start)

    assert response.status_code in {404, 422}
    assert not Version.objects.exists()


def test_a_form_that_is_sent_twice_begins_one_sop(signed_in, author, general):
    client = signed_in(author)
    token = client.get(CREATE).context["token"]

    answers = [begin(client, general, "kosong", tanda=token) for _ in range(2)]

    assert Version.objects.count() == 1
    assert {answer["Location"] for answer in answers} == {
        f"/sop/{Version.objects.get().key}/editor/"
    }


def test_a_key_that_nobody_signed_is_none(signed_in, author, general):
    begin(signed_in(author), general, "kosong", tanda="rahasia:palsu")

    assert Version.objects.get().key != "rahasia"


def test_somebody_without_a_position_is_told_why_he_cannot_begin(signed_in, db):
    client = signed_in(UserFactory())

    assert client.get(CREATE).status_code == 403
    for page in ("/", "/sop/"):
        shown = client.get(page).content.decode()
        assert "belum tercatat memegang jabatan" in shown
        assert 'href="/sop/baru/"' not in shown


def test_the_page_offers_all_ready_sops(signed_in, author):
    page = signed_in(author).get(CREATE).content.decode()

    assert page.count('value="siap:') == len(READY)


def test_each_ready_sop_has_its_small_chart(signed_in, author):
    client = signed_in(author)

    response = client.get(f"{CREATE}{READY[0].slug}.svg")

    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert client.get(f"{CREATE}tidak-ada.svg").status_code == 404


def test_ones_own_unit_is_chosen(signed_in, administrator, head, author, general, secretariat):
    def chosen(user):
        return signed_in(user).get(CREATE).context["chosen_unit"]

    assert (chosen(author), chosen(head)) == (general.pk, secretariat.pk)
    assert chosen(administrator) is None


def test_a_form_that_was_refused_keeps_what_was_typed(signed_in, head, general):
    response = begin(signed_in(head), general, "apa", judul="Penerimaan Tamu")

    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Penerimaan Tamu"' in page
    assert f'value="{general.pk}" selected' in " ".join(page.split())
