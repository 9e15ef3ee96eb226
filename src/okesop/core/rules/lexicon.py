"""Words of Bahasa Indonesia that the language heuristics need: closed classes, and exceptions to word formation."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_ME_VERBS = _words("""
media mediasi mediator medis mekanisme melalui melainkan melulu memadai memang memo memoar memorandum memori menara
mendadak mendasar mendatang menengah menerus meninggal menit menjelang mental mentah mentari mentega menteri mentor
menular menurut menyeluruh mengenai mercusuar merah merdeka merek meridian merger merica mertua mesin meskipun mesjid
meterai meteran metode metodologi metrik mewah member membran menu meja megah
""")
"""Words that begin as me- verbs do and are none."""

NOT_BER_VERBS = _words("""
berani berapa beras berasas berat berbagai berbasis berbeda berdasarkan bergaransi berguna berhak berharga berikut
berikutnya berisi berita berjalan berjenjang berkala berkaitan berkas berkelanjutan berkenaan berkop berkualitas
berlaku berlainan berlangganan berlangsung bermaterai bermeterai bernilai bernomor berpengalaman bersama bersangkutan
bersegel bersertifikat bersifat bersih berstempel bertahap bertanggal bertingkat berturut berupa berurutan berwarna
berwenang beruang berdaya
""")
"""Words that begin as ber- verbs do and say no act."""

BER_WITHOUT_R = _words("bekerja belajar bepergian beternak")

ROOT_VERBS = _words("""
datang hadir pergi tiba masuk keluar pulang ikut duduk antre naik turun kembali
""")
"""Verbs that are active without a prefix."""

RELATION_VERBS = _words("""
memiliki mempunyai membutuhkan memerlukan merupakan menjadi meliputi mengandung memenuhi memuat mencakup menduduki
memahami mengetahui melalui bertanggung berhubungan berkaitan mengenai menurut menyangkut
""")
"""Active verbs that say how things are, not what is done."""

NOT_DI_VERBS = _words("""
dialog diagnosa diagnosis diagram dialek diameter diare dibandingkan didik diesel digital digitalisasi dikti diklat
dilema dimensi dimana dimaksud dinamika dinamis dinas dinding diploma diplomasi diplomat direksi direktorat direktori
direktur dirjen disabilitas disdik disdukcapil diseminasi disertasi diskon diskominfo diskresi diskriminasi diskusi
disiplin disket disnaker disperindag dispensasi display disposisi distribusi distributor distrik disertai dividen
divisi diversifikasi digit diatas dibawah diluar didalam didepan dibelakang diantara dilingkungan disini disana
dirigen dispora dishub dinkes dinsos disbudpar
""")
"""Words that begin as passives do and are none."""

NOT_TER_VERBS = _words("""
terapan terapi teras terasering terima terminal termasuk termin terminologi terhadap terkadang terkait terlalu
terampil tertib tertentu terorisme terbaru terakhir terbaik terbit terjemahan terminasi terkini tertulis tersebut
terutama ternak teropong terowongan tertinggi terendah terpadu tera terbatas terbuka terbanyak terdekat terjauh terbesar terkecil terpisah
""")

ROOTS_AFTER_DI = _words("""
kirim terima periksa buat cetak catat simpan serahkan kirimkan tandatangani tanda setujui sahkan arsipkan susun ambil
bawa beri berikan kembalikan lakukan laksanakan proses input upload unduh scan paraf isi bayar bayarkan
""")
"""Roots that are passives when "di" was written apart by mistake."""

CONDITIONS = _words("jika apabila bila bilamana kalau jikalau seandainya")

LEADS = _words("""
kemudian selanjutnya lalu segera langsung turut bersama bersama-sama dapat akan harus wajib perlu tidak belum telah
sudah juga mulai mencoba berikutnya terakhir pertama kedua ketiga dan untuk kembali setelah itu terlebih dahulu
""")
"""Words before the verb that neither are nor spoil it."""

SUBORDINATORS = _words("""
untuk guna agar supaya yang dengan sebagai apakah sehingga bahwa setelah sebelum ketika saat karena dalam hingga
sampai selama
""")

CLAUSE_ENDS = _words("dengan apakah setelah sesudah sebelum ketika saat karena , ; (") | {"\n"}
"""Behind these the verb no longer belongs to what the sentence is about."""

PURPOSES = _words("untuk guna agar supaya dengan dalam sehingga setelah sebelum bahwa")
"""After these a verb joined by "dan" belongs to the purpose or the manner, not to the step."""

CONNECTORS = _words("dan serta lalu kemudian selanjutnya sekaligus & ; ,")

LIGHT_VERBS = _words(
    "melakukan melaksanakan mengadakan memberikan menyelenggarakan membuat menyelesaikan"
)
"""Verbs whose act is told by the noun after them."""

LOAN_ACTS = _words("""
upload download input entri entry scan submit update print copy posting klik login cetak kirim share konfirmasi
""")
"""Bare words used as verbs beside me- verbs."""

AUXILIARIES = _words("akan dapat wajib harus telah sudah perlu berhak selanjutnya kemudian juga")

ROLES = _words("""
admin administrator agendaris analis anggota arsiparis asesor asisten atasan auditor bendahara bupati camat direktur
driver evaluator fasilitator fungsional gubernur inspektur juru kabag kabid kadis kasi kasir kasubag kasubbag
kasubbid kepala ketua komandan koordinator kurir lurah masyarakat narasumber operator panitia pegawai pejabat pekerja
pelaksana pelanggan pemohon pemeriksa penanggung penanggungjawab pendaftar pengadministrasi pengadu pengarah
pengawas pengelola pengemudi pengguna penilai penyedia penyelenggara penyelia penyusun peserta petugas pimpinan pokja
pramubakti pranata presiden resepsionis rekanan satpam sekda sekretaris sekwan seksi staf staff sopir sub supervisor
subkoordinator tamu teknisi tim verifikator vendor wajib walikota wali wakil warga sespri ajudan pengirim penerima
pengusul peminjam pengunjung kuasa
""")
"""Nouns that say who acts."""

OUTSIDERS = _words("""
pemohon masyarakat penyedia tamu peserta pengguna pengirim penerima kurir vendor rekanan pelanggan warga pengunjung
peminjam bengkel bank pengadu pelapor pihak publik media narasumber kontraktor konsultan pemilik ahli keluarga wali
kuasa pejabat
""")
"""First words of performers that the office's table of positions does not list: outsiders, and offices given by decree."""

