import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core import regulations
from okesop.core.regulations import Rank

WRITTEN = {
    "UU No. 43 Tahun 2009 tentang Kearsipan;": "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "1. Undang - Undang Nomor 25 tahun 2009 Tentang Pelayanan Publik.": (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
    ),
    "UU 12/2011 ttg Pembentukan Peraturan": "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan",
    "UU No. 25/2009 tentang Pelayanan Publik": "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "PP 28 tahun 2012 tentang Arsip": "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Arsip",
    "PermenPAN-RB Nomor 35 Tahun 2012 tentang Pedoman SOP": (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman SOP"
    ),
    "Peraturan Presiden Republik Indonesia Nomor 16 Tahun 2018 tentang Pengadaan": (
        "Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan"
    ),
    "Peraturan Menteri X Nomor PER/21/M.PAN/11/2008 tentang Pedoman": (
        "Peraturan Menteri X Nomor PER/21/M.PAN/11/2008 tentang Pedoman"
    ),
    "Perwali Contoh Nomor 5 Tahun 2020 tentang Naskah": "Peraturan Wali Kota Contoh Nomor 5 Tahun 2020 tentang Naskah",
    "SE Sekda Nomor 5 / SE / 2020 tentang Jam Kerja": "Surat Edaran Sekda Nomor 5/SE/2020 tentang Jam Kerja",
    "Buku saku pegawai": "Buku saku pegawai",
}
RANKS = {
    "UUD 1945": Rank.CONSTITUTION,
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945": Rank.CONSTITUTION,
    "Ketetapan MPR Nomor 1 Tahun 2003 tentang X": Rank.ASSEMBLY,
    "Perppu Nomor 2 Tahun 2022 tentang X": Rank.LAW,
    "UU 1/2023 tentang X": Rank.LAW,
    "PP Nomor 1 Tahun 2023 tentang X": Rank.GOVERNMENT,
    "Keppres Nomor 1 Tahun 2023 tentang X": Rank.PRESIDENT,
    "Permendagri Nomor 1 Tahun 2023 tentang X": Rank.MINISTER,
    "Peraturan Kepala ANRI Nomor 1 Tahun 2023 tentang X": Rank.MINISTER,
    "Peraturan Daerah Kota Contoh Nomor 1 Tahun 2023 tentang X": Rank.REGION,
    "Pergub Nomor 1 Tahun 2023 tentang X": Rank.REGION,
    "Peraturan Walikota Contoh Nomor 1 Tahun 2023 tentang X": Rank.MAYOR,
    "Keputusan Bupati Contoh Nomor 1 Tahun 2023 tentang X": Rank.MAYOR,
    "Surat Edaran Menteri Nomor 1 Tahun 2023 tentang X": Rank.CIRCULAR,
    "Pedoman internal": None,
}
INCOMPLETE = [
    "UU Kearsipan",
    "Undang-Undang Nomor 43 Tahun 2009",
    "Undang-Undang tentang Kearsipan",
    "Undang-Undang Nomor 43 tentang Kearsipan",
    "Nomor 43 Tahun 2009 tentang Kearsipan",
    "Perpres No. 16 Tahun 2018 jo. Perpres No. 12 Tahun 2021",
    "",
]


@pytest.mark.parametrize(("text", "out"), WRITTEN.items())
def test_a_citation_is_written_in_one_form(text, out):
    assert regulations.written(text) == out
    assert regulations.written(out) == out


@pytest.mark.parametrize(("text", "rank"), RANKS.items())
def test_a_kind_has_its_place(text, rank):
    assert regulations.parse(text).rank == rank


@pytest.mark.parametrize("text", INCOMPLETE)
def test_what_is_missing_is_noticed(text):
    assert not regulations.parse(text).is_complete


@pytest.mark.parametrize("text", [text for text in RANKS if RANKS[text]])
def test_what_is_whole_is_complete(text):
    assert regulations.parse(text).is_complete


def test_two_citations_of_one_regulation_have_one_key():
    long = "Undang-Undang Republik Indonesia Nomor 43 Tahun 2009 tentang Kearsipan"
    assert regulations.parse("UU 43/2009").key == regulations.parse(long).key


def test_the_order_is_that_of_the_hierarchy():
    law, rule, mayor = (
        "UU 1/2020 tentang X",
        "PP 2/2020 tentang X",
        "Perwali Nomor 3 Tahun 2020 tentang X",
    )
    assert regulations.in_order((law, rule, "Buku saku", mayor)) is None
    assert regulations.in_order((law, mayor, rule)) == 2
    assert regulations.in_order(()) is None


def test_the_year_of_an_amended_law_is_not_taken_for_its_own():
    text = (
        "Peraturan Menteri X Nomor 5 tentang Perubahan atas Peraturan Menteri X Nomor 9 Tahun 2017"
    )
    assert regulations.parse(text).year is None


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    assert regulations.parse(regulations.written(text)).raw is not None


def test_a_long_text_is_read_quickly_enough_to_return():
    assert regulations.parse("nomor / " * 50_000).kind is None
