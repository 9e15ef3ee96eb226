"""Pasted tables as they come from offices: odd headers, odd marks, odd everything."""

import pytest
from tests.core.rows import flow, sop

from okesop.core.document import Performer, SopDocument, Step
from okesop.core.operations import apply, apply_change, validate
from okesop.core.readers.table import Unreadable, read_table

EMPTY = SopDocument(steps=(Step("s1"),))

OFFICIAL = """
No. | Kegiatan           | Pelaksana |         |       | Mutu Baku   |          |        | Ket.
    |                    | Sekretaris | Kasubag TU | Kepala Bagian | Kelengkapan | Waktu | Output |
(1) | (2)                | (3)       | (4)     | (5)   | (6)         | (7)      | (8)    | (9)
1   | Menerima surat     | ○         |         |       | Surat       | 5 menit  | Surat diterima |
2   | Memeriksa surat    |           | ◇       |       | Surat       | 10 menit | Lembar periksa | Tidak ke 2
3   | Menyusun balasan   | v         | V       |       | Disposisi   | 1 jam    | Konsep |
4   | Menandatangani     |           |         | ✓     | Konsep      | 5 menit  | Surat balasan | SOP lain
"""


def table(text):
    """A grid of a drawing with bars; ``/`` stands for a line break in a cell."""
    rows = [line.split("|") for line in text.strip().split("\n")]
    return [[cell.strip().replace(" / ", "\n") for cell in row] for row in rows]


def put(reading, document=EMPTY):
    for operation in reading.operations:
        validate(operation)
    return apply_change(document, reading.operations).document


def roles(reading):
    return [str(role) for role in reading.mapping]


def lines(*rows):
    return [list(row) for row in rows]


def test_the_official_table_becomes_a_flow():
    reading = read_table(table(OFFICIAL), EMPTY)
    assert roles(reading) == [
        "no",
        "activity",
        *["performer"] * 3,
        "requirements",
        "time",
        "output",
        "note",
    ]
    assert (reading.header_rows, reading.steps, reading.performers) == (3, 4, 3)
    assert reading.messages == ()
    document = put(reading)
    assert [performer.title for performer in document.performers] == [
        "Sekretaris",
        "Kasubag TU",
        "Kepala Bagian",
    ]
    assert [(s.activity, s.time, s.note) for s in document.steps][1:3] == [
        ("Memeriksa surat", "10 menit", "Tidak ke 2"),
        ("Menyusun balasan", "1 jam", ""),
    ]
    assert [text.replace("p", "") for text in flow(document)] == [
        "(1) >2",
        "<2> Ya:3",
        "[1]=[2] >4",
        "(3)",
    ]


def flow_of(document):
    letters = {performer.id: chr(65 + at) for at, performer in enumerate(document.performers)}
    marks = {"terminator": "({})", "process": "[{}]", "decision": "<{}>"}
    return [
        "".join(
            marks[node.kind.value].format(letters[node.performer])
            for node in document.nodes
            if node.step == step.id
        )
        for step in document.steps
    ]


def test_the_paste_goes_behind_a_row_and_fits_performers_of_the_draft():
    draft = sop("(A)", "(B)")
    performers = (Performer("pA", "SEKRETARIS"), Performer("pB", "Kepala Sub Bagian Tata Usaha"))
    draft = SopDocument(
        performers=performers, steps=draft.steps, nodes=draft.nodes, edges=draft.edges
    )
    reading = read_table(table(OFFICIAL), draft, after="s1", prefix="z")
    assert [o["op"] for o in reading.operations] == ["insert_performer", "insert_steps"]
    assert [message.id for message in reading.messages] == [
        "“Kasubag TU” dipasangkan dengan pelaksana “Kepala Sub Bagian Tata Usaha” yang sudah ada."
    ]
    document = put(reading, draft)
    assert flow_of(document) == ["(A)", "[A]", "<B>", "[A][B]", "[C]", "(B)"]
    assert [len([e for e in document.edges if not e.joint])] == [5]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("No", "no"),
        ("NOMOR URUT", "no"),
        ("Aktivitas/ Kegiatan", "activity"),
        ("URAIAN PROSEDUR", "activity"),
        ("Uraian Kegiatan", "activity"),
        ("Langkah-langkah", "activity"),
        ("Persyaratan/\nKelengkapan", "requirements"),
        ("Kelengkapan/Perlengkapan", "requirements"),
        ("Sumber Data", "requirements"),
        ("Input", "requirements"),
        ("Waktu Penyelesaian", "time"),
        ("Durasi", "time"),
        ("Keluaran", "output"),
        ("Output/Hasil", "output"),
        ("KET.", "note"),
        ("Catatan", "note"),
    ],
)
def test_headings_are_known_by_their_words(heading, role):
    other = "Kegiatan" if role != "activity" else "Waktu"
    grid = lines([heading, other], ["1 jam", "Menerima surat"], ["2 jam", "Mencatat surat"])
    assert roles(read_table(grid, EMPTY))[0] == role


