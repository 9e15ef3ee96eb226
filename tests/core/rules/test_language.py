import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.rules import language


def row(text):
    return text.split()


GOOD = """
Menerima surat masuk
Mengagendakan surat masuk dan lampirannya
Mengetik konsep surat
Mengecek kelengkapan berkas permohonan
Menge-print daftar hadir
Mem-backup data persediaan
Meng-upload berkas ke aplikasi
Men-scan surat masuk
Mentransfer uang muka ke rekening penyedia
Mensosialisasikan jadwal kegiatan
Menyosialisasikan jadwal kegiatan
Mengklarifikasi data kepada pemohon
Memproses permohonan cuti
Memfasilitasi penerimaan tamu
Mewawancarai pemohon
Melegalisasi salinan keputusan
Mereviu laporan persediaan
Merekap daftar permintaan barang
Memverifikasi kelengkapan dokumen
Menyetujui konsep keputusan
Meyakinkan pemohon mengenai jadwal
Berkoordinasi dengan bagian protokol
Berkonsultasi dengan Bagian Hukum
Bermusyawarah dengan warga
Bekerja bersama penyedia
Datang ke loket pelayanan
Hadir pada rapat koordinasi
Secara berkala memantau suhu ruang arsip
Segera menyampaikan surat kepada pimpinan
Kembali memeriksa konsep surat
Kemudian mencatat surat pada buku agenda
Terlebih dahulu memeriksa jadwal ruang rapat
1. Mencatat surat pada buku agenda
a) Mencatat surat pada buku agenda
- Mencatat surat pada buku agenda
MENCATAT SURAT PADA BUKU AGENDA
Memeriksa dan memaraf konsep surat
Menerima, meneliti, dan mencatat permohonan
Menandatangani dan membubuhkan stempel pada surat
Menyiapkan ruang rapat beserta konsumsi dan perlengkapan
Mencatat nomor, tanggal, dan perihal surat
Menyampaikan surat kepada pimpinan untuk diperiksa dan ditandatangani
Meneliti berkas untuk memastikan kelengkapan dan menjamin kesesuaian
Menghubungi pemohon yang belum melengkapi berkas dan memerlukan bantuan
Melakukan verifikasi dan validasi data
Melakukan scan dan upload dokumen
Memeriksa/menguji/ dan menyetujui usulan
Mengidentifikasi apakah kegiatan memerlukan kendaraan
Menyusun laporan yang memuat hasil dan membutuhkan tindak lanjut
Menugaskan pegawai untuk melakukan pendampingan atau asistensi
Membahas hal-hal penting dalam hal ini jadwal kegiatan
Memilih penyedia melalui katalog elektronik
Mengembalikan berkas yang tidak lengkap kepada pemohon
Mengarsipkan berkas (asli dan salinan) pada map
Menunjuk PPTK dan pengemudi
""".strip().splitlines()
NOUN_FIRST = """
Pemeriksaan kelengkapan surat
Rapat koordinasi
Evaluasi laporan
Upload laporan ke laman
Memorandum diserahkan
Mekanisme pembagian tugas
Selesai melakukan identifikasi
Media penyimpanan arsip
Berita acara serah terima
Berkas permohonan
Menteri Keuangan
""".strip().splitlines()
PASSIVE = """
Surat dicatat pada buku agenda
Surat yang telah diterima dicatat pada buku agenda
Diperiksa oleh atasan
Dilakukan pemeriksaan kendaraan
Di-scan lalu diarsipkan
Naskah dinas di tandatangani pimpinan
Tersusunnya laporan bulanan
Memo ditandatangani pimpinan
""".strip().splitlines()
NOT_PASSIVE = """
Disposisi surat kepada kepala bagian
Dinas mengirim undangan
Diskusi hasil pemeriksaan
Distribusi surat
Perbaikan barang yang diusulkan
Rekap data di kantor
Terminal data dan jaringan
Update status setelah selesai ditindaklanjuti
DIPA tahun berjalan
""".strip().splitlines()
SUBJECTS = {
    "Pengelola Surat memeriksa kelengkapan surat": "Pengelola Surat",
    "pengelola surat akan memeriksa surat": "pengelola surat",
    "PPK melakukan koordinasi": "PPK",
    "PA/KPA melalui PPK menyampaikan undangan": "PA/KPA",
    "Selanjutnya Kepala Bagian Umum menandatangani surat": "Kepala Bagian Umum",
    "Petugas loket menerima berkas": "Petugas loket",
    "Penanggung jawab kegiatan menyusun jadwal": "Penanggung jawab kegiatan",
    "Regu Angkut mengangkut barang": "Regu Angkut",
    "Petugas juga wajib mencatat tamu": "Petugas",
}
WITHOUT_SUBJECT = """
Memeriksa berkas yang diajukan petugas
Surat pengantar menerangkan maksud
Pemohon
Kepala Bagian Umum
Apabila petugas menerima berkas
""".strip().splitlines()
TWO_ACTS = """
Mencetak surat dan menyampaikannya kepada pimpinan
Menerima surat kemudian mencatat pada buku agenda
Menyusun konsep, lalu mengirim konsep kepada atasan
Menandatangani surat; menyerahkan kepada staf
Memeriksa konsep surat, memaraf, dan meneruskan kepada kepala bagian
Mengambil barang & meminta tanda terima
Mengunduh surat yang sudah diterima, dan upload ke aplikasi
Mengunduh berkas serta mengirim salinan
""".strip().splitlines()
CONDITIONS = """
Mengarsipkan surat apabila selesai
Jika lengkap, mencatat permohonan
Mengirim ulang bila perlu
Menunda kegiatan dalam hal terjadi bencana
Memperbaiki konsep (kalau ada koreksi)
""".strip().splitlines()
TITLES = row("""
Penerimaan Pengelolaan Pengiriman Penyusunan Penerbitan Pelayanan Penyaluran Pelaporan Peminjaman Fasilitasi
Pengajuan Pembayaran Pemusnahan Pemeliharaan Penanganan Hibah Penyediaan Penyiapan Perbaikan Perjalanan Kenaikan
Evaluasi Verifikasi Rekonsiliasi Koordinasi Distribusi Publikasi Dokumentasi Administrasi Reviu Audit Monitoring
Layanan Revisi Legalisasi Inventarisasi Pengadaan Pembentukan Persiapan Pelantikan Penghapusan Kliping Diseminasi
""")
THINGS = row("Surat Laporan Kendaraan Rumah Update Buku Data Undangan Peralatan Jadwal")
MARKS = row("dan serta , ; ( ) yang untuk memeriksa surat di jika melalui akan kembali secara")


