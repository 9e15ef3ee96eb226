import socket

import pytest

from okesop.config import demo, serve


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True)]
    + [("0.0.0.0", False), ("192.168.1.4", False), ("sop.kota.go.id", False), ("", False)],
)
def test_loopback_is_told_apart(host, local):
    assert serve.is_loopback(host) is local


def test_on_loopback_only_local_names_open_it():
    assert serve.names_of("127.0.0.1") == ["127.0.0.1", "[::1]", "localhost"]


def test_in_a_network_this_machine_is_known_by_its_name():
    assert socket.gethostname().lower() in serve.names_of("0.0.0.0")
    assert "10.1.2.3" in serve.names_of("10.1.2.3")


@pytest.mark.parametrize("port", ["0", "70000", "eighty"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit) as refusal:
        serve.options("okesop serve", "", ["--port", port])

    assert refusal.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_a_port_in_use_is_said_in_words(capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert serve.main(["--port", str(port)]) == 2

    assert "Mungkin server lain masih berjalan" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "sop.kota.go.id"])
def test_the_demo_refuses_every_address_but_loopback(host, capsys):
    assert demo.main(["--host", host]) == 2
    assert "demo hanya untuk komputer ini" in capsys.readouterr().err


def test_the_demo_keeps_its_data_apart(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OKESOP_DATA")
    monkeypatch.setenv("OKESOP_DATABASE_URL", "postgresql://host/office")
    monkeypatch.setenv("OKESOP_DEMO", "off")

    demo.enter(fresh=False)

    assert demo.os.environ["OKESOP_DATA"] == "var/demo"
    assert demo.os.environ["OKESOP_DEMO"] == "on"
    assert "OKESOP_DATABASE_URL" not in demo.os.environ
    monkeypatch.undo()


def test_a_fresh_demo_throws_away_only_what_a_demo_made(monkeypatch, tmp_path):
    monkeypatch.setenv("OKESOP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("OKESOP_DEMO", "off")
    monkeypatch.setenv("OKESOP_DATABASE_URL", "")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "office.sqlite3").touch()

    demo.enter(fresh=True)  # not made by a demo: kept, and marked from now on
    assert (tmp_path / "data" / "office.sqlite3").exists()

    demo.enter(fresh=True)
    assert not (tmp_path / "data" / "office.sqlite3").exists()
