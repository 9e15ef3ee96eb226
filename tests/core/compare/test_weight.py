import pytest
from tests.core.compare.test_changes import NEW_STEP, after, text
from tests.core.operations.author import START

from okesop.core.compare import compare

EXITS = {"op": "set_exits", "node": "n3A"}
LARGE = {
    "langkah ditambah, dihapus, atau dipindah": [
        [{"op": "insert_steps", "after": "s2", "steps": [NEW_STEP]}],
        [{"op": "remove_steps", "steps": ["s5"]}],
        [{"op": "move_steps", "steps": ["s2"], "after": "s5"}],
    ],
    "pelaksana berubah": [
        [{"op": "insert_performer", "id": "pz", "title": "Arsiparis", "after": None}],
        [{"op": "move_symbol", "node": "n2B", "performer": "pD", "step": None}],
        [text("performers/pD/title", "Sekretaris Daerah")],
    ],
    "alur berubah": [
        [{"op": "part", "first": "n4B", "second": "n4C"}],
        [{"op": "set_exits", "node": "n2B", "exits": [{"to": "n4B", "label": None}]}],
    ],
    "jawaban keputusan berubah": [
        [
            EXITS | {"exits": [{"to": "n4B", "label": "Ya"}, {"to": "n1A", "label": "Tidak"}]},
        ],
        [EXITS | {"exits": [{"to": "n4B", "label": "Sah"}, {"to": "n2B", "label": "Tidak"}]}],
    ],
    "mutu baku berubah": [
        [text("steps/s1/time", "11 menit")],
        [text("steps/s1/time", "maks. 10 menit")],
        [text("steps/s1/output", "Surat yang sudah disahkan")],
        [text("identity/service_promise", "2 hari")],
    ],
    "isi kegiatan diganti": [[text("steps/s1/activity", "Menyusun rencana kerja bagian")]],
    "dasar hukum ditambah atau dihapus": [
        [{"op": "insert_item", "list": "legal_basis", "index": 0, "value": "UU 1/2026"}]
    ],
}
SMALL = {
    "hanya ejaan dan kalimat": [
        [text("steps/s1/activity", "Menerima surat dan memeriksa kelengkapanya.")],
        [text("steps/s2/activity", "Mencatat surat masuk pada buku agenda")],
        [text("steps/s1/output", "surat yang sudah di proses pada tahap 1")],
        [text("steps/s1/output", "Surat yang sudah diprosess pada tahap 1")],
        [text("performers/pD/title", "asisten administrasi umum")],
        [text("steps/s2/note", "Segera")],
        [{"op": "insert_item", "list": "equipment", "index": 0, "value": "Pemindai"}],
    ],
    "hanya data identitas": [[text("identity/effective", "2026-03-02")]],
}


def weight(operations):
    return compare(START, after(*operations)).weight


@pytest.mark.parametrize(
    ("reason", "operations"), [(reason, each) for reason, all_ in LARGE.items() for each in all_]
)
def test_what_somebody_has_to_do_differently_is_large(reason, operations):
    found = weight(operations)

    assert found.is_large
    assert [each.id for each in found.reasons] == [reason]


@pytest.mark.parametrize(
    ("reason", "operations"), [(reason, each) for reason, all_ in SMALL.items() for each in all_]
)
def test_wording_alone_is_small(reason, operations):
    found = weight(operations)

    assert not found.is_large
    assert [each.id for each in found.reasons] == [reason]


def test_a_time_written_otherwise_is_small():
    minutes = after(text("steps/s1/time", "60 menit"))
    hour = after(text("steps/s1/time", "1 jam"))

    assert compare(minutes, hour).weight.sentence.id == "Perubahan kecil: hanya ejaan dan kalimat"


def test_all_reasons_are_named_in_one_sentence():
    found = weight([text("steps/s1/time", "5 menit"), text("performers/pD/title", "Camat")])

    assert found.sentence.id == "Perubahan besar: pelaksana berubah, mutu baku berubah"
    assert found.sentence.en == "Large change: performers changed, standards changed"


def test_small_reasons_of_several_kinds():
    found = weight([text("steps/s2/note", "Segera"), text("identity/number", "7")])

    assert found.sentence.id == "Perubahan kecil: ejaan dan kalimat, data identitas"
