from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone
from tests.factories.organisation import PASSWORD

from okesop.accounts.domain import codes
from okesop.accounts.models import Session
from okesop.audit.models import Entry

PAGE = reverse("accounts:sign-in")
CODE_PAGE = reverse("accounts:with-code")
NEW = "sagu lemak di teluk kendari"
REFUSED = "Nama atau kata sandi tidak cocok"
LOCKED = "coba lagi setelah 15 menit"

pytestmark = pytest.mark.usefixtures("administrator")


def sign_in(client, name, password=PASSWORD, **more):
    return client.post(PAGE, {"name": name, "password": password, **more})


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("name", ["username", "nip"])
def test_nip_or_user_name_and_password_open_the_door(client, author, name):
    response = sign_in(client, getattr(author, name))

    assert (response.status_code, response.url) == (302, "/")
    assert Session.objects.get().user == author
    assert Entry.objects.get().action == "accounts.sign_in"


@pytest.mark.parametrize("case", ["wrong password", "unknown name", "closed account"])
def test_a_refusal_does_not_tell_what_was_wrong(client, author, case):
    author.is_active = case != "closed account"
    author.save()
    name = "nobody" if case == "unknown name" else author.username
    password = "another password" if case == "wrong password" else PASSWORD

    response = sign_in(client, name, password)

    assert response.status_code == 422
    assert REFUSED in text(response)
    assert name in text(response)
    assert password not in text(response)
    assert not Session.objects.exists()


@pytest.mark.parametrize("name", ["username", "nobody"])
def test_five_failures_lock_the_name_for_fifteen_minutes(client, author, name):
    name = getattr(author, name, name)
    seen = [sign_in(client, name, "wrong").status_code for _attempt in range(5)]

    response = sign_in(client, name)

    assert seen == [422, 422, 422, 422, 429]
    assert response.status_code == 429
    assert LOCKED in text(response)
    assert not Session.objects.exists()


def test_both_names_of_an_account_count_together(client, author):
    for name in (author.username, author.nip, author.username.upper(), author.nip):
        sign_in(client, name, "wrong")

    assert sign_in(client, author.nip, "wrong").status_code == 429
    assert sign_in(client, author.username).status_code == 429


def test_a_lock_holds_for_the_account_and_not_for_the_address(client, author, colleague):
    for _attempt in range(6):
        sign_in(client, author.username, "wrong")

    assert sign_in(client, colleague.username).status_code == 302


