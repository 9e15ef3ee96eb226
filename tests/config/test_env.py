import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from okesop.config import env


@pytest.mark.parametrize(
    ("word", "meant"),
    [("on", True), ("TRUE", True), ("1", True), ("off", False), ("no", False), ("", True)],
)
def test_a_flag_is_a_yes_or_a_no(monkeypatch, word, meant):
    monkeypatch.setenv("OKESOP_X", word)

    assert env.flag("OKESOP_X", default=True) is meant


def test_a_flag_refuses_other_words(monkeypatch):
    monkeypatch.setenv("OKESOP_X", "maybe")

    with pytest.raises(ImproperlyConfigured, match="OKESOP_X must be on or off, not 'maybe'"):
        env.flag("OKESOP_X", default=True)


@pytest.mark.parametrize("word", ["twelve", "1.5", "-1"])
def test_a_number_below_the_least_or_no_number_is_refused(monkeypatch, word):
    monkeypatch.setenv("OKESOP_X", word)

    with pytest.raises(ImproperlyConfigured, match="OKESOP_X must be"):
        env.integer("OKESOP_X", 5)


def test_a_list_leaves_out_what_is_empty(monkeypatch):
    monkeypatch.setenv("OKESOP_X", " a, ,b,")

    assert env.listing("OKESOP_X") == ["a", "b"]


def test_a_folder_that_cannot_be_made_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("OKESOP_X", str(tmp_path / "file" / "below"))

    with pytest.raises(ImproperlyConfigured, match="OKESOP_X: cannot make"):
        env.folder("OKESOP_X", "var")


def test_a_secret_is_made_once_and_readable_by_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.delenv("OKESOP_X", raising=False)
    path = tmp_path / "secret"

    made = env.secret("OKESOP_X", path)

    assert len(made) > 60
    assert env.secret("OKESOP_X", path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_secret_given_in_the_environment_makes_no_file(monkeypatch, tmp_path):
    monkeypatch.setenv("OKESOP_X", "given")

    assert env.secret("OKESOP_X", tmp_path / "secret") == "given"
    assert not (tmp_path / "secret").exists()


def test_an_empty_secret_is_refused(monkeypatch, tmp_path):
    monkeypatch.delenv("OKESOP_X", raising=False)
    (tmp_path / "secret").touch()

    with pytest.raises(ImproperlyConfigured, match="is empty"):
        env.secret("OKESOP_X", tmp_path / "secret")


def test_without_an_address_the_database_is_sqlite(monkeypatch, tmp_path):
    monkeypatch.delenv("OKESOP_X", raising=False)

    found = env.database("OKESOP_X", tmp_path / "okesop.sqlite3")

    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


QUICK = {"options": "-c jit=off"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgresql://app:p%40ss@db.kota.go.id:5433/okesop",
            ("okesop", "app", "p@ss", "db.kota.go.id", "5433", QUICK),
        ),
        (
            "postgresql:///okesop?host=/run/postgresql&user=app&sslmode=disable",
            ("okesop", "app", "", "/run/postgresql", "", {"sslmode": "disable", **QUICK}),
        ),
    ],
    ids=("network", "socket"),
)
def test_an_address_names_a_postgresql(monkeypatch, tmp_path, address, expected):
    monkeypatch.setenv("OKESOP_X", address)

    found = env.database("OKESOP_X", tmp_path)

    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    assert tuple(found[name] for name in names) == expected


@pytest.mark.parametrize(
    "address", ["mysql://a/b", "postgresql://host", "postgresql://host:port/name", "okesop"]
)
def test_an_address_that_is_none_is_refused_without_its_password(monkeypatch, tmp_path, address):
    monkeypatch.setenv("OKESOP_X", address)

    with pytest.raises(ImproperlyConfigured, match="OKESOP_X"):
        env.database("OKESOP_X", tmp_path)
