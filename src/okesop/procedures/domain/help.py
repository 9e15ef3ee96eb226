"""What stands behind the "?" of each field: what it holds, a good example, and where the rule comes from."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
Help = tuple[Text, Text, Text]
IDENTITY_PART: Final = _("PermenPAN-RB 35/2012, bagian identitas")
TABLE_PART: Final = _("PermenPAN-RB 35/2012, bagian flowchart")
SYMBOLS: Final = _("PermenPAN-RB 35/2012, simbol diagram alir")

IDENTITY: Mapping[str, Help] = {
    "institution": (
        _("Nomenklatur instansi yang menyusun, satu baris untuk setiap tingkat."),
        _("PEMERINTAH KOTA KENDARI / SEKRETARIAT DAERAH"),
        IDENTITY_PART,
    ),
    "unit": (
        _("Unit kerja yang menyusun SOP, dengan nomenklatur yang berlaku."),
        _("BAGIAN UMUM"),
        IDENTITY_PART,
    ),
    "number": (
        _("Nomor menurut tata naskah dinas. Boleh dikosongkan sampai SOP disahkan."),
        "000.5.3/003/UMUM/2026",
        IDENTITY_PART,
    ),
    "created": (
        _("Tanggal SOP pertama kali selesai disusun, bukan tanggal mulai menyusun."),
        _("24 November 2026"),
        IDENTITY_PART,
    ),
    "revised": (
        _("Tanggal SOP diubah. Kosong selama SOP belum pernah direvisi."),
        _("27 Januari 2027"),
        IDENTITY_PART,
    ),
    "effective": (
        _("Tanggal SOP mulai berlaku; sama dengan atau sesudah tanggal pembuatan."),
        _("1 Desember 2026"),
        IDENTITY_PART,
    ),
    "approver_position": (
        _("Jabatan yang berwenang mengesahkan SOP pada tingkat unit kerja."),
        _("Kepala Bagian Umum"),
        IDENTITY_PART,
    ),
    "approver_name": (
        _("Nama lengkap pejabat beserta gelar."),
        _("Ratna Wulandari, S.Sos., M.Si."),
        IDENTITY_PART,
    ),
    "approver_nip": (
        _("NIP pejabat pengesah, 18 angka."),
        "19790412 200604 1 017",
        IDENTITY_PART,
    ),
    "acting_as": (
        _("Diisi bila pengesah bukan pejabat definitif atau bertindak atas nama pejabat lain."),
        _("Plt., Plh., atau a.n. Sekretaris Daerah"),
        _("Tata naskah dinas"),
    ),
    "title": (
        _("Aspek kegiatan diikuti output akhir, ditulis dengan kata benda tanpa kata “SOP”."),
        _("Pengelolaan Surat Masuk"),
        _("PermenPAN-RB 35/2012, Tabel 6"),
    ),
    "next_review": (
        _("Tanggal SOP dievaluasi kembali, paling lambat satu tahun setelah berlaku."),
        _("1 Desember 2027"),
        _("PermenPAN-RB 35/2012, monitoring dan evaluasi"),
    ),
    "nature": (
        _(
            "Administratif bila dikerjakan beberapa jabatan; teknis bila satu jabatan atau satu tim."
        ),
        _("administratif"),
        _("PermenPAN-RB 35/2012, jenis SOP"),
    ),
    "service_promise": (
        _("Jangka waktu pada standar pelayanan. Jumlah waktu SOP dibandingkan dengannya."),
        _("1 hari kerja"),
        _("UU 25/2009 pasal 21"),
    ),
}
LISTS: Mapping[str, Help] = {
    "legal_basis": (
        _(
            "Peraturan yang mendasari prosedur, dari yang tertinggi: UU, PP, Perpres, Permen, Perda, Perwali."
        ),
        _("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"),
        IDENTITY_PART,
    ),
    "related": (
        _("SOP lain yang memberi masukan atau melanjutkan hasil SOP ini; bukan SOP ini sendiri."),
        _("SOP Pengelolaan Arsip Aktif"),
        IDENTITY_PART,
    ),
    "warnings": (
        _(
            "Akibat bila prosedur tidak diikuti, ditulis dengan pola “jika … maka …” atau batas waktu."
        ),
        _("Jika surat tidak diagendakan pada hari yang sama, maka tindak lanjutnya terlambat."),
        IDENTITY_PART,
    ),
    "qualifications": (
        _("Kompetensi atau pendidikan yang diperlukan para pelaksana, tanpa nama orang."),
        _("Memahami tata naskah dinas"),
        IDENTITY_PART,
    ),
    "equipment": (
        _("Alat utama yang langsung diperlukan."),
        _("Komputer, pencetak, dan pemindai"),
        IDENTITY_PART,
    ),
    "records": (
        _("Formulir, buku, dan data yang diisi selama pelaksanaan sebagai bukti setiap langkah."),
        _("Buku agenda surat masuk"),
        _("PermenPAN-RB 35/2012, halaman 24"),
    ),
}
STEPS: Mapping[str, Help] = {
    "activity": (
        _("Satu kegiatan, diawali kata kerja aktif, tanpa menyebut pelaksananya."),
        _("Memeriksa kelengkapan berkas permohonan"),
        SYMBOLS,
    ),
    "requirements": (
        _(
            "Dokumen atau alat yang diperlukan untuk langkah ini; biasanya output langkah sebelumnya."
        ),
        _("Surat masuk, lembar disposisi"),
        TABLE_PART,
    ),
    "time": (
        _(
            "Lama pengerjaan dengan angka dan satuan. Singkatan dituliskan lengkap: 15 m, 2 hk, 1-5 hk."
        ),
        _("15 menit"),
        TABLE_PART,
    ),
    "output": (
        _("Hasil langkah ini, berupa dokumen atau keadaan yang dapat ditunjukkan."),
        _("Surat bernomor agenda"),
        TABLE_PART,
    ),
    "note": (
        _("Keterangan yang membantu pelaksana, misalnya SOP lanjutan. Boleh dikosongkan."),
        _("SOP Pengelolaan Surat Keluar"),
        TABLE_PART,
    ),
}
PERFORMERS: Help = (
    _(
        "Jabatan yang mengerjakan, bukan nama orang atau aplikasi; satu kolom untuk setiap jabatan."
    ),
    _("Kepala Subbagian Tata Usaha"),
    _("PermenPAN-RB 35/2012, pelaksana"),
)


def help_texts() -> dict[str, dict[str, str]]:
    """Return all helps by place, in the reader's language."""
    table = {
        **{f"identity/{field}": text for field, text in IDENTITY.items()},
        **LISTS,
        **{f"steps/{column}": text for column, text in STEPS.items()},
        "performers": PERFORMERS,
    }
    return {
        place: {"what": str(what), "example": str(example), "source": str(source)}
        for place, (what, example, source) in table.items()
    }
