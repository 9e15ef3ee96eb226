from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.organisation import PASSWORD

from okesop.accounts import sessions
from okesop.accounts.models import Session

PAGE = reverse("accounts:profile")
NEW = "sagu lemak di teluk kendari"
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/131.0.0.0 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"

pytestmark = pytest.mark.usefixtures("administrator")


def door(user, device=LAPTOP, address="10.0.0.7"):
    client = Client(HTTP_USER_AGENT=device, REMOTE_ADDR=address)
    client.post(reverse("accounts:sign-in"), {"name": user.username, "password": PASSWORD})
    return client


def text(response):
    return " ".join(response.content.decode().split())


def test_the_profile_shows_who_and_where(author):
    door(author, PHONE, "10.0.0.9")
    shown = text(door(author).get(PAGE))

    assert "La Ode Fadlan" in shown
    assert "Kepala Subbagian Tata Usaha" in shown
    assert "Chrome di Android" in shown
    assert "10.0.0.9" in shown
    assert shown.count("perangkat ini") == 1
    nip = author.nip
    assert f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" in shown


def test_no_session_key_leaves_the_cookie(author):
    shown = text(door(author).get(PAGE))

    assert all(row.session_key not in shown for row in Session.objects.all())


def test_one_session_is_revoked_and_the_other_stays(author):
    here, there = door(author), door(author, PHONE)
    handle = there.session[sessions.HANDLE]

    assert here.post(reverse("accounts:end-session", args=[handle])).url == PAGE

    assert there.get(PAGE).status_code == 302
    assert here.get(PAGE).status_code == 200


def test_all_other_sessions_are_revoked(author):
    here, there, elsewhere = door(author), door(author, PHONE), door(author)

    here.post(reverse("accounts:end-others"))

    assert [one.get(PAGE).status_code for one in (here, there, elsewhere)] == [200, 302, 302]


def test_somebody_elses_session_cannot_be_revoked(author, colleague):
    here, there = door(author), door(colleague)

    here.post(reverse("accounts:end-session", args=[there.session[sessions.HANDLE]]))

    assert there.get(PAGE).status_code == 200


def moved(client, **shift):
    """Let time pass for the session of a client."""
    session = client.session
    for name in (sessions.STARTED, sessions.SEEN):
        session[name] = (timezone.now() - timedelta(**shift)).isoformat()
    session.save()


def test_a_session_moves_on_while_its_person_is_there(author):
    client = door(author)
    session = client.session
    session[sessions.SEEN] = (timezone.now() - timedelta(minutes=29)).isoformat()
    session.save()

    client.get(PAGE)

    row = Session.objects.get()
    assert row.expire_date - timezone.now() > timedelta(minutes=29)
    assert timezone.now() - row.seen_at < timedelta(minutes=1)


def test_a_page_that_polls_by_itself_is_no_sign_of_a_person(author):
    client = door(author)
    before = Session.objects.get().expire_date
    session = client.session
    session[sessions.SEEN] = (timezone.now() - timedelta(minutes=5)).isoformat()
    session.save()

    client.get(PAGE, headers={"X-Okesop-Quiet": "1"})

    assert Session.objects.get().expire_date == before


def test_an_idle_session_ends(author):
    client = door(author)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert client.get(PAGE).status_code == 302


def test_twelve_hours_are_the_longest(author):
    client = door(author)
    moved(client, hours=11, minutes=50)

    client.get(PAGE)

    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=9) < left < timedelta(minutes=11)


def test_a_closed_account_is_signed_out_at_once(author):
    client = door(author)
    author.is_active = False
    author.save()

    assert client.get(PAGE).status_code == 302


# --- language and light


def test_language_and_light_are_kept_and_used(author):
    client = door(author)

    client.post(reverse("accounts:prefer"), {"language": "en", "theme": "dark"})

    shown = text(client.get(PAGE))
    author.refresh_from_db()
    assert (author.language, author.theme) == ("en", "dark")
    assert 'lang="en"' in shown
    assert 'data-theme="dark"' in shown
    stranger = Client()
    stranger.cookies["django_language"] = client.cookies["django_language"].value
    assert 'lang="en"' in text(stranger.get(reverse("accounts:sign-in")))


@pytest.mark.parametrize("given", [{"language": "xx", "theme": "dark"}, {}])
def test_unknown_choices_change_nothing(author, given):
    door(author).post(reverse("accounts:prefer"), given)

    author.refresh_from_db()
    assert (author.language, author.theme) == ("id", "system")


# --- password


def change(client, current=PASSWORD, new=NEW, repeated=None):
    repeated = new if repeated is None else repeated
    given = {"password": current, "new_password": new, "repeated": repeated}
    return client.post(reverse("accounts:password"), given)


def test_a_changed_password_ends_the_other_sessions(author):
    here, there = door(author), door(author, PHONE)

    assert change(here).url == PAGE

    author.refresh_from_db()
    assert author.check_password(NEW)
    assert here.get(PAGE).status_code == 200
    assert there.get(PAGE).status_code == 302


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"current": "wrong"}, "tidak cocok"),
        ({"new": "pendek"}, "sekurangnya 12 huruf"),
        ({"repeated": "lain"}, "tidak sama"),
        ({"new": ""}, "tidak boleh kosong"),
    ],
    ids=("wrong", "short", "unequal", "empty"),
)
def test_a_refused_change_says_why(author, given, words):
    response = change(door(author), **given)

    author.refresh_from_db()
    assert response.status_code == 422
    assert words in text(response)
    assert author.check_password(PASSWORD)


def test_an_old_password_is_asked_for_first_where_the_office_says_so(author, settings):
    settings.PASSWORD_VALID = timedelta(days=90)
    client = door(author)
    author.password_set_at = timezone.now() - timedelta(days=91)
    author.save()

    assert client.get(PAGE).url == reverse("accounts:password")
    assert "melewati masa berlakunya" in text(client.get(reverse("accounts:password")))
    told = client.get(PAGE, headers={"Accept": "application/json"})
    assert told.status_code == 403
    change(client)
    assert client.get(PAGE).status_code == 200
