import json
from urllib.parse import urlencode

import pytest
from tests.factories.organisation import PositionFactory
from tests.factories.procedures import change, document, draft, text

from okesop.audit.models import Entry
from okesop.procedures.models import Comment, Version, Waiver

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(general, author):
    return draft(general, author, document(title="Mengelola Surat Masuk"))


def post(client, version, name, data):
    url = f"/sop/{version.key}/draft/{name}"
    return client.post(url, json.dumps(data), content_type="application/json")


def get(client, version, name, **query):
    return client.get(f"/sop/{version.key}/draft/{name}?{urlencode(query)}").json()


def hint(version):
    """A suggestion of the rules on this draft: a title with a verb (ID-07)."""
    return {"rule": "ID-07", "place": "identity/title"}


def test_a_suggestion_is_set_aside_with_its_reason(signed_in, author, version):
    before = Version.objects.get(pk=version.pk).warning_count

    answer = post(
        signed_in(author), version, "waivers/", {**hint(version), "reason": "Nama resmi"}
    ).json()

    waived = [f for f in answer["findings"] if f["rule"] == "ID-07"]
    assert [f["waived"] for f in waived] == ["Nama resmi"]
    assert Version.objects.get(pk=version.pk).warning_count == before - 1
    assert Entry.objects.filter(action="procedures.finding.waive").count() == 1


def test_a_suggestion_can_ask_again(signed_in, author, version):
    client = signed_in(author)
    post(client, version, "waivers/", {**hint(version), "reason": "Nama resmi"})

    answer = post(client, version, "waivers/", {**hint(version), "reason": None}).json()

    assert [f["waived"] for f in answer["findings"] if f["rule"] == "ID-07"] == [None]
    assert not Waiver.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"rule": "ID-07", "place": "identity/title", "reason": "  "},
        {"rule": "ID-07", "place": "steps/s1", "reason": "x"},
        {"rule": "XX-99", "place": "identity/title", "reason": "x"},
        {"rule": "MB-03", "place": "steps/s2/output", "reason": "x"},
        {"rule": "", "place": "", "reason": "x"},
        {"rule": 7, "place": [], "reason": {}},
    ],
)
def test_what_cannot_be_set_aside(signed_in, author, version, asked):
    change(version, text("steps/s2/output", ""), by=author)

    response = post(signed_in(author), version, "waivers/", asked)

    assert (response.status_code, list(response.json())) == (422, ["message"])
    assert not Waiver.objects.exists()


def test_notes_are_written_read_and_settled(signed_in, author, colleague, version):
    client = signed_in(colleague)
    answer = post(
        client, version, "comments/", {"place": "steps/s2/time", "text": " Terlalu lama "}
    )
    note = answer.json()["comments"][0]

    assert (note["text"], note["name"], note["done"]) == ("Terlalu lama", "Dewi Anggriani", False)
    assert note["where"] == "Langkah 2, Waktu"

    settled = post(signed_in(author), version, f"comments/{note['id']}/done/", {"done": True})

    assert settled.json()["comments"][0]["done"] is True
    assert Comment.objects.get().done_by == author


@pytest.mark.parametrize(
    "body", [{"text": ""}, {"text": " \n"}, {"text": "x" * 5000}, {"text": 5}]
)
def test_a_note_without_a_word_is_none(signed_in, author, version, body):
    assert post(signed_in(author), version, "comments/", body).status_code == 422
    assert not Comment.objects.exists()


def test_a_note_of_another_draft_cannot_be_settled(signed_in, author, general, version):
    other = draft(general, author)
    note = Comment.objects.create(version=other, text="?", author=author, at=other.created_at)

    response = post(signed_in(author), version, f"comments/{note.pk}/done/", {"done": True})

    assert response.status_code == 404
    assert Comment.objects.get().done_at is None


