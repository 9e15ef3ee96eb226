"""Which SOPs the sample office is writing: each begins as a ready one, some with fields still blank."""

from typing import NamedTuple


class Draft(NamedTuple):
    """A draft: the ready SOP it began as, the unit that writes it, the unit on its paper, its author, its age in days.

    ``blank`` are places that its author had not filled in when he began.
    """

    slug: str
    unit: str
    paper: str
    by: str
    days: int
    blank: tuple[str, ...] = ()


DRAFTS = (
    Draft("penerimaan-surat-masuk", "tu", "umum", "sitti.jumrana", 96),
    Draft("pengelolaan-surat-masuk", "tu", "umum", "dewi.anggriani", 95, ("steps/s10/time",)),
    Draft("pengelolaan-surat-keluar", "tu", "umum", "sitti.jumrana", 90),
    Draft("pelayanan-permintaan-alat-tulis-kantor", "perlengkapan", "umum", "sri.melania", 88),
    Draft("pengiriman-surat-dinas", "tu", "umum", "dewi.anggriani", 83, ("records",)),
    Draft("penyaluran-barang-persediaan", "perlengkapan", "umum", "sri.melania", 81),
    Draft("penyusunan-naskah-dinas", "tu", "umum", "sitti.jumrana", 76),
    Draft("penerbitan-surat-tugas", "tu", "umum", "asrul.mekuo", 70),
    Draft("pelaporan-barang-persediaan", "perlengkapan", "umum", "yuliana.sorumba", 60),
    Draft("pelayanan-pemakaian-ruang-rapat", "rt", "umum", "baso.ramlan", 52),
    Draft("peminjaman-gedung-pertemuan", "rt", "umum", "baso.ramlan", 48, ("qualifications",)),
    Draft("peminjaman-barang-inventaris", "perlengkapan", "umum", "sri.melania", 45),
    Draft("pelaksanaan-hibah-barang-milik-daerah", "perlengkapan", "umum", "ode.fadlan", 40),
    Draft("penyusunan-keputusan-sekretaris-daerah", "hukum", "hukum", "tenri.ampawali", 37),
    Draft(
        "penanganan-pengaduan",
        "tu",
        "umum",
        "aisyah.tombili",
        34,
        ("steps/s6/time", "steps/s6/output"),
    ),
    Draft("pengajuan-ganti-uang-persediaan", "keuangan", "keuangan", "rahmawati.tundu", 30),
    Draft("pemusnahan-arsip", "tu", "umum", "syahrir.lapandewa", 28),
    Draft("penerbitan-surat-perjalanan-dinas", "tu", "umum", "asrul.mekuo", 25),
    Draft(
        "pelayanan-peminjaman-kendaraan-dinas",
        "perlengkapan",
        "umum",
        "ode.fadlan",
        21,
        ("warnings", "steps/s8/time", "steps/s9/output"),
    ),
    Draft("pemeliharaan-kendaraan-dinas", "perlengkapan", "umum", "irfan.landolaki", 18),
    Draft("pemeliharaan-komputer-kantor", "perlengkapan", "umum", "arman.padangguni", 14),
    Draft(
        "penyediaan-jamuan-rapat", "rt", "umum", "hartati.wunggu", 12, ("steps/s6/requirements",)
    ),
    Draft(
        "fasilitasi-penerimaan-tamu",
        "rt",
        "umum",
        "baso.ramlan",
        9,
        ("warnings", "records", "steps/s7/time", "steps/s8/requirements", "steps/s8/output"),
    ),
    Draft("penyiapan-acara-pimpinan", "protokol", "protokol", "fajar.sowohi", 6),
    Draft("pembayaran-belanja-pegawai", "keuangan", "keuangan", "sardin.kalisusu", 4),
)
