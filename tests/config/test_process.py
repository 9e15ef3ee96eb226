"""The commands as an office starts them: real processes, real sockets, collected static files."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

OKESOP = Path(sys.executable).with_name("okesop")
PASSWORD = "perahu sandeq berlayar pagi"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(folder, *words):
    """Start a command and give its address and what it printed until it said that it runs."""
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OKESOP_", "DJANGO_"))}
    environment |= {"OKESOP_DATA": str(folder)}
    command = [OKESOP, *words, "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        printed = []
        for line in process.stdout:
            printed.append(line)
            if line.startswith("Berhenti"):
                break
        try:
            yield f"http://127.0.0.1:{port}", "".join(printed)
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise


class Browser:
    """Follows redirects, keeps cookies, fills in forms."""

    def __init__(self, root):
        self.root, self.jar = root, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def open(self, path, form=None, **headers):
        data = urllib.parse.urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(self.root + path, data, headers)
        with self.opener.open(request, timeout=20) as answer:
            return answer.url, answer.read().decode()

    def send(self, page, path, **form):
        _url, html = self.open(page)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html).group(1)
        return self.open(path, {"csrfmiddlewaretoken": token, **form})


def until_it_answers(browser, path):
    for _attempt in range(300):
        try:
            return browser.open(path)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
        time.sleep(0.1)  # another process is starting: there is nothing to wait on but its socket
    pytest.fail("the server does not answer")


def test_an_office_is_set_up_with_the_printed_code(tmp_path):
    with running(tmp_path, "serve") as (root, printed):
        code = re.search(r"Kode pemasangan: (\S+)", printed).group(1)
        browser = Browser(root)
        url, _html = until_it_answers(browser, "/")
        assert url.endswith("/pasang/")

        url, html = browser.send(
            "/pasang/",
            "/pasang/",
            code=code,
            office="Sekretariat Daerah Kota Contoh",
            letterhead="PEMERINTAH KOTA CONTOH",
            name="Hasrat Tinggi",
            username="hasrat",
            nip="",
            new_password=PASSWORD,
            repeated=PASSWORD,
        )

        assert url == f"{root}/"
        assert "Menyiapkan kantor Anda" in html
        style = re.search(r"/static/ui/theme\.[0-9a-f]{12}\.css", html).group(0)
        assert "--brand" in browser.open(style)[1]

    with running(tmp_path, "serve") as (_root, printed):
        assert "Kode pemasangan" not in printed
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_the_demo_opens_with_one_click_and_is_seeded_once(tmp_path):
    for _start in range(2):
        with running(tmp_path, "demo") as (root, _printed):
            browser = Browser(root)
            _url, html = until_it_answers(browser, "/masuk/")
            assert len(re.findall(r'action="/masuk/contoh/', html)) == 10

            url, html = browser.send("/masuk/", "/masuk/contoh/ode.fadlan/")
            assert url == f"{root}/"
            assert "La Ode Fadlan" in html

            with pytest.raises(urllib.error.HTTPError, match="400"):
                browser.open("/masuk/", host="sop.example")


def test_the_demo_mode_is_no_way_to_serve_an_office(tmp_path):
    environment = {**os.environ, "OKESOP_DEMO": "on", "OKESOP_DATA": str(tmp_path)}

    refused = subprocess.run(
        [OKESOP, "serve", "--host", "0.0.0.0"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert refused.returncode == 2
    assert "hanya untuk okesop demo" in refused.stderr
    assert "Traceback" not in refused.stderr
