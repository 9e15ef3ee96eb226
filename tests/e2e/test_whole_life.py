"""An empty installation, and the life of its first SOP in a browser; after each step the database is read again."""

import re
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from PIL import Image
from tests.e2e.clock import Clock
from tests.e2e.form import Form
from tests.e2e.test_life import approve, decide, follow, press
from tests.e2e.test_office import PASSWORD, found, upload
from tests.organisation.domain.test_importing import book

from okesop.accounts.domain import codes
from okesop.accounts.models import User
from okesop.files.models import Emblem
from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Unit
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import paper, public_addresses
from okesop.procedures.enums import Status
from okesop.procedures.models import Version

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 60_000  # ms; a shared machine may pause, and a long story pauses often
ADDRESS = "https://sop.kota.example"
TREE = [("Sekretariat",), ("Bagian Umum", "Sekretariat"), ("Bagian Organisasi", "Sekretariat")]
SEATS = [
    ("Kepala Bagian Umum", "Bagian Umum", "ya"),
    ("Arsiparis", "Bagian Umum"),
    ("Analis Tata Laksana", "Bagian Organisasi"),
]
AUTHOR, CHECKER, HEAD = "198203072008012015", "199105152015032003", "197411052001121002"
STAFF = [
    ("Siti Aminah, S.Sos.", AUTHOR, "", "", "Arsiparis"),
    ("Hasbullah Moita, S.E.", CHECKER, "", "", "Analis Tata Laksana"),
    ("Ridwan Tamboraki, S.Sos.", HEAD, "", "Pembina, IV/a", "Kepala Bagian Umum"),
]
STEPS = [
    ["No", "Kegiatan", "Arsiparis", "Kepala Bagian Umum", "Kelengkapan", "Waktu", "Output"],
    ["1", "Menerima dan mencatat surat masuk", "x", "", "Surat masuk", "10 menit", "Agenda surat"],
    ["2", "Memberi disposisi", "", "x", "Agenda surat", "15 menit", "Disposisi"],
    ["3", "Mengarsipkan surat", "x", "", "Disposisi", "10 menit", "Arsip surat"],
]  # fmt: skip
TITLE = "Pengelolaan Surat Masuk"
LISTS = {
    "dasar hukum": "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "kualifikasi": "Memahami tata naskah dinas",
    "peralatan": "Komputer",
    "peringatan": "Jika surat tidak dicatat maka tindak lanjutnya terlambat",
    "pencatatan": "Buku agenda surat masuk",
}


def standing(number=1):
    return Version.objects.standing(timezone.localdate()).get(number=number).standing


