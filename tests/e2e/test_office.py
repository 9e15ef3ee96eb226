"""The office in a real browser: an empty installation is set up, people come from Excel, roles are given and lent."""

from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.e2e.axe import violations
from tests.e2e.test_house import FINGER, SMALL_TARGETS, WINDOWS
from tests.factories.organisation import DelegationFactory
from tests.organisation.domain.test_importing import NIP, SEATS, STAFF, TREE, book

from okesop.accounts.domain import codes
from okesop.organisation import access
from okesop.organisation.domain import handovers, holidays, work_weeks
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Delegation, Person, Unit

PASSWORD = "perahu sandeq berlayar pagi"


@pytest.fixture
def pages(general, author, colleague, administrator):
    at = timezone.now()
    work_weeks.begin(by=administrator, at=at)
    holidays.fill(by=administrator, at=at)
    seat = author.person.assignments.get()
    made = handovers.hand_over(seat, taker=colleague.person, by=administrator, at=at)
    names = [
        ("organisation:roles", general.pk),
        ("organisation:unit", general.pk),
        ("organisation:import",),
        ("organisation:calendar",),
        ("organisation:week",),
        ("organisation:standing",),
        ("organisation:hand-over", seat.pk),
        ("organisation:handover", made.pk),
    ]
    return [reverse(name, args=args) for name, *args in names]


@pytest.mark.parametrize(("width", "height", "dark"), WINDOWS)
def test_no_page_violates_the_rules_or_overflows(
    window, administrator, pages, width, height, dark
):
    page = window(administrator, width=width, height=height, dark=dark)
    found = {}
    for address in pages:
        page.goto(address)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[address] = (violations(page), max(wider, 0))

    assert found == {address: ([], 0) for address in pages}


def test_fingers_reach_everything_on_a_phone(window, administrator, pages):
    page = window(administrator, width=390, height=844)
    found = {}
    for address in pages:
        page.goto(address)
        found[address] = page.evaluate(SMALL_TARGETS, FINGER)

    assert found == {address: [] for address in pages}


def test_a_refusal_tells_what_is_missing(window, author, general):
    page = window(author, width=390, height=844)
    page.goto(reverse("organisation:unit", args=[general.pk]))

    page.get_by_role("heading", name="Mengapa saya tidak bisa?").wait_for()
    assert violations(page) == []


def test_own_roles_are_lent_on_a_phone(window, author, colleague, general):
    page = window(author, width=390, height=844)
    page.goto(reverse("organisation:standing"))
    assert violations(page) == []

    page.get_by_role("link", name="Delegasikan").click()
    page.get_by_label("Cari orang").press_sequentially("anggriani")
    page.get_by_role("link", name="Dewi Anggriani", exact=True).click()
    page.get_by_label("Penyusun").check()
    page.get_by_label("Sampai").fill(str(timezone.localdate()))
    page.get_by_label("Alasan").fill("Cuti tahunan")
    assert violations(page) == []
    page.get_by_role("button", name="Delegasikan peran").click()

    page.get_by_text("Didelegasikan").first.wait_for()
    made = Delegation.objects.get()
    assert (made.person, [str(role) for role in made.roles.all()]) == (
        colleague.person,
        ["Penyusun"],
    )


def test_what_was_lent_is_seen_and_taken_back(window, author, colleague):
    seat = author.person.assignments.get()
    DelegationFactory(assignment=seat, person=colleague.person, roles=["author"])
    page = window(author)
    page.goto(reverse("organisation:standing"))

    page.get_by_role("button", name="Akhiri").click()

    page.get_by_text("Delegasi diakhiri").wait_for()
    assert not Delegation.objects.on().exists()


@pytest.fixture
def workbook(tmp_path):
    def write(*sheets, name="kantor.xlsx"):
        file = Path(tmp_path) / name
        file.write_bytes(book(*sheets))
        return str(file)

    return write


def found(page, code):
    """Fill the set-up page in, as far as it must be."""
    page.goto("/")
    page.get_by_label("Kode pemasangan").fill(code)
    page.get_by_label("Nama kantor").fill("Sekretariat")
    page.get_by_label("Nama Anda dengan gelar").fill("Hasrat Tinggi, S.Kom.")
    page.get_by_label("Nama pengguna").fill("hasrat")
    page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    page.get_by_label("Ulangi").fill(PASSWORD)
    page.get_by_role("button", name="Pasang dan masuk").click()


def upload(page, file):
    page.get_by_label("Berkas Excel").set_input_files(file)
    page.get_by_role("button", name="Periksa berkas").click()


def test_an_empty_installation_is_led_to_its_people(window, db, workbook):
    page = window()
    found(page, codes.issue_setup(at=timezone.now()))
    page.get_by_role("heading", name="Menyiapkan kantor Anda").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Impor dari Excel").click()

    upload(page, workbook(TREE, SEATS, [("A", "1979")]))
    page.get_by_text("Orang, baris 2").wait_for()
    assert violations(page) == []
    assert Unit.objects.count() == 1

    upload(page, workbook(TREE, SEATS, STAFF))
    page.get_by_role("button", name="Tulis 8 data").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Tulis 8 data").click()
    page.get_by_text("8 data ditulis").wait_for()
    assert Assignment.objects.count() == 2

    page.goto("/")
    assert page.locator("ol.items li").filter(has_text="selesai").count() == 2
    siti = Person.objects.get(nip=NIP)
    assert access.holds(siti.user, [Role.APPROVER], Unit.objects.get(name="Bagian Umum").pk)


def test_a_role_is_given_in_the_matrix(window, administrator, author, general):
    page = window(administrator)
    page.goto(reverse("organisation:roles", args=[general.pk]))

    page.get_by_role("row", name="Kepala Subbagian").get_by_label("Verifikator").check()
    page.get_by_role("button", name="Simpan peran").click()

    page.get_by_text("1 peran diubah").wait_for()
    assert access.holds(author, [Role.VERIFIER], general.pk)
