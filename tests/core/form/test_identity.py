from dataclasses import replace
from datetime import date

import pytest
from tests.core.rows import sop

from okesop.core.form import PAPERS, lay_out_identity
from okesop.core.form.head import EMBLEM, QR

DOCUMENT = sop("(A)", "(A)")


def lines(pages):
    return [line for page in pages for block in page.blocks for line in block.lines]


def text(pages):
    return "".join("".join(lines(pages)).split())


def test_one_sheet_with_everything_in_reading_order():
    pages = lay_out_identity(DOCUMENT)
    assert len(pages) == 1
    assert lines(pages) == [
        "PEMERINTAH KOTA CONTOH", "SEKRETARIAT DAERAH", "BAGIAN UMUM",
        "Nomor SOP", "SOP.UM.01.01",
        "Tanggal Pembuatan", "5 Januari 2026",
        "Tanggal Revisi", "-",
        "Tanggal Efektif", "2 Februari 2026",
        "Disahkan oleh", "Kepala Bagian Umum",
        "Wa Ode Contoh, S.Sos., M.Si.", "NIP 19750101 200003 1 001",
        "Nama SOP", "Pengelolaan Surat Masuk",
        "Dasar Hukum", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Kualifikasi Pelaksana", "Memahami tata naskah dinas",
        "Keterkaitan", "Pengelolaan Surat Keluar",
        "Peralatan dan Perlengkapan", "1.", "Komputer", "2.", "Buku agenda",
        "Peringatan", "Jika surat tidak dicatat, maka surat dapat hilang.",
        "Pencatatan dan Pendataan", "Buku agenda surat masuk",
    ]  # fmt: skip


@pytest.mark.parametrize("name", list(PAPERS))
def test_cells_and_texts_stay_within_the_sheet(name):
    paper = PAPERS[name]
    (page,) = lay_out_identity(DOCUMENT, paper, qr="7KX3-QM2P")
    for place in (*page.cells, *page.blocks, page.emblem, page.qr):
        assert place.x >= paper.left - 0.01
        assert place.x + place.width <= paper.right + 0.01
        assert place.y + place.height <= paper.bottom + 0.01


def test_a_place_is_kept_for_emblem_and_qr_and_for_the_signature():
    (page,) = lay_out_identity(DOCUMENT, qr="7KX3-QM2P")
    assert page.emblem.height == EMBLEM
    assert page.qr.width == QR
    position, name = (
        next(block for block in page.blocks if text in block.lines)
        for text in ("Kepala Bagian Umum", "Wa Ode Contoh, S.Sos., M.Si.")
    )
    assert name.y - position.y - position.height > 45
    (bare,) = lay_out_identity(DOCUMENT, emblem=False)
    assert bare.emblem is None
    assert bare.qr is None


@pytest.mark.parametrize(
    ("acting", "printed"),
    [
        (None, ["Kepala Bagian Umum"]),
        ("Plt.", ["Plt. Kepala Bagian Umum"]),
        ("a.n. Sekretaris Daerah", ["a.n. Sekretaris Daerah", "Kepala Bagian Umum"]),
    ],
)
def test_who_signs_for_whom(acting, printed):
    found = lines(lay_out_identity(sop("(A)", acting_as=acting)))
    start = found.index("Disahkan oleh") + 1
    assert found[start : start + len(printed)] == printed


def test_dates_as_they_are_known():
    pages = lay_out_identity(
        sop("(A)", created="Januari 2014", revised=date(2026, 11, 24), effective=None)
    )
    found = lines(pages)
    assert found[found.index("Tanggal Pembuatan") + 1] == "Januari 2014"
    assert found[found.index("Tanggal Revisi") + 1] == "24 November 2026"
    assert found[found.index("Tanggal Efektif") + 1] in {"", "Disahkan oleh"}


def test_a_nip_of_another_shape_is_printed_as_typed():
    assert "NIP 12-34" in lines(lay_out_identity(sop("(A)", approver_nip="12-34")))


def test_lists_longer_than_a_sheet_go_on_and_lose_nothing():
    items = tuple(f"Peraturan nomor {n} " + "tentang sesuatu " * (n % 9) for n in range(120))
    pages = lay_out_identity(replace(DOCUMENT, legal_basis=items, records=items[:5]))
    assert len(pages) > 2
    assert "Dasar Hukum (lanjutan)" in lines(pages)
    bottom = PAPERS["A4"].bottom + 0.01
    assert all(cell.y + cell.height <= bottom for page in pages for cell in page.cells)
    assert text(pages).count("tentangsesuatu") == sum(n % 9 for n in range(120)) + 10
    assert sum(line.startswith("Peraturan nomor") for line in lines(pages)) == 125


def test_a_head_higher_than_the_sheet_makes_it_higher():
    pages = lay_out_identity(sop("(A)", title="Pengelolaan surat " * 2000))
    assert pages[0].height > PAPERS["A4"].height
    assert text(pages).count("Pengelolaansurat") == 2000


def test_type_shrinks_before_a_second_sheet_is_taken():
    (plain,) = lay_out_identity(DOCUMENT)
    many = tuple(f"Peraturan Daerah Nomor {n} Tahun 2026" for n in range(15))
    (full,) = lay_out_identity(replace(DOCUMENT, legal_basis=many, equipment=many[:6]))
    assert min(block.size for block in full.blocks) < min(block.size for block in plain.blocks)
