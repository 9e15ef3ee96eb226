import json

import pytest
from tests.factories.procedures import draft

from okesop.procedures.domain import document as documents
from okesop.procedures.domain import starting
from okesop.procedures.models import DraftChange, Version

pytestmark = pytest.mark.django_db
HEADER = ["No", "Kegiatan", "Pelaksana", "", "Kelengkapan", "Waktu", "Output", "Ket"]
PEOPLE = ["", "", "Staf", "Kasubbag", "", "", "", ""]
ROWS = [
    ["1", "Menerima surat", "x", "", "Surat", "5 menit", "Surat diterima", ""],
    ["2", "Memeriksa surat", "", "v", "Surat diterima", "10 menit", "Surat diperiksa", ""],
    ["3", "Mengarsipkan surat", "x", "", "Surat diperiksa", "5 menit", "Arsip", ""],
]


@pytest.fixture
def version(general, author):
    return draft(general, author, starting.blank())


def post(client, version, name, data):
    url = f"/sop/{version.key}/draft/{name}"
    return client.post(url, json.dumps(data), content_type="application/json")


def test_a_table_is_understood_and_put_in_as_one_change(signed_in, author, version):
    client = signed_in(author)

    plan = post(client, version, "paste/", {"grid": [HEADER, PEOPLE, *ROWS], "after": "s1"}).json()

    assert (plan["steps"], plan["performers"], plan["header_rows"]) == (3, 2, 2)
    assert plan["mapping"][:4] == ["no", "activity", "performer", "performer"]
    assert not DraftChange.objects.exists()

    changes = [{"id": "p1", "operations": plan["operations"]}]
    answer = post(
        client, version, "changes/", {"client": "t", "seq": 1, "changes": changes}
    ).json()

    document = documents.read(Version.objects.get())
    assert answer["results"][0]["status"] == "stored"
    assert [step.activity for step in document.steps] == [row[1] for row in ROWS]
    assert [performer.title for performer in document.performers] == ["Staf", "Kasubbag"]
    assert [node.kind.value for node in document.nodes] == ["terminator", "process", "terminator"]
    assert len(document.edges) == 2


def test_a_corrected_mapping_is_obeyed(signed_in, author, version):
    mapping = [
        "no",
        "activity",
        "performer",
        "performer",
        "output",
        "time",
        "requirements",
        "note",
    ]

    plan = post(
        signed_in(author),
        version,
        "paste/",
        {"grid": [HEADER, PEOPLE, *ROWS], "mapping": mapping, "header_rows": 2},
    ).json()

    rows = next(o for o in plan["operations"] if o["op"] == "insert_steps")["steps"]
    assert (rows[0]["requirements"], rows[0]["output"]) == ("Surat diterima", "Surat")


def test_fourteen_rows_and_six_performers(signed_in, author, version):
    people = [f"Pejabat {n}" for n in range(6)]
    header = ["No", "Kegiatan", *people, "Kelengkapan", "Waktu", "Output", "Keterangan"]
    rows = [
        [
            f"{n + 1}",
            f"Memeriksa berkas {n}",
            *["x" if n % 6 == c else "" for c in range(6)],
            "Berkas",
            "5 menit",
            f"Hasil {n}",
            "",
        ]
        for n in range(14)
    ]

    plan = post(
        signed_in(author), version, "paste/", {"grid": [header, *rows], "after": None}
    ).json()

    assert (plan["steps"], plan["performers"]) == (14, 6)


@pytest.mark.parametrize(
    "grid",
    [
        None,
        [],
        "teks",
        [[]],
        [["", ""], ["", ""]],
        {"a": 1},
        [[{"x": 1}]],
        [["\x00\x01\x02\x03\x04\x05\x06\x07\x08" * 40]],
        [["a"] * 100] * 201,
        [["a" * 100_001]],
    ],
)
def test_what_is_no_table_is_refused_in_words(signed_in, author, version, grid):
    response = post(signed_in(author), version, "paste/", {"grid": grid})

    assert response.status_code == 422
    assert response.json()["message"] != ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"mapping": ["x"]},
        {"mapping": [5]},
        {"mapping": "no"},
        {"header_rows": -1},
        {"header_rows": 99},
    ],
)
def test_a_wrong_mapping_is_refused_in_words(signed_in, author, version, wrong):
    response = post(signed_in(author), version, "paste/", {"grid": [HEADER, *ROWS], **wrong})

    assert response.status_code == 422
