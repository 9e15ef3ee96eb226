"""The year of the sample office: what was submitted, returned, approved, replaced, revoked, and by whom."""

from collections.abc import Mapping
from typing import NamedTuple

from okesop.config.sample.stories import Edit, Note, Reason, text

FADLAN, JUMRANA, RAMLAN, MEKUO = "ode.fadlan", "sitti.jumrana", "baso.ramlan", "asrul.mekuo"
MELANIA, ANGGRIANI, LANDOLAKI, ARMAN = (
    "sri.melania",
    "dewi.anggriani",
    "irfan.landolaki",
    "arman.padangguni",
)
CHECKER, HEAD = "hasbullah.moita", "ridwan.tamboraki"
CHIEF = "nurlela.tanggomo"
SUBMITTED = ("10.15", "08.40", "13.25", "15.05", "09.10")
VERIFIED = ("09.40", "11.20", "14.35", "08.55")
APPROVED = ("14.05", "10.30", "15.40", "13.10", "11.45", "16.05", "09.25")


class Move(NamedTuple):
    """One step of a life: ``verb`` is what is done, ``note`` its words, ``first`` the days before today from which it counts."""

    by: str
    days: int
    clock: str
    verb: str
    note: str = ""
    first: int | None = None


class Answer(NamedTuple):
    """The latest open note is answered, and followed up."""

    by: str
    days: int
    clock: str
    text: str


Deed = Move | Edit | Note | Reason | Answer


def _approved(
    author: str,
    days: int,
    *,
    checker: str = CHECKER,
    approver: str = HEAD,
    first: int | None = None,
) -> tuple[Deed, ...]:
    """Submitted, verified after some days, approved within eight; in force from the ninth or from ``first``."""
    wait, begins = days % 3, days - 9 if first is None else first
    return (
        Move(author, days, SUBMITTED[days % len(SUBMITTED)], "submit"),
        Move(checker, days - 3 - wait, VERIFIED[days % len(VERIFIED)], "verify"),
        Move(approver, days - 6 - wait, APPROVED[days % len(APPROVED)], "approve", first=begins),
    )


EARLIER: Mapping[str, int] = {
    "penerimaan-surat-masuk": 170,
    "pengelolaan-surat-masuk": 165,
    "pengelolaan-surat-keluar": 150,
    "pelayanan-permintaan-alat-tulis-kantor": 140,
    "penyaluran-barang-persediaan": 120,
    "penyusunan-naskah-dinas": 110,
    "penerbitan-surat-tugas": 120,
    "pelayanan-pemakaian-ruang-rapat": 90,
    "penyusunan-keputusan-sekretaris-daerah": 60,
    "pelaksanaan-hibah-barang-milik-daerah": 5,
    "penyiapan-acara-pimpinan": 154,
}
"""By how many days an SOP was begun and written earlier than its story says."""

