"""Typed readers of environment variables; each fails loudly, with the name of the variable."""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str) -> str:
    """Return the variable, or ``default`` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """Return a yes or a no; every other word is refused."""
    word = text(name, "on" if default else "off").lower()
    if word not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be on or off, not {word!r}.")
    return word in TRUE


def integer(name: str, default: int, *, least: int = 0) -> int:
    """Return a whole number of at least ``least``."""
    word = text(name, str(default))
    try:
        number = int(word)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {word!r}.") from None
    if number < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {number}.")
    return number


def seconds(name: str, default: int, *, least: int = 0) -> timedelta:
    """Return a length of time that is given in whole seconds."""
    return timedelta(seconds=integer(name, default, least=least))


def listing(name: str, default: str = "") -> list[str]:
    """Return the words between commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: str) -> Path:
    """Return an absolute folder, made where it is missing."""
    path = Path(text(name, default)).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name}: cannot make {path} ({error.strerror}).") from error
    return path


def folder_or_none(name: str, default: Path) -> Path | None:
    """Return an absolute folder, which need not exist yet; None where it is switched off."""
    word = text(name, str(default))
    return None if word.lower() == "off" else Path(word).expanduser().resolve()


def secret(name: str, kept_in: Path) -> str:
    """Return the variable, else the secret kept in a file that is made on the first start.

    The file is readable by its owner alone. Two processes that start together agree: the second finds the file
    of the first.
    """
    given = text(name, "")
    if given:
        return given
    try:
        handle = os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = kept_in.read_text(encoding="ascii").strip()
        if not kept:
            raise ImproperlyConfigured(f"{kept_in} is empty; remove it or set {name}.") from None
        return kept
    with os.fdopen(handle, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(50)
        file.write(made)
    return made


def database(name: str, sqlite: Path) -> dict[str, Any]:
    """Return Django's settings of the database: SQLite in a file, or what the address names.

    The address is ``postgresql://user:password@host:port/name`` or
    ``postgresql:///name?host=/run/postgresql&user=…`` for a socket.
    """
    address = text(name, "")
    return _postgresql(name, address) if address else _sqlite(sqlite)


def _sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE takes the writer's lock at the start, so that two writers wait for each other and none fails
    # in the middle (measured in stack.md §7: 0 errors against 54 %).
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
                "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;"
            ),
        },
    }


def _postgresql(name: str, address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"{name}: the port is no number.") from None
    # Compiling a query takes a quarter of a second; none of ours runs that long.
    options.setdefault("options", "-c jit=off")
    database_name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not database_name:
        raise ImproperlyConfigured(f"{name} must look like postgresql://user:password@host/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": parts.hostname or options.pop("host", ""),
        "PORT": str(port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def engine(name: str, database: dict[str, Any]) -> str:
    """Return which queue runs background work: the embedded one, or Procrastinate on PostgreSQL."""
    word = text(name, "embedded").lower()
    if word not in {"embedded", "procrastinate"}:
        raise ImproperlyConfigured(f"{name} must be embedded or procrastinate, not {word!r}.")
    if word == "procrastinate" and not engine_apps(database):
        raise ImproperlyConfigured(f"{name}=procrastinate needs PostgreSQL: OKESOP_DATABASE_URL.")
    return word


def engine_apps(database: dict[str, Any]) -> list[str]:
    """Return the application of the outgrown queue where the database can hold its tables."""
    on_postgresql = database["ENGINE"] == "django.db.backends.postgresql"
    return ["procrastinate.contrib.django"] if on_postgresql else []


def mail(name: str) -> dict[str, Any]:
    """Return Django's settings of the e-mail server: what the address names, else nothing is sent.

    The address is ``smtp://user:password@host:587`` (STARTTLS), ``smtps://…:465`` (TLS from the start) or
    ``smtp+plain://host:25`` for a relay on the same machine or network.
    """
    address = text(name, "")
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(address)
    ports = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    if parts.scheme not in ports or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must look like smtp://user:password@host:587.")
    try:
        port = parts.port or ports[parts.scheme]
    except ValueError:
        raise ImproperlyConfigured(f"{name}: the port is no number.") from None
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 30,
    }
