"""What a comparison tells of single acts of an author, on a chart of six rows."""

import pytest
from tests.core.operations.author import START
from tests.core.rows import sop

from okesop.core.canonical import canonical
from okesop.core.compare import apply, compare
from okesop.core.operations import apply_change

NEW_STEP = {
    "id": "baru",
    "activity": "Menyusun usulan",
    "time": "10 menit",
    "symbols": [{"id": "n9", "performer": "pD", "kind": "process"}],
}


def text(place, value):
    return {"op": "set_text", "place": place, "value": value}


def after(*operations, document=START):
    return apply_change(document, operations).document


def told(*operations, document=START):
    comparison = compare(document, after(*operations, document=document))
    return [f"{change.place} {change.sentence.id}" for change in comparison.changes]


CASES = {
    "a standard": (
        [text("steps/s1/time", "5 m")],
        ["steps/s1 Langkah 1 diubah: Waktu “10 menit” menjadi “5 menit”"],
    ),
    "two cells of a row are one entry": (
        [text("steps/s2/note", "Segera"), text("steps/s2/output", "")],
        [
            (
                "steps/s2 Langkah 2 diubah: Output “Surat yang sudah diproses pada tahap 2” dikosongkan;"
                " Keterangan diisi “Segera”"
            )
        ],
    ),
    "a row between two others changes neither of them": (
        [{"op": "insert_steps", "after": "s2", "steps": [NEW_STEP]}],
        ["steps/baru Langkah 3 ditambah: 3. Menyusun usulan, Asisten Administrasi Umum, 10 menit"],
    ),
    "an answer whose goal is gone is told with the row that went": (
        [{"op": "remove_steps", "steps": ["s2"]}],
        [
            (
                "steps/s2 Langkah 2 lama dihapus: 2. Mencatat surat pada buku agenda,"
                " Kepala Subbagian Tata Usaha, 10 menit;"
                " langkah 2: jawaban “Tidak” dulu ke langkah 2, kini ke langkah 1"
            )
        ],
    ),
    "a row that moved past three others": (
        [{"op": "move_steps", "steps": ["s2"], "after": "s5"}],
        [
            (
                "steps/s2 Langkah 5 dipindah dari urutan 2: 5. Mencatat surat pada buku agenda,"
                " Kepala Subbagian Tata Usaha, 10 menit"
            )
        ],
    ),
    "others do it": (
        [{"op": "move_symbol", "node": "n2B", "performer": "pD", "step": None}],
        [
            (
                "steps/s2 Langkah 2 pindah pelaksana:"
                " pelaksana dari Kepala Subbagian Tata Usaha ke Asisten Administrasi Umum"
            )
        ],
    ),
    "a symbol that goes to another row leaves others behind": (
        [{"op": "move_symbol", "node": "n4C", "step": "s5", "performer": None}],
        [
            (
                "steps/s5 Langkah 5 diubah: pelaksana Kepala Bagian Umum ditetapkan;"
                " alur ke langkah 6 ditambah; langkah 4: pelaksana dari Kepala Subbagian Tata Usaha dan Kepala Bagian Umum"
                " ke Kepala Subbagian Tata Usaha"
            )
        ],
    ),
    "an answer leads elsewhere": (
        [
            {
                "op": "set_exits",
                "node": "n3A",
                "exits": [{"to": "n4B", "label": "Ya"}, {"to": "n1A", "label": "Tidak"}],
            }
        ],
        ["steps/s3 Langkah 3 diubah: jawaban “Tidak” dulu ke langkah 2, kini ke langkah 1"],
    ),
    "an answer in other words": (
        [
            {
                "op": "set_exits",
                "node": "n3A",
                "exits": [{"to": "n4B", "label": "Lengkap"}, {"to": "n2B", "label": "Tidak"}],
            }
        ],
        ["steps/s3 Langkah 3 diubah: jawaban “Ya” menjadi “Lengkap”"],
    ),
    "a diamond becomes a box": (
        [{"op": "set_kind", "node": "n3A", "kind": "process"}],
        [
            (
                "steps/s3 Langkah 3 diubah: simbol belah ketupat (keputusan) menjadi kotak;"
                " jawaban “Ya” menjadi (kosong); jawaban “Tidak” ke langkah 2 dihapus"
            )
        ],
    ),
    "joint work is parted": (
        [{"op": "part", "first": "n4B", "second": "n4C"}],
        [
            (
                "steps/s4 Langkah 4 diubah: alur ke langkah 4, Kepala Bagian Umum ditambah;"
                " kegiatan bersama diubah"
            )
        ],
    ),
    "a column comes": (
        [{"op": "insert_performer", "id": "pz", "title": "Arsiparis", "after": "pA"}],
        ["performers/pz Pelaksana “Arsiparis” ditambah"],
    ),
    "a column changes its place, its joint work nothing": (
        [{"op": "move_performer", "performer": "pC", "after": None}],
        ["performers/pC Kolom pelaksana “Kepala Bagian Umum” dipindah"],
    ),
    "a name": (
        [text("performers/pD/title", "Asisten Umum")],
        [
            (
                "performers/pD Pelaksana “Asisten Umum” diubah:"
                " Nama pelaksana “Asisten Administrasi Umum” menjadi “Asisten Umum”"
            )
        ],
    ),
    "a date in words": (
        [text("identity/effective", "2026-03-02")],
        [
            (
                "identity/effective Tanggal Efektif diubah:"
                " Tanggal Efektif “2 Februari 2026” menjadi “2 Maret 2026”"
            )
        ],
    ),
    "a list with all its entries": (
        [
            {"op": "insert_item", "list": "equipment", "index": 2, "value": "Pemindai"},
            {
                "op": "set_item",
                "list": "equipment",
                "index": 0,
                "was": "Komputer",
                "value": "Laptop",
            },
        ],
        [
            (
                "equipment Peralatan dan Perlengkapan diubah: butir 1 “Komputer” menjadi “Laptop”;"
                " butir 3 “Pemindai” ditambah"
            )
        ],
    ),
    "an entry that moved": (
        [
            {
                "op": "move_item",
                "list": "equipment",
                "index": 1,
                "was": "Buku agenda",
                "to": 0,
            }
        ],
        ["equipment Peralatan dan Perlengkapan diubah: butir 1 “Buku agenda” dipindah dari 2"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case):
    operations, wanted = CASES[case]

    assert told(*operations) == wanted


def test_a_column_that_goes_takes_its_symbols_along_in_one_entry():
    (change,) = compare(START, after({"op": "remove_performer", "performer": "pB"})).changes

    assert change.heading.id == "Pelaksana “Kepala Subbagian Tata Usaha” dihapus"
    assert {detail.place for detail in change.details if detail.sequel} == {
        "steps/s2",
        "steps/s4",
        "steps/s6",
        "edges/n3A/n1A",
    }


def test_equal_documents_tell_nothing():
    comparison = compare(START, START)

    assert (comparison.changes, comparison.untouched) == ((), 6)


def test_rows_that_nothing_touched_are_counted():
    new = after(text("steps/s1/time", "5 menit"), {"op": "remove_steps", "steps": ["s5"]})

    assert compare(START, new).untouched == 4


def test_many_rows_are_one_entry_with_a_place_each():
    rows = [NEW_STEP | {"id": f"b{n}", "symbols": []} for n in range(3)]
    (change,) = compare(START, after({"op": "insert_steps", "after": "s1", "steps": rows})).changes

    assert change.heading.id == "Langkah 2–4 ditambah"
    assert change.heading.en == "Steps added: 2–4"
    assert [detail.place for detail in change.details] == ["steps/b0", "steps/b1", "steps/b2"]


def test_each_change_can_be_done_without_the_others_of_other_rows():
    new = after(text("steps/s1/time", "5 menit"), text("steps/s2/note", "Segera"))
    first, second = compare(START, new).changes

    assert canonical(apply([first], START)) == canonical(after(text("steps/s1/time", "5 menit")))
    assert canonical(apply([second, first], START)) == canonical(new)


def test_a_column_merged_into_another_is_one_entry_with_its_decision():
    before = sop("(A)", "[B]=<C> Ya:3 Tidak:1", "(A)")
    merged = after({"op": "merge_performers", "performer": "pC", "into": "pB"}, document=before)
    (change,) = compare(before, merged).changes

    assert change.place == "performers/pC"
    assert apply([change], before) == merged