LIVES: Mapping[str, tuple[Deed, ...]] = {
    "penerimaan-surat-masuk": (
        *_approved(JUMRANA, 250),
        Move(HEAD, 243, "14.20", "open"),
        Move(JUMRANA, 45, "08.30", "revise"),
        Edit(JUMRANA, 44, "09.10", (text("steps/s4/time", "5 menit"),)),
        Edit(
            ANGGRIANI,
            43,
            "10.20",
            (text("steps/s5/output", "Surat tercatat pada aplikasi persuratan"),),
        ),
        *_approved(JUMRANA, 40),
    ),
    "pengelolaan-surat-masuk": _approved(JUMRANA, 245),
    "pengelolaan-surat-keluar": (
        Move(JUMRANA, 162, "11.30", "submit"),
        Note(
            CHIEF,
            158,
            "10.05",
            "steps/s8/activity",
            "Siapa yang mengunduh bila pengelola surat cuti? Mohon disebut penggantinya.",
        ),
        Move(CHIEF, 158, "10.20", "send_back", "Satu hal pada langkah 8, lalu ajukan lagi."),
        Edit(
            JUMRANA,
            154,
            "08.50",
            (text("steps/s8/note", "Bila berhalangan, oleh pengadministrasi umum"),),
        ),
        Answer(JUMRANA, 154, "09.05", "Penggantinya sudah disebut pada keterangan langkah 8."),
        *_approved(JUMRANA, 148, checker=CHIEF),
        Move(JUMRANA, 12, "08.45", "revise"),
        Edit(JUMRANA, 11, "09.20", (text("steps/s2/time", "15 menit"),)),
        Edit(
            ANGGRIANI, 2, "13.15", (text("steps/s11/note", "Tanda terima dipindai dan disimpan"),)
        ),
    ),
    "pelayanan-permintaan-alat-tulis-kantor": (
        Move(MELANIA, 195, "10.15", "submit"),
        Note(
            CHECKER,
            191,
            "09.35",
            "steps/s4/time",
            "Waktu langkah ini belum sesuai standar pelayanan kita.",
        ),
        Move(
            CHECKER,
            191,
            "09.50",
            "send_back",
            "Mohon waktu setiap langkah diselaraskan, lalu ajukan lagi.",
        ),
        Answer(MELANIA, 189, "11.05", "Sudah diselaraskan dengan standar pelayanan."),
        *_approved(MELANIA, 188),
        Move(FADLAN, 26, "08.20", "revise"),
        Edit(
            FADLAN, 25, "09.05", (text("steps/s3/note", "Permintaan lewat aplikasi persediaan"),)
        ),
        *_approved(FADLAN, 20, first=-14),
    ),
    "penyaluran-barang-persediaan": _approved(MELANIA, 170, checker=CHIEF),
    "penyusunan-naskah-dinas": (
        Move(JUMRANA, 178, "14.30", "submit"),
        Move(CHECKER, 174, "09.15", "verify"),
        Note(HEAD, 171, "16.10", "steps/s3/time", "Untuk naskah mendesak, 20 menit terlalu lama."),
        Move(HEAD, 171, "16.25", "send_back", "Mohon dibedakan naskah biasa dan mendesak."),
        Edit(JUMRANA, 165, "10.40", (text("steps/s3/note", "Naskah mendesak didahulukan"),)),
        Answer(JUMRANA, 165, "10.55", "Dibedakan lewat keterangan; waktunya tetap batas terlama."),
        *_approved(JUMRANA, 160),
    ),
    "penerbitan-surat-tugas": (
        *_approved(MEKUO, 160),
        Move(
            HEAD, 24, "15.10", "revoke", "Tugas ini dilayani aplikasi kepegawaian kota.", first=20
        ),
    ),
    "pelayanan-pemakaian-ruang-rapat": (
        *_approved(RAMLAN, 120),
        Move(HEAD, 113, "14.20", "open"),
    ),
    "penyusunan-keputusan-sekretaris-daerah": (
        *_approved("tenri.ampawali", 80, approver="arsyad.marhumu"),
        Move("tenri.ampawali", 30, "09.25", "revise"),
        Edit(
            "tenri.ampawali",
            29,
            "14.40",
            (text("steps/s8/note", "Berkas digital diunggah paling lambat 3 hari kerja"),),
        ),
        Edit("tenri.ampawali", 29, "14.52", (text("steps/s7/time", "15 menit"),)),
        Reason(
            "tenri.ampawali",
            29,
            "14.55",
            "MB-06",
            "steps/s3/time",
            "Keputusan dengan lampiran panjang memerlukan telaah sampai lima hari.",
        ),
        Move("tenri.ampawali", 17, "10.35", "submit"),
        Move(CHECKER, 13, "13.45", "verify"),
        Move("arsyad.marhumu", 4, "15.20", "approve"),
    ),
    "pelaksanaan-hibah-barang-milik-daerah": (Move(FADLAN, 4, "10.30", "submit"),),
    "pengajuan-ganti-uang-persediaan": (
        Move("rahmawati.tundu", 8, "10.15", "submit"),
        Move(CHECKER, 5, "09.40", "verify"),
    ),
    "penerbitan-surat-perjalanan-dinas": (
        Move(MEKUO, 9, "13.30", "submit"),
        Move(CHECKER, 2, "10.40", "verify"),
    ),
    "pemeliharaan-kendaraan-dinas": (
        Move(LANDOLAKI, 7, "10.15", "submit"),
        Note(
            CHECKER,
            3,
            "14.10",
            "steps/s3/time",
            "Waktu pemeriksaan di bengkel perlu batas terlama.",
        ),
        Note(
            CHECKER,
            3,
            "14.14",
            "steps/s5",
            "Siapa yang menerima kendaraan bila pemegangnya dinas luar?",
        ),
        Move(CHECKER, 3, "14.20", "send_back", "Dua hal kecil lagi; selebihnya sudah baik."),
    ),
    "pemeliharaan-komputer-kantor": _approved(ARMAN, 10, first=-10),
    "penyiapan-acara-pimpinan": (
        Edit(
            "yusnita.morini",
            9,
            "13.30",
            (text("steps/s6/note", "H-2, dicatat pada lembar tugas"),),
        ),
        Move("yusnita.morini", 2, "08.50", "submit"),
    ),
}
"""What befell an SOP after its story; the days are those before today."""
