import json
from dataclasses import replace
from datetime import UTC, datetime

from tests.core.rows import sop
from tests.golden import assert_golden

from okesop.core.canonical import canonical
from okesop.core.form import PAPERS, Part, sheets_of
from okesop.core.writers.pdf import Marks, source
from okesop.core.writers.pdf.template import SOURCE

AT = datetime(2026, 11, 24, 3, tzinfo=UTC)
DOCUMENT = sop("(A)", "<B> Ya:3 Tidak:1", "(A)")


def data_of(document=DOCUMENT, part=Part.WHOLE, marks=None):
    job = source(sheets_of(document, PAPERS["A4"], part), marks or Marks(at=AT))
    return json.loads(job.inputs["sheets"])


def test_golden_identity_sheet():
    (sheet,) = data_of(part=Part.IDENTITY)["sheets"]
    assert_golden("identity.json", json.dumps(sheet, ensure_ascii=False, indent=1) + "\n")


def test_the_source_is_the_same_for_every_document():
    assert source(sheets_of(DOCUMENT, PAPERS["A4"]), Marks(at=AT)).source == SOURCE
    assert "Surat" not in SOURCE


def test_the_attached_document_is_canonical():
    job = source(sheets_of(DOCUMENT, PAPERS["A4"]), Marks(at=AT))
    assert job.inputs["document"].encode() == canonical(DOCUMENT)


def test_sheets_are_counted_over_both_parts():
    counters = [sheet["counter"] for sheet in data_of()["sheets"]]
    assert counters == ["Halaman 1 dari 2", "Halaman 2 dari 2"]
    assert [sheet["kind"] for sheet in data_of()["sheets"]] == ["identity", "table"]
    assert [sheet["kind"] for sheet in data_of(part=Part.TABLE)["sheets"]] == ["table"]


def test_only_what_is_not_approved_is_a_draft():
    assert data_of()["draft"] is True
    assert data_of()["sheets"][0]["foot"].startswith("DRAF, belum disahkan")
    approved = data_of(marks=Marks(at=AT, approved=True))
    assert approved["draft"] is False
    assert approved["sheets"][0]["foot"] == "SOP.UM.01.01  ·  Pengelolaan Surat Masuk"


def test_a_long_name_is_shortened_at_the_foot_alone():
    data = data_of(sop("(A)", title="Pengelolaan surat " * 60))
    assert data["sheets"][0]["foot"].endswith("…")
    assert data["title"].count("Pengelolaan") == 60


def test_rows_hold_a_cell_for_every_column():
    data = data_of()
    columns = data["columns"]
    assert [column["heading"][0] for column in columns[:2]] == ["No", "Kegiatan"]
    for row in data["sheets"][1]["rows"]:
        assert len(row["cells"]) == len(columns)
        assert [cell is None for cell in row["cells"]] == [False, False, True, True, *[False] * 4]


def test_without_performers_their_column_is_empty():
    data = data_of(replace(DOCUMENT, performers=(), nodes=(), edges=()))
    assert len(data["columns"]) == 7
    assert data["groups"][0]["count"] == 1


def test_nothing_typed_reaches_the_source():
    job = source(sheets_of(sop("(A)", title='#panic("x")'), PAPERS["A4"]), Marks(at=AT))
    assert "panic" not in job.source
    assert '#panic(\\"x\\")' in job.inputs["sheets"]
