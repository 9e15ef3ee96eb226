"""A real browser on a real server; a page that writes an error to its console fails its test."""

import os
import shutil

import pytest
from tests.factories import organisation as office

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps a loop in the thread of the test
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
QUIET = ("Failed to load resource",)  # what a test of broken lines provokes itself


def pytest_collection_modifyitems(items):
    for item in items:
        if "/e2e/" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Threads of the server must not share one connection: the database is a file here."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database.setdefault("TEST", {})["NAME"] = str(
            tmp_path_factory.mktemp("db") / "e2e.sqlite3"
        )


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium, live_server):
    """Return a function that opens a browser of its own, signed in as somebody or as nobody."""
    contexts, faults = [], []

    def heard(message):
        if message.type == "error" and not message.text.startswith(QUIET):
            faults.append(message.text)

    def open_window(user=None, *, width=1440, height=1000, dark=False):
        scheme = "dark" if dark else "light"
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            base_url=live_server.url,
            locale="id-ID",
        )
        contexts.append(context)
        if user:
            context.add_cookies([_session(user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", heard)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert faults == []


def _session(user, url):
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user, backend="okesop.accounts.backends.NameBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


@pytest.fixture
def password():
    return office.PASSWORD
