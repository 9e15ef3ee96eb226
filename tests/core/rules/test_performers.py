from dataclasses import replace

import pytest
from tests.core.builders import good, identity, with_identity, with_step, with_title

from okesop.core.document import Performer
from okesop.core.rules import Register, check


def rules(document, **circumstances):
    return {finding.rule for finding in check(document, **circumstances)}


@pytest.mark.parametrize(
    "title",
    [
        "Andi Rahman, S.E., M.Si.",
        "Ir. Hasan",
        "Bapak Andi",
        "Drs. H. Umar",
        "Sitti Rahma Yunus, S.Sos.",
        "19780512 200502 2 003",
    ],
)
def test_a_person_is_told_from_a_position(title):
    assert rules(with_title(2, title)) == {"PF-06"}


@pytest.mark.parametrize(
    "title",
    [
        "Kepala Subbagian T.U.",
        "Ibu Kota",
        "Kepala S.D. Negeri",
        "Direktur M.I.",
        "Irban I",
        "Dokter Jaga",
        "PPK/PPTK",
        "Asisten Administrasi Umum",
        "Sekda",
    ],
)
def test_a_position_is_left_alone(title):
    assert rules(with_title(2, title)) == set()


@pytest.mark.parametrize(
    "title", ["Aplikasi Srikandi", "SIPD", "Portal Layanan", "E-Katalog", "website"]
)
def test_an_application_is_no_performer(title):
    assert rules(with_title(2, title)) == {"PF-07"}


@pytest.mark.parametrize(
    "title", ["Admin Srikandi", "Operator SIPD", "Pengelola Aplikasi", "Pranata Komputer"]
)
def test_who_works_an_application_is_a_performer(title):
    assert rules(with_title(2, title)) == set()


def test_a_span_uses_all_its_columns():
    document = good()
    wide = replace(document.nodes[2], performer="p1", span=("p1", "p3"))
    other = replace(document.nodes[3], performer="p1")
    document = replace(document, nodes=(*document.nodes[:2], wide, other, document.nodes[4]))
    assert rules(document) == set()


def test_outsiders_and_groups_are_in_no_register():
    register = Register(positions=frozenset({"Pengelola Surat", "Kepala Bagian Umum"}))
    for title in ("Pemohon", "Tim Pengadaan", "Penyedia Jasa", "kepala bagian  umum"):
        assert "PF-09" not in rules(with_title(2, title), register=register)
    for title in (
        "Wali Kota",
        "Kuasa Bendahara Umum Daerah",
        "Pejabat Pelaksana Teknis Kegiatan",
    ):
        assert "PF-09" not in rules(with_title(2, title), register=register)


def test_a_position_by_reference_is_known():
    performers = tuple(Performer(p.id, p.title, position="x") for p in good().performers)
    assert rules(good(performers=performers), register=Register(positions=frozenset())) == set()


def test_a_kind_of_sop_that_is_unknown_asks_for_nothing():
    assert rules(with_identity(nature=None)) == set()
    assert "PF-02" in rules(
        replace(good(performers=()), identity=identity(nature="Administratif"))
    )


def test_one_performer_does_technical_work():
    assert "PF-03" in rules(with_identity(nature="teknis"))


@pytest.mark.parametrize(
    ("output", "found"),
    [
        ("1 hari", {"MB-08"}),
        ("15 menit", {"MB-08"}),
        ("2 m", set()),
        ("Jadwal 3 hari", set()),
        ("1 berkas", set()),
        ("Laporan 1 bulan", set()),
    ],
)
def test_an_output_is_no_time(output, found):
    assert rules(with_step(2, output=output)) == found


def test_a_promise_that_says_no_time_promises_nothing():
    assert rules(with_identity(service_promise="secepatnya")) == set()


def test_the_total_is_told_with_the_promise():
    (finding,) = check(with_identity(service_promise="maks. 30 menit"))
    assert (
        finding.message.id
        == "Total waktu 1 jam 15 menit melebihi jangka waktu pelayanan 30 menit."
    )
