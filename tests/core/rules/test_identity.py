from datetime import date

import pytest
from tests.core.builders import good, with_identity

from okesop.core.rules import Register, check


def rules(document, **circumstances):
    return {finding.rule for finding in check(document, **circumstances)}


@pytest.mark.parametrize(
    "title",
    [
        "SOP Pengelolaan Arsip",
        "S.O.P. Pengelolaan Arsip",
        "STANDAR OPERASIONAL PROSEDUR PENGELOLAAN ARSIP",
    ],
)
def test_the_words_of_the_form_are_told_once(title):
    assert rules(with_identity(title=title)) == {"ID-05"}


def test_a_title_that_only_begins_alike_is_fine():
    assert rules(with_identity(title="Sopanan Tamu")) == set()
    assert rules(with_identity(title="Standardisasi Sarana Kerja")) == set()


def test_a_title_of_one_word_lacks_its_output():
    assert rules(with_identity(title="Evaluasi")) == {"ID-06"}


@pytest.mark.parametrize("number", ["sop/001/um/2026", " SOP/001/UM/2026 "])
def test_numbers_are_compared_without_case_and_blanks(number):
    register = Register(numbers={"SOP/001/UM/2026": "Lain"})
    assert rules(with_identity(number=number), register=register) == {"ID-02"}


@pytest.mark.parametrize(
    ("pattern", "number", "fits"),
    [
        ("{nomor}/{tahun}", "12/2026", True),
        ("{nomor}/{tahun}", "12/26", False),
        ("SOP.{unit}.{nomor}", "SOP.SEK.01", True),
        ("{klasifikasi}/{nomor}/{bulan}/{tahun}", "065.5/12/XI/2026", True),
        ("{klasifikasi}/{nomor}/{bulan}/{tahun}", "065.5/12/13/2026", False),
        ("{apa saja}", "{apa saja}", True),
        ("{lain}-{nomor}", "UM-3", True),
        ("a+b{nomor}", "aab3", False),
    ],
)
def test_a_numbering_pattern_is_followed(pattern, number, fits):
    found = rules(with_identity(number=number), register=Register(number_pattern=pattern))
    assert ("ID-03" not in found) is fits


def test_a_raw_date_is_a_date_given():
    assert rules(with_identity(created="Januari 2014")) == set()
    assert rules(with_identity(created="-")) == {"ID-08"}


@pytest.mark.parametrize(
    ("version", "revised", "found"),
    [
        (0, None, set()),
        (1, None, {"ID-10"}),
        (1, "-", {"ID-10"}),
        (1, date(2026, 1, 5), set()),
        (0, date(2026, 1, 4), {"ID-10"}),
        (2, "awal tahun", set()),
    ],
)
def test_a_changed_version_has_a_date_revised(version, revised, found):
    assert rules(with_identity(revised=revised), version=version) == found


@pytest.mark.parametrize(
    ("position", "nip", "found"),
    [
        ("Wali Kota Contoh", None, set()),
        ("Plt. Wali Kota Contoh", None, set()),
        ("a.n. Kepala Bagian Umum", None, {"ID-11"}),
        ("Kepala Bagian Umum", "19780512 200502 2 003", set()),
        ("Kepala Bagian Umum", "123", {"ID-12"}),
        (None, "19780512 200502 2 003", {"ID-11"}),
    ],
)
def test_only_civil_servants_need_a_nip(position, nip, found):
    assert rules(with_identity(approver_position=position, approver_nip=nip)) == found


def test_missing_parts_of_the_office_are_told_at_their_place():
    (finding,) = check(with_identity(institution=("", " ")))
    assert (finding.rule, finding.place) == ("ID-13", "identity/institution")


@pytest.mark.parametrize(
    ("related", "itself"),
    [
        ("Pengelolaan Surat Masuk", True),
        ("SOP pengelolaan  surat masuk.", True),
        ("SOP Pengelolaan Surat Masuk Tahun 2026", True),
        ("SOP Pengelolaan Surat Masuk (SOP/001/UM/2026)", True),
        ("Penataan Surat (SOP/001/UM/2026)", True),
        ("SOP Pengelolaan Surat Masuk Rahasia", False),
        ("SOP Pengelolaan Surat Keluar (SOP/002/UM/2026)", False),
    ],
)
def test_an_sop_is_not_its_own_relation(related, itself):
    assert ("ID-18" in rules(good(related=(related,)))) is itself


def test_a_related_sop_is_looked_up_by_its_title():
    register = Register(sops={"SOP Pengelolaan Surat Keluar": True})
    assert (
        rules(good(related=("Pengelolaan surat keluar (SOP/002/UM/2026)",)), register=register)
        == set()
    )
    assert rules(good(related=("Lain",)), register=register) == {"ID-19"}


@pytest.mark.parametrize(
    "text",
    [
        "Apabila terlambat, pemohon tidak terlayani",
        "Berkas diselesaikan paling lambat 2 hari kerja",
        "Berkas disimpan 3 (tiga) hari",
        "Kelalaian mengakibatkan sanksi",
    ],
)
def test_a_consequence_or_a_time_limit_is_a_warning(text):
    assert rules(good(warnings=("Dikerjakan dengan teliti", text))) == set()
