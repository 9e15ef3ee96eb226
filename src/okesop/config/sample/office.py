"""The sample office: its units and positions, as Permendagri 56/2019 names them."""

from dataclasses import dataclass

OFFICE = "Sekretariat Daerah Kota Kendari"


@dataclass(frozen=True, slots=True)
class Part:
    """A unit: how it is called here, what it stands below, and its positions with the leading one first."""

    key: str
    above: str
    name: str
    short: str
    positions: tuple[str, ...]


PARTS = (
    Part(
        "umum",
        "setda",
        "Bagian Umum",
        "UMUM",
        ("Kepala Bagian Umum",),
    ),
    Part(
        "tu",
        "umum",
        "Subbagian Tata Usaha",
        "TU",
        (
            "Kepala Subbagian Tata Usaha",
            "Pengelola Surat",
            "Arsiparis",
            "Pengadministrasi Umum",
            "Pengelola Kepegawaian",
            "Petugas Pengaduan",
            "Petugas Loket",
            "Kurir",
        ),
    ),
    Part(
        "perlengkapan",
        "umum",
        "Subbagian Perlengkapan",
        "PERLENGKAPAN",
        (
            "Kepala Subbagian Perlengkapan",
            "Pengurus Barang",
            "Petugas Gudang",
            "Operator Persediaan",
            "Pengelola Kendaraan",
            "Pengemudi",
            "Teknisi Komputer",
            "Pejabat Pelaksana Teknis Kegiatan",
        ),
    ),
    Part(
        "rt",
        "umum",
        "Subbagian Rumah Tangga",
        "RT",
        (
            "Kepala Subbagian Rumah Tangga",
            "Staf Rumah Tangga",
            "Petugas Gedung",
            "Satuan Pengamanan",
            "Pramubakti",
        ),
    ),
    Part(
        "organisasi",
        "setda",
        "Bagian Organisasi",
        "ORG",
        (
            "Kepala Bagian Organisasi",
            "Analis Tata Laksana",
            "Analis Kelembagaan",
            "Pranata Komputer",
        ),
    ),
    Part(
        "hukum", "setda", "Bagian Hukum", "HUKUM", ("Kepala Bagian Hukum", "Perancang Peraturan")
    ),
    Part(
        "tapem",
        "setda",
        "Bagian Tata Pemerintahan",
        "TAPEM",
        ("Kepala Bagian Tata Pemerintahan",),
    ),
    Part(
        "kesra",
        "setda",
        "Bagian Kesejahteraan Rakyat",
        "KESRA",
        ("Kepala Bagian Kesejahteraan Rakyat",),
    ),
    Part("ekonomi", "setda", "Bagian Perekonomian", "EKON", ("Kepala Bagian Perekonomian",)),
    Part(
        "adpem",
        "setda",
        "Bagian Administrasi Pembangunan",
        "ADPEM",
        ("Kepala Bagian Administrasi Pembangunan",),
    ),
    Part(
        "pengadaan",
        "setda",
        "Bagian Pengadaan Barang dan Jasa",
        "PBJ",
        ("Kepala Bagian Pengadaan Barang dan Jasa",),
    ),
    Part(
        "protokol",
        "setda",
        "Bagian Protokol dan Komunikasi Pimpinan",
        "PROKOPIM",
        (
            "Kepala Bagian Protokol dan Komunikasi Pimpinan",
            "Kepala Subbagian Protokol",
            "Petugas Protokol",
        ),
    ),
    Part(
        "keuangan",
        "setda",
        "Bagian Perencanaan dan Keuangan",
        "RENKEU",
        (
            "Kepala Bagian Perencanaan dan Keuangan",
            "Pejabat Penatausahaan Keuangan",
            "Bendahara Pengeluaran",
            "Pengelola Gaji",
        ),
    ),
)

LEADERS = (
    "Sekretaris Daerah",
    "Asisten Pemerintahan dan Kesejahteraan Rakyat",
    "Asisten Perekonomian dan Pembangunan",
    "Asisten Administrasi Umum",
)

AUDITOR = "Auditor Inspektorat"
"""Sent by the inspectorate; stands in the office's own unit, reads everything and changes nothing."""

CHECKERS = ("Kepala Bagian Organisasi", "Analis Tata Laksana")
"""Positions that verify the SOPs of the whole office."""

FURTHER_ROLES = {
    "Arsiparis": "archivist",
    "Kepala Bagian Perencanaan dan Keuangan": "performance_author",
    "Pranata Komputer": "administrator",
}
"""What else positions do over the whole office."""

PERFORMERS = (
    "Petugas Loket",
    "Kurir",
    "Petugas Gudang",
    "Pengemudi",
    "Petugas Gedung",
    "Satuan Pengamanan",
    "Pramubakti",
)
"""Positions that perform SOPs and write none."""
