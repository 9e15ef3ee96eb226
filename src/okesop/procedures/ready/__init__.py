"""The ready SOPs: 25 procedures that a general affairs division writes first, to start an own one from.

``READY`` is their table in the order in which they are offered; ``load`` reads the document of one. They carry no
number, no days but the one on which they were written, and no names: ``domain.starting`` makes them out to a unit.
Performers, steps and times follow forms that are in use; where none was known they are estimates for an office
of forty people (``domain/sop.md`` §6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.core.document import SopDocument
from okesop.core.parsing import parse

LETTERS: Final = _("Persuratan dan kearsipan")
GOODS: Final = _("Perlengkapan dan barang milik daerah")
HOUSEHOLD: Final = _("Rumah tangga, ruang, dan kendaraan")
GUESTS: Final = _("Tamu, acara, dan pengaduan")
MONEY: Final = _("Keuangan dan perjalanan dinas")


@dataclass(frozen=True, slots=True)
class ReadySop:
    """One ready SOP as it is offered. ``title`` is the one printed on its form."""

    slug: str
    title: str
    group: Promise
    description: Promise


READY: Final[tuple[ReadySop, ...]] = (
    ReadySop(
        "penerimaan-surat-masuk",
        "Penerimaan Surat Masuk",
        LETTERS,
        _("Dari pos jaga sampai tercatat di buku kendali. Satu keputusan: kesesuaian alamat."),
    ),
    ReadySop(
        "pengelolaan-surat-masuk",
        "Pengelolaan Surat Masuk",
        LETTERS,
        _("Agenda elektronik, disposisi berjenjang, dan tindak lanjut sampai selesai."),
    ),
    ReadySop(
        "pengelolaan-surat-keluar",
        "Pengelolaan Surat Keluar",
        LETTERS,
        _("Konsep, paraf, tanda tangan elektronik, dan pengiriman."),
    ),
    ReadySop(
        "pengiriman-surat-dinas",
        "Pengiriman Surat Dinas",
        LETTERS,
        _("Pengantaran oleh kurir dengan serah terima bersama penerima surat."),
    ),
    ReadySop(
        "penyusunan-naskah-dinas",
        "Penyusunan Naskah Dinas",
        LETTERS,
        _("Pemeriksaan dua tingkat sebelum naskah ditandatangani dan dibagikan."),
    ),
    ReadySop(
        "penerbitan-surat-tugas",
        "Penerbitan Surat Tugas",
        LETTERS,
        _("Dari nota dinas pengusul sampai surat tugas diserahkan, 125 menit."),
    ),
    ReadySop(
        "penyusunan-keputusan-sekretaris-daerah",
        "Penyusunan Keputusan Sekretaris Daerah",
        LETTERS,
        _("Telaah hukum, penelitian Asisten, penetapan, dan pendokumentasian keputusan."),
    ),
    ReadySop(
        "pemusnahan-arsip",
        "Pemusnahan Arsip",
        LETTERS,
        _("Seleksi, penilaian, persetujuan, dan pemusnahan arsip yang habis retensinya."),
    ),
    ReadySop(
        "pelayanan-permintaan-alat-tulis-kantor",
        "Pelayanan Permintaan Alat Tulis Kantor",
        GOODS,
        _("Permintaan disetujui dan barang diterima dalam 50 menit."),
    ),
    ReadySop(
        "penyaluran-barang-persediaan",
        "Penyaluran Barang Persediaan",
        GOODS,
        _("Bon permintaan, persetujuan, serah terima, dan pencatatan di aplikasi."),
    ),
    ReadySop(
        "pelaporan-barang-persediaan",
        "Pelaporan Barang Persediaan",
        GOODS,
        _("Penghitungan fisik, penelusuran selisih, berita acara, dan laporan semesteran."),
    ),
    ReadySop(
        "peminjaman-barang-inventaris",
        "Peminjaman Barang Inventaris",
        GOODS,
        _("Peminjaman, serah terima, dan pemeriksaan barang saat dikembalikan."),
    ),
    ReadySop(
        "pelaksanaan-hibah-barang-milik-daerah",
        "Pelaksanaan Hibah Barang Milik Daerah",
        GOODS,
        _("Permohonan sampai penghapusan barang dari daftar, 117 hari kerja."),
    ),
    ReadySop(
        "pelayanan-pemakaian-ruang-rapat",
        "Pelayanan Pemakaian Ruang Rapat",
        HOUSEHOLD,
        _("Pencocokan kalender pemakaian dan izin berjenjang, tanpa biaya."),
    ),
    ReadySop(
        "peminjaman-gedung-pertemuan",
        "Peminjaman Gedung Pertemuan",
        HOUSEHOLD,
        _("Izin pemakaian gedung oleh masyarakat dengan retribusi daerah."),
    ),
    ReadySop(
        "pelayanan-peminjaman-kendaraan-dinas",
        "Pelayanan Peminjaman Kendaraan Dinas",
        HOUSEHOLD,
        _("Surat izin pemakaian, serah terima kendaraan, dan pemeriksaan setelah kembali."),
    ),
    ReadySop(
        "pemeliharaan-kendaraan-dinas",
        "Pemeliharaan Kendaraan Dinas",
        HOUSEHOLD,
        _("Surat perintah pemeliharaan, perbaikan di bengkel, dan kartu pemeliharaan."),
    ),
    ReadySop(
        "penyediaan-jamuan-rapat",
        "Penyediaan Jamuan Rapat",
        HOUSEHOLD,
        _("Dari permintaan jamuan sampai dokumen pertanggungjawaban."),
    ),
    ReadySop(
        "pemeliharaan-komputer-kantor",
        "Pemeliharaan Komputer Kantor",
        HOUSEHOLD,
        _("SOP teknis dengan satu pelaksana dan tiga belas langkah."),
    ),
    ReadySop(
        "fasilitasi-penerimaan-tamu",
        "Fasilitasi Penerimaan Tamu",
        GUESTS,
        _("Rencana kunjungan, pejabat penerima, pendampingan, dan laporan."),
    ),
    ReadySop(
        "penyiapan-acara-pimpinan",
        "Penyiapan Acara Pimpinan",
        GUESTS,
        _("Susunan acara, tata tempat, gladi, dan pemanduan acara."),
    ),
    ReadySop(
        "penanganan-pengaduan",
        "Penanganan Pengaduan",
        GUESTS,
        _("Pencatatan, penelaahan, tindak lanjut, dan penilaian oleh pengadu."),
    ),
    ReadySop(
        "pengajuan-ganti-uang-persediaan",
        "Pengajuan Ganti Uang Persediaan",
        MONEY,
        _("Pertanggungjawaban belanja, SPP, SPM, sampai SP2D terbit."),
    ),
    ReadySop(
        "pembayaran-belanja-pegawai",
        "Pembayaran Belanja Pegawai",
        MONEY,
        _("Daftar gaji, SPP, SPM, sampai gaji dicairkan."),
    ),
    ReadySop(
        "penerbitan-surat-perjalanan-dinas",
        "Penerbitan Surat Perjalanan Dinas",
        MONEY,
        _("Surat tugas, surat perjalanan dinas, rincian biaya, dan uang muka."),
    ),
)

BY_SLUG: Final[Mapping[str, ReadySop]] = MappingProxyType({sop.slug: sop for sop in READY})


@cache
def load(slug: str) -> SopDocument:
    """Return the document of a ready SOP.

    Raises:
        KeyError: there is no ready SOP of this name.
        ValueError: its file is damaged; the installation is incomplete.
    """
    name = f"{BY_SLUG[slug].slug}.json"
    reading = parse(resources.files(__name__).joinpath(name).read_bytes())
    if reading.document is None or reading.problems:
        raise ValueError(f"{name}: {[problem.message.en for problem in reading.problems]}")
    return reading.document
