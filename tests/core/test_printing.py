from dataclasses import replace

from tests.core.rows import sop

from okesop.core.printing import print_findings, printed_texts, unprintable
from okesop.core.rules import Severity, Waiver

ODD = replace(
    sop("(A)", title="漢 Surat", unit="BAGIAN \uf0b7"), records=("Buku", "字 dan 字 \ue000")
)


def test_every_printed_text_has_its_place():
    places = dict(printed_texts(sop("(A)", "<B> Ya:1 Tidak:3", "(A)")))
    assert places["identity/title"] == "Pengelolaan Surat Masuk"
    assert places["identity/institution"] == "PEMERINTAH KOTA CONTOH\nSEKRETARIAT DAERAH"
    assert places["equipment/1"] == "Buku agenda"
    assert places["performers/pB"] == "Kepala Subbagian Tata Usaha"
    assert places["steps/s1/time"] == "10 menit"
    assert places["edges/n2B/n1A"] == "Ya"


def test_names_what_no_font_has_and_where():
    assert unprintable(ODD) == (("identity/title", ("漢",)), ("records/1", ("字", "\ue000")))
    assert unprintable(sop("(A)")) == ()


def test_is_a_warning_at_its_place():
    first, second = print_findings(ODD, [Waiver("CT-01", "records/1", "kutipan asli")])
    assert (first.rule, first.severity, first.place) == (
        "CT-01",
        Severity.WARNING,
        "identity/title",
    )
    assert "“漢”" in first.message.id
    assert second.waived == "kutipan asli"
    assert "U+E000" in second.message.en
    assert print_findings(sop("(A)")) == ()
