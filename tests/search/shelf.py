"""Invented SOPs, as texts, and what queries find among them: one table for every database."""

from okesop.search.texts import Texts

LAW = "Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP"
OLD_LAW = "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan"
SHELF = {
    1: Texts(
        "Pengelolaan Surat Masuk",
        ("000.8.3.3/112/SETDA", "Bagian Umum", "Agendaris", LAW),
        (
            "Menerima surat dan mencatatnya · Surat · 5 menit",
            "Mendisposisi surat masuk kepada staf",
        ),
    ),
    2: Texts(
        "Pengadaan Alat Tulis Kantor",
        ("000.8.3.3/113/SETDA", "Pejabat Pengadaan", OLD_LAW),
        ("Mengadakan pemesanan barang", "Menerima barang dan surat jalan"),
    ),
    3: Texts(
        "Peminjaman Kendaraan Dinas",
        ("Pengelola Barang", "Kendaraan roda empat"),
        ("Mengajukan surat permohonan", "Memeriksa kendaraan", "Surat tugas masuk ke bagian umum"),
    ),
    4: Texts(
        "Penyusunan Keputusan",
        ("Perancang", LAW, OLD_LAW),
        ("Menyusun rancangan", "Pejabat yang mengadakan rapat menandatangani"),
    ),
    5: Texts("Menyusun Laporan Masuk", ("Analis",), ("Laporan persuratan disusun · 2012",)),
    6: Texts(
        "Café Résumé é 語彙 AND OR NOT", ("NEAR(a b)", "100% _x"), ("tanda '; -- \\ dan “kutip”",)
    ),
    7: Texts("", ("Nomor 12", "Tahun 2011"), ("surat", "masuk")),
    8: Texts("Pengiriman Dokumen", ("Kurir",), ("Dokumen dikirim", "Tanda terima disimpan")),
}
FOUND = [
    # one word: title before identity before steps; as written before its stem; the newest first
    ("surat ", [1, 7, 3, 2, 5]),
    ("masuk ", [5, 1, 7, 3]),
    ("pengadaan ", [2, 4]),
    ("mengadakan ", [2, 4]),
    ("menyusun ", [5, 4, 1]),
    ("penyusunan ", [4, 5, 1]),
    ("barang ", [3, 2]),
    ("SURAT ", [1, 7, 3, 2, 5]),
    # several words: all of them, the smallest circle that holds them all
    ("surat masuk ", [1, 7, 3, 5]),
    ("masuk surat ", [1, 7, 3, 5]),
    ("kendaraan barang ", [3]),
    ("surat pesawat ", []),
    ("SOP surat dan masuk ", [1, 7, 3, 5]),
    # phrases: in this order, in one line
    ('"surat masuk" ', [1]),
    ('"surat tugas masuk" ', [3]),
    ('"surat tugas" umum ', [3]),
    ('"masuk surat" ', []),
    ('"surat" ', [1, 7, 3, 2]),
    ('"pengadaan" ', [2]),
    # numbers
    ("Nomor 12 Tahun 2011", [4, 2]),
    ("No. 12 Th. 2011 ", [4, 2]),
    ("nomor 35 tahun 2012 ", [4, 1]),
    ("000.8.3.3/112", [1]),
    ("000.8.3.3/11", [2, 1]),
    ("000.8.3.3/11 ", []),
    ("000.8.3.3 ", [2, 1]),
    ("2012 ", [4, 1, 5]),
    ("112/SETDA ", [1]),
    # forms of a word
    ("kirim ", [8]),
    ("mengirimkan ", [8]),
    ("penerimaan ", [8, 2, 1]),
    ("terima ", [8, 2, 1]),
    ("menerima ", [2, 1, 8]),
    ("tanda ", [8, 6]),
    # a beginning
    ("kenda", [3]),
    ("kenda ", []),
    ("penge", [1, 3]),
    ("surat mas", [1, 7, 5, 3]),
    ('"surat mas', [1]),
    ('"surat tugas mas', [3]),
    # accents, other writing, operators as words
    ("cafe resume ", [6]),
    ("CAFÉ ", [6]),
    ("語彙 ", [6]),
    ("AND ", [6]),
    ("or not ", [6]),
    ("near(a b) ", [6]),
    ("100% ", [6]),
    ("% ", []),
    ("_ ", []),
    ("😀 ", []),
    ("kutip ", [6]),
    ("surat* ", [1, 7, 3, 2, 5]),
    ("surat -masuk ", [1, 7, 3, 5]),
    ("title_words:surat ", []),
    ("'surat' | barang ", [3, 2]),
    ("¶ ", []),
]
