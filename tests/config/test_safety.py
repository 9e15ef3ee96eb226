"""What every answer carries, and what no template holds."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

PAGES = ["accounts:sign-in", "accounts:profile", "ui:gallery", "organisation:settings"]
TEMPLATES = sorted(settings.PACKAGE.glob("*/templates/**/*.html"))


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_is_strict(signed_in, administrator, name):
    client = signed_in(administrator)
    answer = client.get(reverse(name), follow=True)

    policy = dict(
        part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_inline_code(signed_in, administrator, name):
    html = signed_in(administrator).get(reverse(name), follow=True).content.decode()

    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", html)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_holds_inline_code(path: Path):
    html = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(), flags=re.DOTALL)

    assert not re.search(r"<style|\sstyle\s*=|\son[a-z]+\s*=", html, re.IGNORECASE)
    assert not re.search(r"<script(?![^>]*(\ssrc=|application/json))", html)


def patterns(resolver=None, prefix=""):
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from patterns(each)


OPEN = {"found", "sign-in", "with-code", "as-sample", "sign-out"}


def test_only_the_doors_are_open_without_a_sign_in():
    # The editor's addresses refuse by themselves, in JSON; their own tests hold them.
    unlocked = {
        each.name
        for each in patterns()
        if not getattr(each.callback, "login_required", True)
        and not getattr(each.callback, "__module__", "").startswith("okesop.procedures.")
    }

    assert unlocked == OPEN


def test_cookies_stay_in_the_house(client, author, administrator):
    client.post(
        reverse("accounts:sign-in"),
        {"name": author.username, "password": "perahu sandeq berlayar pagi"},
    )

    session = client.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [("/tidak/ada/", 404, "Halaman tidak ditemukan"), ("/pengaturan/", 403, "tidak berwenang")],
)
def test_what_goes_wrong_says_so_with_a_short_code(signed_in, author, path, status, words):
    answer = signed_in(author).get(path)

    assert answer.status_code == status
    assert words in answer.content.decode()
    assert re.search(r"Kode K-[2-9A-Z]{4}", answer.content.decode())


def test_a_mistake_of_ours_is_a_page_with_a_code(signed_in, administrator, monkeypatch):
    def broken(*_args, **_kwargs):
        message = "secret inside"
        raise RuntimeError(message)

    monkeypatch.setattr("okesop.organisation.domain.queries.offices.with_positions", broken)
    client = signed_in(administrator)
    client.raise_request_exception = False

    answer = client.get("/pengaturan/")

    assert answer.status_code == 500
    assert re.search(r"Kode K-[2-9A-Z]{4}", answer.content.decode())
    assert "secret inside" not in answer.content.decode()


def test_a_stale_form_says_what_to_do(administrator):
    answer = Client(enforce_csrf_checks=True).post(reverse("accounts:sign-in"), {"name": "x"})

    assert answer.status_code == 403
    assert "Formulir kedaluwarsa" in answer.content.decode()


def test_a_name_that_the_server_does_not_go_by_is_told_in_words(client):
    answer = client.get("/masuk/", HTTP_HOST="sop.example")

    assert answer.status_code == 400
    assert "OKESOP_HOSTS" in answer.content.decode()


def test_the_head_of_a_page_may_be_asked_for(client, administrator):
    assert client.head("/masuk/").status_code == 200