def test_history_tells_who_did_what_by_day(signed_in, author, colleague, version, noon):
    change(version, text("steps/s2/output", "a"), by=author)
    change(version, text("steps/s2/output", "ab"), by=author)
    change(version, text("steps/s3/time", "5 menit"), by=colleague, at=noon, client="other")

    days = get(signed_in(author), version, "history/")["days"]

    assert [(day["day"], len(day["entries"])) for day in days] == [
        ("24 November 2026", 1),
        ("23 November 2026", 1),
    ]
    assert days[0]["entries"][0]["name"] == "Dewi Anggriani"
    assert days[0]["entries"][0]["at"] == "12.00 WITA"
    assert days[1]["entries"][0]["summary"] != ""


def test_history_comes_in_pages(signed_in, author, version):
    for number in range(70):
        change(version, text(f"steps/s{number % 4 + 1}/note", f"{number}"), by=author)
    client = signed_in(author)

    first = get(client, version, "history/")
    rest = get(client, version, "history/", before=first["more"])

    assert (first["more"], rest["more"]) == (12, None)
    counts = [sum(len(day["entries"]) for day in part["days"]) for part in (first, rest)]
    assert counts == [60, 10]


def test_positions_of_any_unit_are_offered_own_unit_first(
    signed_in, author, general, legal, version
):
    PositionFactory(unit=legal, title="Analis Surat")
    PositionFactory(unit=general, title="Pengelola Surat")

    offered = get(signed_in(author), version, "positions/", q="surat")["positions"]

    assert [(p["title"], p["unit"]) for p in offered] == [
        ("Pengelola Surat", "Bagian Umum"),
        ("Analis Surat", "Bagian Hukum"),
    ]


def test_related_sops_are_offered(signed_in, author, stranger, general, legal, version):
    draft(general, author, document("Pengelolaan Arsip Aktif"))
    draft(legal, stranger, document("Pengelolaan Arsip Rahasia"))

    assert get(signed_in(author), version, "related/", q="ARSIP")["items"] == [
        "Pengelolaan Arsip Aktif"
    ]


def test_legal_bases_used_before_are_offered(signed_in, author, version):
    items = get(signed_in(author), version, "regulations/", q="pelayanan publik")["items"]

    assert items[0] == "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"


@pytest.mark.parametrize(
    "name", ["comments/", "history/", "positions/", "related/", "regulations/", "changes/"]
)
def test_strangers_get_nothing(signed_in, stranger, version, name):
    response = signed_in(stranger).get(f"/sop/{version.key}/draft/{name}?client=tab")

    assert response.status_code == 404


@pytest.mark.parametrize(
    "place",
    [
        "steps/x/activity",
        "steps/s1/nothing",
        "steps/s1/note/more",
        "steps",
        "identity/colour",
        "nodes/x",
    ]
    + ["edges/n1/n9", "performers/p99", "elsewhere"],
)
def test_a_note_on_what_is_not_there_is_refused(signed_in, author, version, place):
    response = post(signed_in(author), version, "comments/", {"place": place, "text": "Mengapa?"})

    assert (response.status_code, list(response.json())) == (422, ["message"])
    assert "tidak ada" in response.json()["message"]
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "place", ["", "steps/s1", "steps/s1/output", "identity/title", "records", "records/0"]
)
def test_a_note_on_what_is_there_is_kept(signed_in, author, version, place):
    post(signed_in(author), version, "comments/", {"place": place, "text": "Mengapa?"})

    assert Comment.objects.get().place == place


def test_a_note_that_no_table_holds_cannot_be_settled(signed_in, author, version):
    response = post(signed_in(author), version, f"comments/{10**30}/done/", {"done": True})

    assert response.status_code == 404


def test_a_note_is_answered_from_the_editor(signed_in, author, version):
    client = signed_in(author)
    (note,) = post(client, version, "comments/", {"place": None, "text": "Mengapa?"}).json()[
        "comments"
    ]

    (told,) = post(
        client, version, "comments/", {"answers": note["id"], "text": "Sesuai Perwali"}
    ).json()["comments"]

    assert (note["answer"], note["answered_by"], note["role"]) == ("", "", "")
    assert (told["answer"], told["answered_by"]) == ("Sesuai Perwali", author.name)
    assert post(client, version, "comments/", {"answers": 999, "text": "x"}).status_code == 404