def test_columns_may_change_their_order_and_be_missing():
    grid = table("""
    Aktivitas | Staf | Kabag | Output | Waktu
    Menerima  | x    |       | Surat  | 5 menit
    Membalas  |      | x     | Surat  | 5 menit
    """)
    reading = read_table(grid, EMPTY)
    assert roles(reading) == ["activity", "performer", "performer", "output", "time"]
    assert flow_of(put(reading)) == ["(A)", "(B)"]


def test_a_table_without_header_is_guessed_from_its_content():
    grid = table("""
    1 | Menerima surat masuk  | x |   | Surat    | 5 menit | Surat diterima | Lihat SOP lain
    2 | Mencatat surat masuk  |   | x | Agenda   | 1 jam   | Catatan        |
    3 | Menyampaikan surat    | x |   | Surat    | 1 hari  | Tanda terima   |
    """)
    reading = read_table(grid, EMPTY)
    assert roles(reading) == [
        "no",
        "activity",
        "performer",
        "performer",
        "requirements",
        "time",
        "output",
        "note",
    ]
    assert reading.header_rows == 0
    assert [message.id[:26] for message in reading.messages] == [
        "Baris judul tidak ditemuka",
        "Kolom ke-3 tidak berjudul;",
        "Kolom ke-4 tidak berjudul;",
    ]
    titles = [performer.title for performer in put(reading).performers]
    assert titles == ["Pelaksana 1", "Pelaksana 2"]


def test_the_author_corrects_the_mapping():
    grid = lines(["Bla", "Blub", "Blib"], ["Menerima", "x", "5 menit"])
    mapping = ["activity", "performer", "time"]
    reading = read_table(grid, EMPTY, mapping=mapping, header_rows=1)
    document = put(reading)
    assert document.steps[0].time == "5 menit"
    assert document.performers[0].title == "Blub"
    assert flow_of(document) == ["(A)"]


@pytest.mark.parametrize("mapping", [["activity"], ["activity", "x", "y"], ["no", "no", 5]])
def test_a_mapping_that_does_not_fit_is_refused(mapping):
    with pytest.raises(Unreadable):
        read_table(lines(["a", "b", "c"]), EMPTY, mapping=mapping)


def test_one_column_of_names_becomes_performers():
    grid = table("""
    No | Kegiatan | Pelaksana         | Waktu
    1  | Menerima | Staf              | 5 menit
    2  | Memeriksa | Kabag / Staf     | 5 menit
    3  | Mengirim | -                 | 5 menit
    """)
    reading = read_table(grid, EMPTY)
    document = put(reading)
    assert [performer.title for performer in document.performers] == ["Staf", "Kabag"]
    assert flow_of(document) == ["(A)", "(B)(A)", ""]
    assert reading.messages[-1].id == "1 langkah belum memiliki simbol pelaksana."


def test_merged_headings_may_be_repeated_in_each_of_their_cells():
    grid = table("""
    No | Kegiatan | Pelaksana | Pelaksana | Mutu Baku | Mutu Baku
    No | Kegiatan | Staf      | Kabag     | Waktu     | Output
    1  | Menerima | x         |           | 5 menit   | Surat
    """)
    reading = read_table(grid, EMPTY)
    assert (reading.header_rows, reading.performers, reading.steps) == (2, 2, 1)


def test_two_levels_of_performers_tell_equal_names_apart():
    grid = table("""
    No | Kegiatan | Pelaksana |      |       |      | Mutu Baku
       |          | Provinsi  |      | Kota  |      | Waktu
       |          | Kepala    | Staf | Kepala | Staf |
    1  | Menerima | x         |      |       |      | 5 menit
    """)
    reading = read_table(grid, EMPTY)
    titles = [o["title"] for o in reading.operations if o["op"] == "insert_performer"]
    assert titles == ["Provinsi Kepala", "Provinsi Staf", "Kota Kepala", "Kota Staf"]


@pytest.mark.parametrize(
    ("mark", "symbol"),
    [(m, "[A]") for m in ("x", "X", "v", "V", "✓", "√", "✔", "○", "O", "●", "1", "□", "[ ]", "■")]
    + [(m, "(A)") for m in ("mulai", "Selesai", "Mulai/Selesai", "⬭", "( )")]
    + [(m, "<A>") for m in ("◇", "◆", "?", "keputusan", "Ya/Tidak", "<>")]
    + [(m, "") for m in ("", "-", "–", "Ya", "Tidak")]
    + [("paraf", "[A]")],
)
def test_marks_are_symbols(mark, symbol):
    rows = [["Awal", "x", ""], ["Tengah", mark, "x" if not symbol else ""], ["Akhir", "x", ""]]
    grid = lines(["Kegiatan", "Staf", "Kabag", "Waktu"], *[[*row, "1 jam"] for row in rows])
    document = put(read_table(grid, EMPTY))
    assert flow_of(document)[1] == (symbol or "[B]")


def test_rings_are_capsules_where_boxes_are_drawn_too():
    grid = lines(["Kegiatan", "Staf", "Waktu"], *[[f"Kegiatan {m}", m, "1 jam"] for m in "○□○□○"])
    assert flow_of(put(read_table(grid, EMPTY))) == ["(A)", "[A]", "(A)", "[A]", "(A)"]


