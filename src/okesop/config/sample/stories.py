"""What was done to the drafts since: edits, notes and reasons, by several people."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Operation = Mapping[str, Any]


class Edit(NamedTuple):
    """One change of a draft; without operations its author takes back his latest one."""

    by: str
    days: int
    clock: str
    operations: tuple[Operation, ...] = ()


class Note(NamedTuple):
    """A note at a place; ``settled`` is who marked it as done."""

    by: str
    days: int
    clock: str
    place: str
    text: str
    settled: str = ""


class Reason(NamedTuple):
    """Why a suggestion was set aside."""

    by: str
    days: int
    clock: str
    rule: str
    place: str
    text: str


Deed = Edit | Note | Reason


def text(place: str, value: str) -> Operation:
    """Return the operation that writes a text into a place."""
    return {"op": "set_text", "place": place, "value": value}


STORIES: Mapping[str, tuple[Deed, ...]] = {
    "penerimaan-surat-masuk": (
        Edit(
            "dewi.anggriani",
            90,
            "10.05",
            (text("steps/s4/note", "Surat rahasia diteruskan dalam keadaan tertutup"),),
        ),
        Note(
            "ridwan.tamboraki",
            88,
            "14.20",
            "steps/s2/note",
            "Sepakat. Buku penerimaan di pos jaga agar diperiksa setiap Jumat.",
            settled="sitti.jumrana",
        ),
    ),
    "pengelolaan-surat-masuk": (
        Edit("dewi.anggriani", 94, "08.40", (text("steps/s10/time", "3 hari"),)),
        Note(
            "sitti.jumrana",
            92,
            "11.15",
            "steps/s10/time",
            "Standar pelayanan kita 2 hari. Mohon waktunya diselaraskan.",
            settled="dewi.anggriani",
        ),
        Edit("dewi.anggriani", 91, "08.55", (text("steps/s10/time", "1 hari"),)),
    ),
    "pengelolaan-surat-keluar": (
        Reason(
            "sitti.jumrana",
            89,
            "13.52",
            "MB-06",
            "steps/s11/time",
            "Lama pengantaran bergantung pada jarak alamat tujuan.",
        ),
        Edit(
            "dewi.anggriani",
            3,
            "09.30",
            (text("steps/s9/note", "Bukti kirim disimpan pada aplikasi persuratan"),),
        ),
    ),
    "pelayanan-permintaan-alat-tulis-kantor": (
        Edit(
            "ode.fadlan",
            62,
            "16.04",
            (text("steps/s4/note", "Barang yang kosong dicatat pada daftar tunggu"),),
        ),
    ),
    "pengiriman-surat-dinas": (
        Note(
            "sitti.jumrana",
            80,
            "09.05",
            "records",
            "Pencatatan belum diisi. Cantumkan buku ekspedisi dan resi jasa pengiriman.",
        ),
    ),
    "penyaluran-barang-persediaan": (
        Edit(
            "yuliana.sorumba",
            79,
            "14.11",
            (text("steps/s8/requirements", "Bon bertanda tangan, kartu kendali, aplikasi"),),
        ),
    ),
    "penerbitan-surat-tugas": (
        Edit(
            "sitti.jumrana",
            66,
            "10.47",
            (text("steps/s4/activity", "Memeriksa isi dan tata naskah konsep surat tugas"),),
        ),
        Note(
            "ridwan.tamboraki",
            65,
            "08.30",
            "steps/s1/note",
            "Batas 3 hari kerja mohon disosialisasikan kepada semua bagian.",
        ),
    ),
    "pelaporan-barang-persediaan": (
        Edit(
            "yuliana.sorumba",
            8,
            "09.18",
            (text("identity/title", "SOP Pelaporan Barang Persediaan"),),
        ),
        Edit("sri.melania", 7, "11.26", (text("steps/s4/time", "2 hari"),)),
    ),
    "pelayanan-pemakaian-ruang-rapat": (
        Note(
            "ridwan.tamboraki",
            50,
            "13.10",
            "steps/s5/note",
            "Pendelegasian kepada Asisten sudah dibicarakan dengan Sekretaris Daerah.",
        ),
    ),
    "peminjaman-gedung-pertemuan": (
        Edit(
            "hartati.wunggu",
            2,
            "10.12",
            (text("steps/s4/note", "Pemohon dapat mengajukan tanggal lain tanpa surat baru"),),
        ),
    ),
    "peminjaman-barang-inventaris": (
        Edit(
            "sri.melania",
            5,
            "15.37",
            (
                {
                    "op": "set_exits",
                    "node": "n10",
                    "exits": [{"to": "n11", "label": "Baik"}],
                },
            ),
        ),
        Note(
            "ode.fadlan",
            4,
            "08.22",
            "steps/s9/activity",
            "Jawaban “Rusak” mengarah ke mana? Sebaiknya kembali ke peminjam.",
        ),
    ),
    "penyusunan-keputusan-sekretaris-daerah": (
        Note(
            "arsyad.marhumu",
            33,
            "09.20",
            "steps/s8/note",
            "Tambahkan batas waktu pengunggahan ke jaringan dokumentasi hukum.",
        ),
    ),
    "penanganan-pengaduan": (
        Note(
            "ridwan.tamboraki",
            31,
            "10.02",
            "steps/s6/time",
            "Peraturan memberi 14 hari kerja untuk seluruh proses. Tetapkan bagian kita.",
        ),
    ),
    "pengajuan-ganti-uang-persediaan": (
        Edit(
            "erna.paribela",
            27,
            "13.15",
            (text("steps/s2/note", "Dikembalikan paling lambat 1 hari kerja disertai catatan"),),
        ),
    ),
    "pemusnahan-arsip": (
        Edit(
            "syahrir.lapandewa",
            2,
            "10.30",
            (text("steps/s7/activity", "Arsip dicocokkan dengan daftar yang disetujui"),),
        ),
    ),
    "pelayanan-peminjaman-kendaraan-dinas": (
        Edit("ode.fadlan", 20, "09.05", (text("steps/s8/time", "sesuai kebutuhan"),)),
        Edit(
            "sri.melania",
            20,
            "09.40",
            (text("steps/s6/activity", "Menugaskan pengemudi dan menetapkan kendaraan"),),
        ),
        Edit("sri.melania", 13, "14.02", (text("steps/s10/note", "Arsip aktif 2 tahun"),)),
        Edit("sri.melania", 13, "14.03"),
        Note(
            "sri.melania",
            1,
            "10.18",
            "steps/s9/output",
            "Formulir kondisi kendaraan belum disebut. Apakah sama dengan langkah 7?",
        ),
        Edit("ode.fadlan", 1, "10.42", (text("steps/s7/time", "20 menit"),)),
    ),
    "pemeliharaan-kendaraan-dinas": (
        Edit("ode.fadlan", 1, "08.48", (text("steps/s6/time", "3 hari kerja"),)),
    ),
    "penyediaan-jamuan-rapat": (
        Note(
            "ridwan.tamboraki",
            8,
            "16.15",
            "steps/s6/time",
            "Jamuan makan siang sebaiknya tiba 45 menit sebelum rapat dimulai.",
        ),
    ),
    "penyiapan-acara-pimpinan": (
        Edit(
            "fajar.sowohi",
            5,
            "09.50",
            (text("steps/s9/note", "Hari pelaksanaan, petugas hadir 1 jam lebih awal"),),
        ),
        Note(
            "rahmat.tenriwaru",
            3,
            "11.30",
            "steps/s7/note",
            "Untuk acara di luar kota, peninjauan lokasi dapat diwakilkan.",
        ),
    ),
    "pembayaran-belanja-pegawai": (
        Edit("erna.paribela", 2, "15.10", (text("steps/s3/time", "30 menit"),)),
    ),
}