class House:
    """The windows of four people before one installation, and the acts of each."""

    def __init__(self, window, tmp_path):
        self.window, self.folder = window, tmp_path
        self.keeping = window()
        self.writing, self.checking = window(), window()
        self.signing = window(width=390, height=844)
        for page in (self.keeping, self.writing, self.checking, self.signing):
            page.set_default_timeout(PATIENCE)

    def people(self):
        return ((self.writing, AUTHOR), (self.checking, CHECKER), (self.signing, HEAD))

    def is_set_up(self):
        found(self.keeping, codes.issue_setup(at=timezone.now()))
        self.keeping.get_by_role("heading", name="Menyiapkan kantor Anda").wait_for()
        assert User.objects.get().is_administrator
        assert Unit.objects.get().name == "Sekretariat"

    def gets_its_people(self):
        self.keeping.get_by_role("link", name="Impor dari Excel").click()
        file = self.folder / "kantor.xlsx"
        file.write_bytes(book(TREE, SEATS, STAFF))
        upload(self.keeping, str(file))
        self.keeping.get_by_role("button", name=re.compile(r"Tulis \d+ data")).click()
        self.keeping.get_by_text("data ditulis").wait_for()
        held = Assignment.objects.values_list("person__nip", "position__title")
        assert set(held) == {(nip, title) for _name, nip, _user, _rank, title in STAFF}

    def gets_an_emblem(self):
        picture = self.folder / "lambang.png"
        target = BytesIO()
        Image.new("RGBA", (64, 64), "#0b6159").save(target, "PNG")
        picture.write_bytes(target.getvalue())
        self.keeping.goto("/")
        follow(self.keeping, "Unggah lambang")
        self.keeping.locator("input[type=file]").set_input_files(str(picture))
        press(self.keeping, "Simpan lambang")
        self.keeping.get_by_text("Lambang disimpan").first.wait_for()
        assert Emblem.objects.get().unit.name == "Sekretariat"

    def gets_a_verifier(self):
        page = self.keeping
        page.goto("/pengaturan/")
        follow(page, "Hak dan peran Sekretariat")
        page.get_by_label("Jabatan unit lain").select_option(
            label="Analis Tata Laksana, Bagian Organisasi"
        )
        press(page, "Tampilkan dalam tabel")
        page.get_by_role("row", name="Analis Tata Laksana").get_by_label("Verifikator").check()
        press(page, "Simpan peran")
        page.get_by_text("1 peran diubah").wait_for()
        checker = User.objects.get(nip=CHECKER)
        assert access.holds(checker, [Role.VERIFIER], Unit.objects.get(name="Bagian Umum").pk)

    def gets_an_address(self):
        page = self.keeping
        page.goto("/pengaturan/alamat-umum/")
        page.get_by_label("Alamat umum").fill(ADDRESS)
        press(page, "Simpan alamat")
        page.get_by_text("Alamat umum disimpan").wait_for()
        assert public_addresses.current() == ADDRESS

    def lets_its_people_in(self):
        for page, nip in self.people():
            self.keeping.goto(f"/pengaturan/orang/?cari={nip}")
            self.keeping.locator("a.t").click()
            press(self.keeping, "Buat kode sekali pakai")
            code = self.keeping.locator("#code").inner_text()
            page.goto("/masuk/kode/")
            page.get_by_label("NIP atau nama pengguna").fill(nip)
            page.get_by_label("Kode sekali pakai").fill(code)
            page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
            page.get_by_label("Ulangi kata sandi baru").fill(PASSWORD)
            press(page, "Simpan kata sandi dan masuk")
            page.get_by_role("heading", name="Perlu tindakan Anda").wait_for()
            assert User.objects.get(nip=nip).check_password(PASSWORD)

    def writes(self):
        page = self.writing
        follow(page, "Buat SOP")
        page.get_by_label(re.compile("Nama SOP")).fill(TITLE)
        page.get_by_role("button", name=re.compile("Tempel tabel")).click()
        page.wait_for_selector("#paste-dialog[open]")
        form = Form(page)
        form.paste(STEPS)
        press(page, "Tempel 3 langkah")
        page.wait_for_selector(".live-flow [data-node]")
        form.saved()
        assert [step.activity for step in self.document().steps] == [row[1] for row in STEPS[1:]]
        assert standing() == Status.DRAFT
        self.fills_in_the_form(Form.open(page, Version.objects.get(), "identitas"))

    def fills_in_the_form(self, form):
        page = form.page
        office = page.get_by_label("Instansi", exact=True)
        office.fill("PEMERINTAH KOTA CONTOH")
        office.press("Enter")
        for name, words in LISTS.items():
            entry = page.get_by_label(re.compile(f"Tambah {name}"))
            entry.fill(words)
            entry.press("Enter")
        form.saved()
        page.locator("#findings-sum", has_text="0 wajib").wait_for()
        assert self.document().legal_basis == (LISTS["dasar hukum"],)
        assert Version.objects.get().error_count == 0

    def document(self, number=1):
        return documents.read(Version.objects.get(number=number))

    def hands_in(self, number=1):
        page = self.writing
        page.goto(f"/sop/{self.key}/editor/")
        page.locator("#submit").click()
        press(page, "Ajukan ke Bagian Organisasi")
        page.get_by_text("Menunggu Bagian Organisasi").wait_for()
        assert standing(number) == Status.SUBMITTED

    def opens_the_review(self):
        decide(self.checking, "Menunggu verifikasi Anda")
        follow(self.checking, "Tinjau dan verifikasi")

    def is_returned(self):
        page, words = self.checking, "Lima belas menit terlalu singkat."
        self.opens_the_review()
        page.get_by_label("Pada").select_option(label="Langkah 2, Waktu")
        page.get_by_label("Catatan", exact=True).fill(words)
        press(page, "Sematkan")
        page.get_by_text(words).wait_for()
        press(page, "Kembalikan dengan catatan")
        press(page, "Kembalikan")
        page.get_by_text("dikembalikan kepada penyusun").wait_for()
        version = Version.objects.get()
        note = version.comments.get()
        assert (standing(), note.place, note.text) == (
            Status.RETURNED,
            f"steps/{self.document().steps[1].id}/time",
            words,
        )

    def is_mended(self):
        page = self.writing
        decide(page, "Perlu perbaikan")
        follow(page, "Ke catatan pertama")
        Form(page).ready()
        page.keyboard.type("20 menit")
        page.keyboard.press("Enter")
        Form(page).saved()
        assert self.document().steps[1].time == "20 menit"

    def is_verified(self, number=1):
        self.opens_the_review()
        press(self.checking, "Verifikasi dan teruskan")
        self.checking.get_by_text("diverifikasi.").first.wait_for()
        assert standing(number) == Status.VERIFIED

    def is_approved(self, day, number=1):
        approve(self.signing, PASSWORD, day)
        version = Version.objects.get(number=number)
        act = version.approvals.last()
        assert (version.effective_on, act.by.nip, act.position) == (
            day,
            HEAD,
            "Kepala Bagian Umum",
        )
        assert version.number_text
        assert standing(number) == Status.APPROVED

    def sees(self, paper, verdict):
        """Scan a code with the phone of a passer-by."""
        phone = self.window(width=390, height=844)
        phone.set_default_timeout(PATIENCE)
        phone.goto(urlsplit(paper).path)
        phone.get_by_role("heading", name=verdict, exact=True).wait_for()
        return phone

    def comes_in_the_next_morning(self, page, nip):
        """After a night nobody is signed in any more."""
        page.goto("/")
        page.get_by_label("NIP atau nama pengguna").fill(nip)
        page.get_by_label("Kata sandi").fill(PASSWORD)
        press(page, "Masuk")
        page.get_by_role("heading", name="Perlu tindakan Anda").wait_for()

    def is_revised(self):
        page = self.writing
        page.goto(f"/sop/{self.key}/")
        press(page, "Buat revisi")
        page.get_by_text("Versi 2").first.wait_for()
        form = Form(page)
        form.ready()
        form.write(2, "output", "Disposisi dan petunjuk")
        form.saved()
        assert self.document(2).steps[1].output == "Disposisi dan petunjuk"
        assert self.document(1).steps[1].output == "Disposisi"

    def is_compared(self):
        page = self.signing
        decide(page, "Menunggu pengesahan Anda")
        follow(page, "Tinjau dan setujui")
        follow(page, "Yang berubah sejak versi lalu")
        page.get_by_role("link", name="Langkah 2 diubah").wait_for()
        page.get_by_text("dan petunjuk").first.wait_for()

    @property
    def key(self):
        return Version.objects.get(number=1).key

    @property
    def paper(self):
        """What the QR code of the first version says."""
        return paper.stamp(Version.objects.get(number=1).code).address