def test_only_one_decision_in_a_row_and_odd_marks_are_told():
    grid = lines(
        ["Kegiatan", "Staf", "Kabag", "Waktu"],
        ["Memeriksa", "◇", "◇", "1 jam"],
        ["Mengirim", "paraf", "Tidak", "1 jam"],
    )
    reading = read_table(grid, EMPTY)
    assert [message.id[:24] for message in reading.messages] == [
        "Langkah 1 memuat lebih d",
        "Tanda “paraf” pada kolom",
        "Kata jawaban seperti “Ti",
    ]
    assert flow_of(put(reading)) == ["<A>(B)", "(A)"]


def test_repeated_headers_totals_and_torn_rows_are_no_steps():
    grid = table("""
    SOP Surat Masuk | | | |
    No | Kegiatan | Staf | Kelengkapan | Waktu
    1  | Menerima | x    | Surat       | 5 menit
    No | Kegiatan | Staf | Kelengkapan | Waktu
       |          |      | dan amplop  |
    1  | 2        | 3    | 4           | 5
    2  | Mencatat / dengan teliti | x | Agenda | 5 menit
       | Jumlah   |      |             | 10 menit
    """)
    document = put(read_table(grid, EMPTY))
    assert [(s.activity, s.requirements) for s in document.steps] == [
        ("Menerima", "Surat\ndan amplop"),
        ("Mencatat\ndengan teliti", "Agenda"),
    ]


def test_a_step_whose_cells_are_words_of_headings_stays_a_step():
    head = ["No", "Kegiatan", "Pengelola", "Kelengkapan", "Waktu", "Output", "Keterangan"]
    step = ["1", "Memeriksa berkas", "x", "Berkas", "5 menit", "Hasil", ""]
    reading = read_table([head, step, head, step], EMPTY)
    assert reading.steps == 2


def test_unused_columns_are_told_and_empty_borders_dropped():
    grid = table("""
    | | | |
    | Kegiatan | Waktu | Warna | Ket
    | Menerima | 1 jam | Merah | Lekas
    | | | |
    """)
    reading = read_table(grid, EMPTY)
    assert roles(reading) == ["activity", "time", "ignore", "note"]
    assert reading.messages[0].id == "Kolom “Warna” tidak dipakai."
    assert reading.rows == (("Menerima", "1 jam", "Merah", "Lekas"),)


def test_a_blank_draft_gives_its_empty_rows_up():
    document = put(read_table(table(OFFICIAL), EMPTY, after="s1"))
    assert len(document.steps) == 4


def test_controls_and_invisible_characters_are_stripped():
    grid = lines(
        ["Kegi\u200batan", "Waktu"], ["Mene\x00rima\u00a0 surat\r\n", "\ufeff5 menit\x07"]
    )
    document = put(read_table(grid, EMPTY))
    assert (document.steps[0].activity, document.steps[0].time) == ("Menerima surat", "5 menit")


@pytest.mark.parametrize(
    "grid",
    [
        None,
        "teks",
        [],
        [[]],
        [["", " "]],
        ["a", "b"],
        [[{"a": 1}]],
        [[True]],
        [["\x00\x01\x02\x03\x04\x05\x06\x07PNG\x08\x0e\x0f"]],
        [["�" * 40, "abc"]],
        [["x" * 100_001]],
        [["x"] * 20_001],
        [["x"] * 41] * 600,
    ],
    ids=range(13),
)
def test_what_is_no_table_is_refused_in_words(grid):
    with pytest.raises(Unreadable) as refusal:
        read_table(grid, EMPTY)
    assert refusal.value.message.id.endswith(".")


def test_twenty_thousand_cells_of_text_are_read_and_too_many_steps_refused():
    rows = [["Menerima surat"] + ["x"] * 3 + ["5 menit"] for _ in range(3_999)]
    grid = [["Kegiatan", "Staf", "Kabag", "Kabid", "Waktu"], *rows]
    with pytest.raises(Unreadable) as refusal:
        read_table(grid, EMPTY)
    assert "500 langkah" in refusal.value.message.id
    many = [
        ["Kegiatan", *(f"Jabatan {n}" for n in range(45)), "Waktu"],
        ["Rapat", *["x"] * 45, ""],
    ]
    with pytest.raises(Unreadable) as refusal:
        read_table(many, EMPTY)
    assert "40 pelaksana" in refusal.value.message.id


def test_a_table_without_activities_says_so():
    grid = lines(["x", "x"], ["x", ""])
    reading = read_table(grid, EMPTY)
    assert reading.operations == ()
    assert "Kolom Kegiatan tidak ditemukan" in reading.messages[0].id


def test_ids_of_a_paste_are_new():
    first = put(read_table(table(OFFICIAL), EMPTY))
    again = read_table(table(OFFICIAL), first, after=first.steps[-1].id)
    assert (
        len(
            apply(
                put(again, first), {"op": "remove_steps", "steps": [first.steps[0].id]}
            ).document.steps
        )
        == 7
    )
