from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories import procedures as sops

from okesop.procedures.domain import chains, numbers, public_addresses
from okesop.procedures.models import Chain, Number, NumberRegister

ADDRESS, NUMBERS, HANDS = "/pengaturan/alamat-umum/", "/pengaturan/nomor/", "/pengaturan/alur/"


@pytest.fixture
def admin(signed_in, administrator):
    return signed_in(administrator)


@pytest.mark.parametrize("page", [ADDRESS, NUMBERS, HANDS])
def test_only_an_administrator_sets_it(signed_in, author, approver, page):
    for person in (author, approver):
        assert signed_in(person).get(page).status_code == 403


def test_the_address_is_set_on_its_page(admin, settings):
    settings.PUBLIC_ADDRESS = ""

    assert admin.post(ADDRESS, {"alamat": "https://sop.kota.example/"}).status_code == 302

    assert public_addresses.required() == "https://sop.kota.example"


@pytest.mark.parametrize(
    "typed",
    ["http://localhost:8000", "https://127.0.0.1", "http://[::1]/", "sop.kota.example", "ftp://a.b",
     "https://user:x@kota.example", "https://kota.example/?a=1", "http://0.0.0.0", "https://["],
)  # fmt: skip
def test_an_address_that_no_phone_reaches_is_refused(admin, settings, typed):
    settings.PUBLIC_ADDRESS = ""

    assert admin.post(ADDRESS, {"alamat": typed}).status_code == 422
    with pytest.raises(public_addresses.NoPublicAddress):
        public_addresses.required()


def test_an_address_of_the_environment_is_told_and_not_changed(admin):
    assert "OKESOP_ADDRESS" in admin.get(ADDRESS).content.decode()


def test_numbers_are_written_as_the_page_says(admin, general):
    fields = {"unit": general.pk, "templat": "SOP/{urut:00}/{bulan_romawi}", "klasifikasi": ""}
    assert admin.post(NUMBERS, fields).status_code == 302
    assert numbers.preview(general, timezone.localdate()).startswith("SOP/01/")

    wrong = admin.post(NUMBERS, {**fields, "templat": "{nomor}"})
    assert wrong.status_code == 422
    assert NumberRegister.objects.get().template == "SOP/{urut:00}/{bulan_romawi}"


def test_a_number_is_kept_free_or_inserted_with_its_reason(admin, general):
    keep = {"unit": general.pk, "alasan": "SOP arsip menyusul."}
    assert admin.post(f"{NUMBERS}simpan/", keep).status_code == 302
    assert admin.post(f"{NUMBERS}simpan/", {**keep, "sesudah": 1}).status_code == 302

    assert [n.suffix for n in Number.objects.order_by("pk")] == ["", "a"]
    assert admin.post(f"{NUMBERS}simpan/", {**keep, "sesudah": 9}).status_code == 422
    assert admin.post(f"{NUMBERS}simpan/", {**keep, "alasan": ""}).status_code == 422
    assert "SOP arsip menyusul." in admin.get(NUMBERS).content.decode()


def test_the_hands_of_a_unit_are_set_from_a_day_on(admin, general, approver):
    seat = approver.person.assignments.get().position
    tomorrow = timezone.localdate() + timedelta(days=1)
    fields = {"unit": general.pk, "sejak": tomorrow.isoformat(), "pengesah_1": seat.pk}

    assert admin.post(HANDS, fields).status_code == 302

    assert chains.of(general, timezone.localdate()) is None
    chain = chains.of(general, tomorrow)
    assert (chain.verified, [each.position for each in chain.approvers.all()]) == (False, [seat])
    assert str(seat) in admin.get(HANDS).content.decode()


def test_a_position_approves_once_in_a_chain(admin, general, approver):
    seat = approver.person.assignments.get().position.pk
    today = timezone.localdate().isoformat()
    fields = {"unit": general.pk, "sejak": today, "pengesah_1": seat, "pengesah_2": seat}

    assert admin.post(HANDS, fields).status_code == 422
    assert not Chain.objects.exists()


def test_what_is_on_its_way_keeps_its_chain(admin, general, cast):
    draft = sops.submitted(sops.draft(general, cast[0]), cast[0])
    today = timezone.localdate().isoformat()
    admin.post(HANDS, {"unit": general.pk, "sejak": today})

    draft.refresh_from_db()
    assert draft.chain is None
