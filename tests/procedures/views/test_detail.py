import pytest
from tests.factories.procedures import change, document, draft, text

from okesop.audit.models import Entry
from okesop.procedures.models import Comment, DraftChange, Procedure, Version

pytestmark = pytest.mark.django_db
PAGES = ["", "hapus/", "pdf/", "preview/", "editor/"]


@pytest.fixture
def version(general, author):
    return draft(general, author)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("author", 200),
        ("colleague", 200),
        ("head", 200),
        ("administrator", 200),
        ("stranger", 404),
    ],
)
@pytest.mark.parametrize("name", PAGES)
def test_who_sees_the_pages_of_an_sop(request, signed_in, version, name, who, status):
    client = signed_in(request.getfixturevalue(who))

    assert client.get(f"/sop/{version.key}/{name}").status_code == status


@pytest.mark.parametrize("name", ["", "pdf/", "preview/", "editor/"])
def test_pages_that_only_show_take_no_post(signed_in, author, version, name):
    assert signed_in(author).post(f"/sop/{version.key}/{name}").status_code == 405


@pytest.mark.parametrize("name", PAGES)
def test_no_page_without_sign_in(client, version, name):
    assert client.get(f"/sop/{version.key}/{name}").status_code == 302


def test_the_page_shows_form_steps_and_history(signed_in, author, colleague, version):
    change(version, text("steps/s2/output", "Surat tercatat"), by=colleague)

    page = signed_in(author).get(f"/sop/{version.key}/").content.decode()

    assert "data-step=" in page
    assert "Surat tercatat" in page
    assert "Dewi Anggriani" in page
    assert "kembali ke langkah 1" in page


def test_a_text_that_looks_like_markup_stays_text(signed_in, author, general):
    evil = "<script>alert(1)</script>"
    version = draft(general, author, document(evil))
    change(version, text("steps/s1/activity", evil), text("performers/pA/title", evil), by=author)

    for name in ("", "editor/"):
        page = signed_in(author).get(f"/sop/{version.key}/{name}").content.decode()
        assert evil not in page


def test_an_empty_draft_has_its_page(signed_in, author, general):
    client = signed_in(author)
    client.post("/sop/baru/", {"unit": general.pk, "mulai": "kosong"})
    key = Version.objects.get().key

    assert client.get(f"/sop/{key}/").status_code == 200
    assert client.get(f"/sop/{key}/pdf/").content.startswith(b"%PDF")


def test_discarding_asks_first_and_leaves_a_trail(signed_in, author, version):
    change(version, text("steps/s1/note", "x"), by=author)
    client = signed_in(author)
    address = f"/sop/{version.key}/hapus/"

    client.get(address)
    assert Version.objects.exists()
    response = client.post(address)

    assert (response.status_code, response["Location"]) == (302, "/sop/")
    assert (Version.objects.count(), Procedure.objects.count(), DraftChange.objects.count()) == (
        0,
        0,
        0,
    )
    entry = Entry.objects.get(action="procedures.draft.discard")
    assert (entry.by, "Pengelolaan Surat Masuk" in entry.detail) == (author, True)


def test_a_stranger_discards_nothing(signed_in, stranger, version):
    assert signed_in(stranger).post(f"/sop/{version.key}/hapus/").status_code == 404
    assert Version.objects.exists()


def test_two_presses_discard_once(signed_in, author, version):
    client = signed_in(author)
    client.post(f"/sop/{version.key}/hapus/")

    assert client.post(f"/sop/{version.key}/hapus/").status_code == 404


@pytest.mark.parametrize("key", ["tidak-ada", "1", "x" * 40])
def test_a_guessed_key_leads_nowhere(signed_in, author, version, key):
    assert signed_in(author).get(f"/sop/{key}/").status_code == 404


def test_a_key_cannot_be_guessed(general, author):
    keys = {draft(general, author).key for _ in range(5)}

    assert (len(keys), {len(key) for key in keys}) == (5, {16})


def test_notes_that_wait_are_read_on_the_page(signed_in, author, colleague, version, noon):
    for text_, done in (("Perjelas langkah 2", None), ("Sudah selesai", noon)):
        Comment.objects.create(
            version=version,
            place="steps/s2/time",
            text=text_,
            author=colleague,
            at=noon,
            done_at=done,
            done_by=done and author,
        )

    page = signed_in(author).get(f"/sop/{version.key}/").content.decode()

    assert ("Perjelas langkah 2" in page, "Sudah selesai" in page) == (True, False)
    assert "Langkah 2, Waktu" in page