def test_the_lock_opens_after_its_time_even_when_somebody_goes_on_trying(client, author):
    for _attempt in range(5):
        sign_in(client, author.username, "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert sign_in(client, author.username, "wrong").status_code == 429

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert sign_in(client, author.username).status_code == 302


def test_a_success_forgets_the_failures(client, author):
    for _attempt in range(4):
        sign_in(client, author.username, "wrong")
    sign_in(client, author.username)
    client.post(reverse("accounts:sign-out"))

    assert [sign_in(client, author.username, "wrong").status_code for _again in range(4)] == [
        422
    ] * 4


def test_what_was_typed_wrongly_is_kept_nowhere(client, author):
    sign_in(client, "my-password-in-the-wrong-field", "secret-typed")

    stored = str(AccessAttempt.objects.values()) + str(Entry.objects.values())
    assert "secret-typed" not in stored
    assert "my-password-in-the-wrong-field" not in stored


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [("/sop/", "/sop/"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("", "/")],
)
def test_the_way_back_stays_in_the_house(client, author, wanted, reached):
    assert sign_in(client, author.username, next=wanted).url == reached


def test_who_is_signed_in_is_led_on(signed_in, author):
    assert signed_in(author).get(PAGE, {"next": "/sop/"}).url == "/sop/"


def test_signing_out_ends_the_session(client, author):
    sign_in(client, author.username)

    assert client.post(reverse("accounts:sign-out")).url == PAGE

    assert not Session.objects.filter(user=author).exists()
    assert Entry.objects.last().action == "accounts.sign_out"
    assert client.get(reverse("accounts:profile")).status_code == 302


@pytest.mark.parametrize("address", ["accounts:sign-out", "accounts:end-others"])
def test_what_changes_something_is_only_posted(signed_in, author, address):
    assert signed_in(author).get(reverse(address)).status_code == 405


# --- not signed in


def test_a_page_leads_to_the_sign_in_and_back(client):
    page = reverse("accounts:profile")

    assert client.get(page).url == f"{PAGE}?next={page}"


def test_htmx_leads_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/pengaturan/?x=1&y=2"}

    response = client.get(reverse("accounts:profile"), headers=headers)

    assert response.status_code == 204
    assert response["HX-Redirect"] == f"{PAGE}?next=%2Fpengaturan%2F%3Fx%3D1%26y%3D2"


def test_a_script_is_told_in_json(client):
    response = client.get(reverse("accounts:profile"), headers={"Accept": "application/json"})

    assert response.status_code == 401
    assert response.json() == {"message": "Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi."}


# --- one-time code


def with_code(client, name, code, password=NEW, repeated=None):
    repeated = password if repeated is None else repeated
    given = {"name": name, "code": code, "new_password": password, "repeated": repeated}
    return client.post(CODE_PAGE, given)


@pytest.fixture
def code(author, administrator):
    return codes.issue(author, by=administrator, at=timezone.now())


def test_a_code_sets_the_password_and_signs_in(client, author, code):
    response = with_code(client, author.nip, code)

    author.refresh_from_db()
    assert (response.status_code, response.url) == (302, "/")
    assert author.check_password(NEW)
    assert Session.objects.get().user == author


def test_a_code_is_used_up(client, author, code):
    with_code(client, author.nip, code)
    client.post(reverse("accounts:sign-out"))

    response = with_code(client, author.nip, code, "perahu layar putih besar")

    assert response.status_code == 422
    assert "kode sudah tidak berlaku" in text(response)


@pytest.mark.parametrize(
    ("password", "repeated", "words"),
    [("pendek", None, "sekurangnya 12 huruf"), (NEW, "lain", "tidak sama")],
)
def test_a_refused_password_keeps_the_code(client, author, code, password, repeated, words):
    response = with_code(client, author.nip, code, password, repeated)

    assert response.status_code == 422
    assert words in text(response)
    assert with_code(client, author.nip, code).status_code == 302


def test_guessing_codes_locks_the_account(client, author, code):
    for _attempt in range(5):
        with_code(client, author.nip, "0000-0000-0000")

    response = with_code(client, author.nip, code)

    assert response.status_code == 429
    assert LOCKED in text(response)


def test_setting_the_password_with_a_code_ends_other_sessions(client, author, code):
    sign_in(client, author.username)
    first = Session.objects.get().session_key
    client.cookies.clear()

    with_code(client, author.nip, code)

    assert not Session.objects.filter(session_key=first).exists()


# --- sample people


def test_sample_people_exist_in_the_demo_alone(client, settings, author):
    page = reverse("accounts:as-sample", args=[author.username])
    settings.SAMPLE = "tests.accounts.sample"

    assert client.post(page).status_code == 404
    assert "Coba tanpa akun" not in text(client.get(PAGE))


@pytest.fixture
def demo(settings, author):
    settings.DEMO = True
    settings.SAMPLE = "tests.accounts.sample"
    author.username = "penulis"
    author.save()
    return author


def test_the_demo_signs_in_with_one_click(client, demo):
    assert "La Ode Fadlan" in text(client.get(PAGE))

    response = client.post(reverse("accounts:as-sample", args=["penulis"]))

    assert response.url == "/"
    assert Session.objects.get().user == demo


@pytest.mark.parametrize(
    "extra",
    [{"REMOTE_ADDR": "10.0.0.7"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.7"}, {"HTTP_VIA": "1.1 x"}],
    ids=("from the network", "through a proxy", "through a gateway"),
)
def test_the_demo_offers_nobody_beyond_this_machine(client, demo, extra):
    page = reverse("accounts:as-sample", args=["penulis"])

    assert "Coba tanpa akun" not in text(client.get(PAGE, **extra))
    assert client.post(page, **extra).status_code == 404


def test_the_demo_offers_only_its_sample_people(client, demo, colleague):
    page = reverse("accounts:as-sample", args=[colleague.username])

    assert client.post(page).status_code == 404
