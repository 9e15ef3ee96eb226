import json

import pytest
from tests.factories.procedures import draft, text

from okesop.procedures.domain import document as documents
from okesop.procedures.models import DraftChange, Presence, Version

pytestmark = pytest.mark.django_db
SHEET = {"columns": [[0, 86], [86, 172], [172, 258]], "heights": [57, 60.5, 44, 44]}


@pytest.fixture
def version(general, author):
    return draft(general, author)


def address(version, name="changes/"):
    return f"/sop/{version.key}/draft/{name}"


def post(client, url, data):
    body = data if isinstance(data, bytes | str) else json.dumps(data)
    return client.post(url, body, content_type="application/json")


def send(client, version, *operations, seq=1, tab="tab-a", key="c1", **rest):
    body = {"client": tab, "seq": seq, "changes": [{"id": key, "operations": operations}], **rest}
    return post(client, address(version), body)


def test_a_change_is_stored_and_drawn(signed_in, author, version):
    answer = send(signed_in(author), version, text("steps/s1/note", "baru"), sheet=SHEET).json()

    assert (answer["seq"], answer["results"][0]["status"], answer["undo"]) == (2, "stored", True)
    assert answer["document"] is None
    assert answer["drawing"]["svg"].startswith("<svg")
    assert all(
        given <= got
        for given, got in zip(SHEET["heights"], answer["drawing"]["heights"], strict=True)
    )
    assert 'data-step="s1"' in answer["drawing"]["svg"]


def test_a_structural_change_brings_the_document(signed_in, author, version):
    rows = {"op": "insert_steps", "after": "s2", "steps": [{"id": "new1", "activity": "Baru"}]}

    answer = send(signed_in(author), version, rows, sheet=SHEET).json()

    assert [step["id"] for step in answer["document"]["steps"]] == ["s1", "s2", "new1", "s3", "s4"]
    assert len(answer["drawing"]["heights"]) == 5


def test_another_tab_hears_what_was_changed(signed_in, author, colleague, version):
    send(signed_in(author), version, text("steps/s4/output", "Arsip"), tab="tab-a")

    client = signed_in(colleague)
    answer = client.get(address(version), {"client": "tab-b", "seq": 1, "cell": ""}).json()

    heard = answer["others"][0]
    assert (heard["name"], heard["initials"]) == ("La Ode Fadlan", "LF")
    assert heard["texts"][0]["after"] == "Arsip"
    assert answer["document"]["steps"][3]["output"] == "Arsip"
    assert answer["undo"] is False


def test_a_tab_does_not_hear_itself(signed_in, author, version):
    client = signed_in(author)
    send(client, version, text("steps/s4/output", "Arsip"))

    answer = client.get(address(version), {"client": "tab-a", "seq": 2}).json()

    assert (answer["others"], answer["document"]) == ([], None)


def test_the_later_text_wins_and_the_earlier_is_told(signed_in, author, colleague, version):
    send(signed_in(author), version, text("steps/s4/output", "Satu"), tab="tab-a", key="a")
    send(signed_in(colleague), version, text("steps/s4/output", "Dua"), tab="tab-b", key="b")

    answer = signed_in(author).get(address(version), {"client": "tab-a", "seq": 2}).json()

    told = answer["others"][0]["texts"][0]
    assert (told["before"], told["after"]) == ("Satu", "Dua")


def test_people_see_each_other(signed_in, author, colleague, version):
    seen = {"client": "tab-b", "seq": 1, "cell": "steps/s3/time"}
    signed_in(colleague).get(address(version), seen)

    answer = signed_in(author).get(address(version), {"client": "tab-a", "seq": 1}).json()

    assert answer["people"] == [
        {"name": "Dewi Anggriani", "initials": "DA", "cell": "steps/s3/time"}
    ]


def test_undo_and_redo(signed_in, author, version):
    client = signed_in(author)
    send(client, version, text("steps/s1/note", "baru"))

    back = post(client, address(version, "undo/"), {"client": "tab-a", "seq": 2}).json()
    forth = post(
        client, address(version, "undo/"), {"client": "tab-a", "seq": 3, "redo": True}
    ).json()

    assert (back["document"]["steps"][0]["note"], back["redo"]) == ("", True)
    assert (forth["document"]["steps"][0]["note"], forth["undo"]) == ("baru", True)


def test_drawing_alone(signed_in, author, version):
    answer = post(signed_in(author), address(version, "drawing/"), {"sheet": SHEET}).json()

    assert answer["drawing"]["svg"].count("data-node") == 4


def test_a_sheet_measured_before_a_row_came_is_filled_up(signed_in, author, version):
    short = {"columns": [[0, 86]], "heights": [50]}

    answer = post(signed_in(author), address(version, "drawing/"), {"sheet": short}).json()

    assert len(answer["drawing"]["heights"]) == 4
    assert len(answer["drawing"]["columns"]) == 3


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
def test_who_may_write(request, signed_in, version, who, status):
    client = signed_in(request.getfixturevalue(who))

    response = send(client, version, text("steps/s1/note", "x"))

    assert response.status_code == status
    assert DraftChange.objects.exists() is (status == 200)


def test_signed_out_is_told_in_json(client, version):
    response = send(client, version, text("steps/s1/note", "x"))

    assert (response.status_code, list(response.json())) == (401, ["message"])


@pytest.mark.parametrize(
    "name",
    ["undo/", "drawing/", "paste/", "waivers/"],
)
def test_reading_what_is_only_for_writing(signed_in, author, version, name):
    response = signed_in(author).get(address(version, name))

    assert (response.status_code, response["Allow"]) == (405, "POST")