GROUPS = _words("tim pegawai staf panitia pokja kelompok seluruh semua para anggota")
"""First words of performers that are several people, or any of them."""

APPLICATIONS = _words("""
aplikasi sistem portal website web situs database server mesin perangkat software e-office laman
""")
"""First words of performers that are no people."""

KNOWN_APPLICATIONS = _words("""
srikandi sipd simpeg sakti span sirup spse siasn simda sicantik oss sipgan simbada simponi siks e-kinerja ekinerja
e-katalog ekatalog e-office sp4n-lapor whatsapp wa email e-mail
""")

NOT_ACTS_IN_AN = _words("""
laporan bahan jalan bulan kendaraan makanan keuangan bangunan ruangan keputusan badan tangan pakaian jabatan
peralatan perlengkapan peraturan pesan papan halaman lapangan perusahaan jaringan tahapan susunan ringkasan lampiran
undangan satuan golongan pimpinan persyaratan kecamatan kelurahan
""")
"""Nouns in -an that name things, not acts."""

ACT_NOUNS = _words("""
analisis audit reviu review survei rapat monitoring supervisi uji inventarisasi konsultasi apel opname koreksi
legalisir mutasi promosi rotasi cuti ekspedisi telaah telaahan klarifikasi konfirmasi kerja tindak serah tata
layanan bimbingan bantuan seleksi rekrutmen sosialisasi advokasi ujian kunjungan audiensi jamuan protokoler sidang
musyawarah visitasi survailans surveilans studi kajian latihan lelang tender swakelola hibah mediasi kliping
peliputan reformasi reses
""")
"""Nouns of acts that word formation does not show."""

APPROVALS = _words("""
memeriksa meneliti memverifikasi memvalidasi menyetujui mengoreksi menilai menelaah mereviu mereview menguji
memutuskan pemeriksaan penelitian verifikasi validasi persetujuan koreksi penilaian telaahan reviu review pengujian
""")
"""Words of a step that ask whether something is good enough."""

APPROVAL_WORDS = _words(
    "setuju disetujui lengkap sesuai benar valid sah layak memenuhi acc ok oke lolos diterima"
)
"""Words of a question, or an answer, about the same."""
