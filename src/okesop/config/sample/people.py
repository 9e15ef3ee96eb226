"""The people of the sample office. All of them, their numbers and their posts are invented."""

from typing import NamedTuple

MARK = "data contoh"
"""Stands behind the rank of each of them, so that nobody takes them for officials."""


class Somebody(NamedTuple):
    """A person: user name, official name, NIP (none for honorary staff), rank, and the position held."""

    username: str
    name: str
    nip: str
    rank: str
    position: str


HONORARY = "Tenaga honorer"

PEOPLE = (
    # Sekretariat Daerah
    Somebody("malik.lasandara", "Dr. H. Abdul Malik Lasandara, M.Si.", "196907141994031009", "IV/d", "Sekretaris Daerah"),
    Somebody("hamzah.tawulo", "Drs. La Ode Hamzah Tawulo, M.M.", "197002281995021004", "IV/c", "Asisten Pemerintahan dan Kesejahteraan Rakyat"),
    Somebody("rosnani.ulu", "Dra. Wa Ode Rosnani Ulu, M.Si.", "197108191996032006", "IV/c", "Asisten Administrasi Umum"),
    Somebody("nurhayati.lakudo", "Wa Ode Nurhayati Lakudo, S.E., Ak.", "198504172009042005", "III/d", "Auditor Inspektorat"),
    # Bagian Umum
    Somebody("ridwan.tamboraki", "Ridwan Tamboraki, S.STP., M.Si.", "197904122006041017", "IV/a", "Kepala Bagian Umum"),
    Somebody("sitti.jumrana", "Sitti Jumrana, S.Sos.", "198203072008012015", "III/d", "Kepala Subbagian Tata Usaha"),
    Somebody("dewi.anggriani", "Dewi Anggriani, A.Md.", "199405212019032008", "II/d", "Pengelola Surat"),
    Somebody("syahrir.lapandewa", "Muh. Syahrir Lapandewa, S.IP.", "198811302015021003", "III/b", "Arsiparis"),
    Somebody("marlina.tiworo", "Wa Ode Marlina Tiworo", "198506162010012022", "II/c", "Pengadministrasi Umum"),
    Somebody("asrul.mekuo", "Asrul Mekuo, S.E.", "199001092014021006", "III/b", "Pengelola Kepegawaian"),
    Somebody("aisyah.tombili", "Nur Aisyah Tombili, S.H.", "199202142020122011", "III/a", "Petugas Pengaduan"),
    Somebody("fitriani.bolu", "Fitriani Bolu", "", HONORARY, "Petugas Loket"),
    Somebody("rasid.wambulu", "La Ode Rasid Wambulu", "", HONORARY, "Kurir"),
    Somebody("ode.fadlan", "La Ode Fadlan, S.E.", "198107252009041002", "III/d", "Kepala Subbagian Perlengkapan"),
    Somebody("sri.melania", "Sri Melania, S.Ak.", "199308112018012009", "III/b", "Pengurus Barang"),
    Somebody("hasrun.pombala", "Hasrun Pombala", "", HONORARY, "Petugas Gudang"),
    Somebody("yuliana.sorumba", "Yuliana Sorumba, A.Md.", "199507032022032005", "II/c", "Operator Persediaan"),
    Somebody("irfan.landolaki", "Irfan Landolaki", "198309192007011010", "II/d", "Pengelola Kendaraan"),
    Somebody("rudi.wakorumba", "La Rudi Wakorumba", "", HONORARY, "Pengemudi"),
    Somebody("sahabuddin.moramo", "Sahabuddin Moramo", "", HONORARY, "Pengemudi"),
    Somebody("arman.padangguni", "Arman Padangguni, S.Kom.", "199112052019031004", "III/b", "Teknisi Komputer"),
    Somebody("baso.ramlan", "Baso Ramlan, S.Sos.", "198008082007011021", "III/d", "Kepala Subbagian Rumah Tangga"),
    Somebody("hartati.wunggu", "Hartati Wunggu, S.E.", "198704262011012013", "III/c", "Staf Rumah Tangga"),
    Somebody("samsul.ranomeeto", "Samsul Ranomeeto", "198610102012121007", "II/b", "Petugas Gedung"),
    Somebody("amin.lapadindi", "La Ode Amin Lapadindi", "", HONORARY, "Satuan Pengamanan"),
    Somebody("rosmiati.kapoa", "Rosmiati Kapoa", "", HONORARY, "Pramubakti"),
    # Bagian Organisasi
    Somebody("nurlela.tanggomo", "Hj. Nurlela Tanggomo, S.Sos., M.Si.", "197601172001122003", "IV/a", "Kepala Bagian Organisasi"),
    Somebody("hasbullah.moita", "Hasbullah Moita, S.IP.", "198412312010011018", "III/d", "Analis Tata Laksana"),
    Somebody("wayan.sutarsa", "I Wayan Sutarsa, S.A.P.", "199006062019031010", "III/b", "Analis Kelembagaan"),
    Somebody("dedi.lambuya", "Dedi Syahputra Lambuya, S.Kom.", "198902152014021005", "III/c", "Pranata Komputer"),
    # Bagian lainnya
    Somebody("arsyad.marhumu", "La Ode Arsyad Marhumu, S.H., M.H.", "197711032003121006", "IV/a", "Kepala Bagian Hukum"),
    Somebody("tenri.ampawali", "Andi Tenri Ampawali, S.H.", "199103222015032004", "III/c", "Perancang Peraturan"),
    Somebody("sukirman.larombu", "Sukirman Larombu, S.STP.", "198005152001121002", "IV/a", "Kepala Bagian Tata Pemerintahan"),
    Somebody("natsir.pabeangi", "Drs. Muh. Natsir Pabeangi", "196912091998031005", "IV/b", "Kepala Bagian Kesejahteraan Rakyat"),
    Somebody("made.ratnasih", "Ni Made Ratnasih, S.E., M.M.", "197809202005022008", "IV/a", "Kepala Bagian Perekonomian"),
    Somebody("haerul.sewali", "Ir. Haerul Anam Sewali, M.T.", "197304112000031007", "IV/b", "Kepala Bagian Administrasi Pembangunan"),
    Somebody("zulkifli.rasako", "Zulkifli Rasako, S.T.", "198106302006041011", "IV/a", "Kepala Bagian Pengadaan Barang dan Jasa"),
    Somebody("rahmat.tenriwaru", "Andi Rahmat Tenriwaru, S.STP.", "198302142002121003", "IV/a", "Kepala Bagian Protokol dan Komunikasi Pimpinan"),
    Somebody("yusnita.morini", "Yusnita Morini, S.I.Kom.", "198808182014022007", "III/c", "Kepala Subbagian Protokol"),
    Somebody("fajar.sowohi", "Fajar Sowohi, S.I.Kom.", "199610272022031006", "III/a", "Petugas Protokol"),
    Somebody("masnia.wulaa", "Hj. Masnia Wulaa, S.E., M.Ak.", "197505242002122005", "IV/a", "Kepala Bagian Perencanaan dan Keuangan"),
    Somebody("erna.paribela", "Erna Paribela, S.E.", "198610092010012017", "III/d", "Pejabat Penatausahaan Keuangan"),
    Somebody("rahmawati.tundu", "Rahmawati Tundu, S.E.", "198901292012022009", "III/c", "Bendahara Pengeluaran"),
    Somebody("sardin.kalisusu", "La Ode Sardin Kalisusu, A.Md.", "199304042018011002", "II/d", "Pengelola Gaji"),
)  # fmt: skip

ADMINISTRATOR = "dedi.lambuya"