def test_deleting_is_no_way(signed_in, author, version):
    assert signed_in(author).delete(address(version)).status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe\x00binary",
        b"[]",
        b"null",
        b"{",
        b'{"client": "tab", "changes": [{"id": "a", "operations": []}]}',
        b'{"client": "tab", "changes": [{"id": "a", "operations": ["x"]}]}',
        b'{"client": "tab", "changes": 7}',
        b'{"client": "tab", "changes": [null]}',
        b'{"client": 5, "changes": []}',
        b'{"client": "", "changes": []}',
        b'{"client": "tab", "seq": "many"}',
        b'{"client": "tab", "seq": -1}',
        b'{"client": "tab", "seq": true}',
        b'{"client": "tab", "cell": "<script>"}',
        b'{"client": "tab", "sheet": []}',
        b'{"client": "tab", "sheet": {"columns": [[5, 1]]}}',
        b'{"client": "tab", "sheet": {"heights": [NaN]}}',
        b'{"client": "tab", "sheet": {"heights": [1e300]}}',
        b'{"client": "tab", "sheet": {"heights": ["5"]}}',
        b'{"client": "\\ud800"}',
        b'{"client": "tab", "changes": [{"id": "a b", "operations": [{"op": "x"}]}]}',
        b"[" * 100_000,
    ],
)
def test_what_the_editor_never_sends_is_refused_in_words(signed_in, author, version, body):
    response = post(signed_in(author), address(version), body)

    assert response.status_code == 422
    assert response.json()["message"].endswith("Muat ulang halaman ini.")
    assert not DraftChange.objects.exists()


@pytest.mark.parametrize("size", [5_100_000, 9_000_000])
def test_too_much_is_refused_in_words(signed_in, author, version, size):
    response = post(signed_in(author), address(version), b"x" * size)

    assert (response.status_code, "5 MB" in response.json()["message"]) == (413, True)


def test_too_many_changes_are_refused_in_words(signed_in, author, version):
    change = {"id": "a", "operations": [text("steps/s1/note", "x")]}

    response = post(
        signed_in(author), address(version), {"client": "tab", "changes": [change] * 201}
    )

    assert response.status_code == 413


def test_half_a_letter_is_no_text(signed_in, author, version):
    body = (
        b'{"client":"t","changes":[{"id":"a","operations":'
        b'[{"op":"set_text","place":"steps/s1/note","value":"\\ud83d"}]}]}'
    )

    assert post(signed_in(author), address(version), body).status_code == 422


def test_a_wrong_operation_is_refused_and_the_draft_stays(signed_in, author, version):
    operations = [
        {"op": "nothing"},
        {"op": "set_text"},
        {"op": "set_text", "place": 5, "value": []},
        {"op": "insert_steps", "after": {}, "steps": "x"},
        {"op": "restore", "anything": 1},
        {"op": ["set_text"]},
        {},
    ]
    client = signed_in(author)

    statuses = [
        send(client, version, operation, key=f"k{n}").json()["results"][0]["status"]
        for n, operation in enumerate(operations)
    ]

    assert statuses == ["refused"] * len(operations)
    assert documents.read(Version.objects.get(pk=version.pk)) == documents.read(version)


def test_a_stale_tab_gets_what_it_missed(signed_in, author, colleague, version):
    for number in range(60):
        send(
            signed_in(colleague),
            version,
            text("steps/s1/note", f"{number}"),
            tab="tab-b",
            key=f"k{number}",
        )

    answer = signed_in(author).get(address(version), {"client": "tab-a", "seq": 1}).json()

    assert (answer["seq"], len(answer["others"])) == (61, 50)
    assert answer["document"]["steps"][0]["note"] == "59"


def test_a_future_sequence_is_harmless(signed_in, author, version):
    answer = signed_in(author).get(address(version), {"client": "tab-a", "seq": 999}).json()

    assert (answer["seq"], answer["others"]) == (1, [])


def test_polling_in_peace_writes_nothing(signed_in, author, version, django_assert_num_queries):
    client = signed_in(author)
    seen = {"client": "tab-a", "seq": 1, "cell": "steps/s1/note"}
    client.get(address(version), seen)
    first = Presence.objects.get().seen_at

    client.get(address(version), seen)

    assert Presence.objects.get().seen_at == first


@pytest.mark.parametrize("seq", ["9" * 20, "9" * 5000, "²", "-1"])
def test_no_sequence_in_an_address_breaks_the_answer(signed_in, author, version, seq):
    client = signed_in(author)

    assert client.get(address(version), {"client": "a", "seq": seq}).status_code == 422
    assert client.get(address(version, "history/"), {"before": seq}).status_code == 422


@pytest.mark.parametrize(
    "sheet", [{"columns": [[0, 10**400]], "heights": []}, {"columns": [], "heights": [10**400]}]
)
def test_no_measure_breaks_the_drawing(signed_in, author, version, sheet):
    response = post(signed_in(author), address(version, "drawing/"), {"sheet": sheet})

    assert response.status_code == 422


@pytest.mark.parametrize("measure", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_length_is_refused(signed_in, author, version, measure):
    body = '{"sheet": {"columns": [], "heights": [MEASURE]}}'.replace("MEASURE", measure)

    assert post(signed_in(author), address(version, "drawing/"), body).status_code == 422


def test_no_index_breaks_a_list(signed_in, author, version):
    entry = {"op": "insert_item", "list": "records", "index": 10**30, "value": "Buku"}

    answer = send(signed_in(author), version, entry)

    assert answer.status_code == 200
    assert answer.json()["results"][0]["status"] == "refused"