def test_an_sop_lives_in_a_new_house(window, tmp_path, monkeypatch):
    house, clock = House(window, tmp_path), Clock(monkeypatch)
    house.is_set_up()
    house.gets_its_people()
    house.gets_an_emblem()
    house.gets_a_verifier()
    house.gets_an_address()
    house.lets_its_people_in()
    house.writes()
    house.hands_in()
    house.is_returned()
    house.is_mended()
    house.hands_in()
    house.is_verified()
    house.is_approved(timezone.localdate() + timedelta(days=2))
    house.sees(house.paper, "Belum berlaku")

    clock.forward(2)
    assert standing() == Status.IN_FORCE
    house.sees(house.paper, "Berlaku")
    for page, nip in house.people():
        house.comes_in_the_next_morning(page, nip)
    house.is_revised()
    house.hands_in(2)
    house.is_verified(2)
    house.is_compared()
    house.is_approved(timezone.localdate() + timedelta(days=1), 2)
    assert standing(1) == Status.IN_FORCE
    house.sees(house.paper, "Berlaku")

    clock.forward(1)
    assert (standing(1), standing(2)) == (Status.SUPERSEDED, Status.IN_FORCE)
    phone = house.sees(house.paper, "Sudah digantikan")
    assert phone.get_by_text("Gunakan versi 2.").is_visible()