@pytest.mark.parametrize("text", GOOD)
def test_good_practice_is_left_alone(text):
    assert language.read(text, ("Kepala Bagian Umum", "Staf")) == language.Reading(
        starts_active=True, is_passive=False, subject="", has_condition=False, has_two_acts=False
    )


@pytest.mark.parametrize("text", NOUN_FIRST)
def test_a_noun_first_is_no_active_verb(text):
    assert not language.read(text).starts_active


@pytest.mark.parametrize("text", PASSIVE)
def test_a_passive_is_seen(text):
    assert language.read(text).is_passive


@pytest.mark.parametrize("text", NOT_PASSIVE)
def test_what_only_looks_passive_is_not(text):
    assert not language.read(text).is_passive


@pytest.mark.parametrize(("text", "name"), SUBJECTS.items())
def test_a_performer_before_the_verb_is_named(text, name):
    reading = language.read(text, ("Pengelola Surat", "Pimpinan/ Regu Angkut (bongkar)"))
    assert (reading.subject, reading.starts_active) == (name, True)


@pytest.mark.parametrize("text", WITHOUT_SUBJECT)
def test_no_performer_is_seen_where_none_acts(text):
    assert language.read(text, ("Kepala Bagian Umum",)).subject == ""


@pytest.mark.parametrize("text", TWO_ACTS)
def test_a_second_act_is_seen(text):
    assert language.read(text).has_two_acts


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_is_seen(text):
    assert language.read(text).has_condition


def test_a_verb_after_the_condition_is_a_beginning():
    assert language.read("Apabila lengkap, mencatat permohonan").starts_active
    assert not language.read("Apabila lengkap, pencatatan permohonan").starts_active


@pytest.mark.parametrize("word", TITLES)
def test_a_noun_of_an_act_begins_a_title(word):
    assert language.is_act_noun(word.lower())


@pytest.mark.parametrize("word", THINGS)
def test_a_thing_is_no_act(word):
    assert not language.is_act_noun(word.lower())


@given(st.text(max_size=120), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_read(text, titles):
    language.read(text, tuple(titles))


@given(st.lists(st.sampled_from(MARKS), max_size=12))
def test_any_row_of_words_is_read(marks):
    language.read(" ".join(marks), ("surat",))
