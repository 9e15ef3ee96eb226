from dataclasses import replace

from tests.core.rows import sop

from okesop.core.form import printed_texts, unprintable


def test_every_printed_text_has_its_place():
    places = dict(printed_texts(sop("(A)", "<B> Ya:1 Tidak:3", "(A)")))
    assert places["identity/title"] == "Pengelolaan Surat Masuk"
    assert places["identity/institution/1"] == "SEKRETARIAT DAERAH"
    assert places["equipment/1"] == "Buku agenda"
    assert places["performers/pB"] == "Kepala Subbagian Tata Usaha"
    assert places["steps/s1/time"] == "10 menit"
    assert places["edges/n2B/n1A"] == "Ya"


def test_names_what_no_font_has_and_where():
    document = sop("(A)", title="漢 Surat", unit="BAGIAN \uf0b7")
    document = replace(document, records=("Buku", "字 dan 字"))
    assert unprintable(document) == (("identity/title", ("漢",)), ("records/1", ("字",)))
    assert unprintable(sop("(A)")) == ()
