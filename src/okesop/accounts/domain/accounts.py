"""Accounts: made, renamed, closed, opened again; never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip
from okesop.audit.domain import trail


class NameTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Another account has this NIP or user name."""


class LastAdministrator(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Without this person nobody could look after the office's accounts."""


@transaction.atomic
def create(
    name: str,
    *,
    username: str = "",
    nip: str = "",
    administrator: bool = False,
    by: User | None,
    at: datetime,
) -> User:
    """Make an account without a password: its person sets one with a one-time code.

    Raises `NameTaken` where the NIP or the user name belongs to somebody.
    """
    user = User(name=name, is_administrator=administrator, created_at=at)
    user.set_unusable_password()
    _store(user, username, nip)
    trail.record("accounts.create", user, by=by, at=at, detail={"administrator": administrator})
    return user


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who gets an account: his name, and what he signs in with."""

    name: str
    username: str = ""
    nip: str = ""


@transaction.atomic
def create_all(newcomers: Sequence[Newcomer], *, by: User | None, at: datetime) -> list[User]:
    """Make accounts for many, as `create` does for one, in their order; raises `NameTaken`."""
    users = []
    for one in newcomers:
        user = User(name=one.name, created_at=at)
        user.username, user.nip = one.username.strip().lower() or None, typed_nip(one.nip) or None
        user.set_unusable_password()
        users.append(user)
    try:
        with transaction.atomic():
            User.objects.bulk_create(users, batch_size=500)
    except IntegrityError as error:
        raise NameTaken(_("NIP atau nama pengguna ini sudah dipakai akun lain.")) from error
    acts = (trail.Act("accounts.create", user, {"administrator": False}, None) for user in users)
    trail.record_all(acts, by=by, at=at)
    return users


@transaction.atomic
def change(user: User, *, name: str, username: str, nip: str, by: User, at: datetime) -> None:
    """Write name, user name and NIP; raises `NameTaken`."""
    before = {"name": user.name, "username": user.username, "nip": user.nip}
    user.name = name
    _store(user, username, nip)
    after = {"name": user.name, "username": user.username, "nip": user.nip}
    if before != after:
        trail.record(
            "accounts.change", user, by=by, at=at, detail={"before": before, "after": after}
        )


def _store(user: User, username: str, nip: str) -> None:
    user.username = username.strip().lower() or None
    user.nip = typed_nip(nip) or None
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise NameTaken(_("NIP atau nama pengguna ini sudah dipakai akun lain.")) from error


@transaction.atomic
def set_administrator(user: User, *, administrator: bool, by: User, at: datetime) -> None:
    """Give or take the care of the office; raises `LastAdministrator`."""
    if user.is_administrator == administrator:
        return
    user.is_administrator = administrator
    user.save(update_fields=["is_administrator"])
    _somebody_is_left()
    trail.record("accounts.set_administrator", user, by=by, at=at, detail={"now": administrator})


@transaction.atomic
def set_active(user: User, *, active: bool, by: User, at: datetime) -> None:
    """Close an account (its sessions end, its codes stop counting) or open it again; raises `LastAdministrator`."""
    if user.is_active == active:
        return
    user.is_active = active
    user.save(update_fields=["is_active"])
    if not active:
        _somebody_is_left()
        user.sessions.all().delete()
        user.codes.open().update(withdrawn_at=at)
    trail.record("accounts.set_active", user, by=by, at=at, detail={"now": active})


def grant(user: User, wish: str, *, by: User, at: datetime) -> None:
    """Do what an administrator pressed: open, close, appoint or dismiss; raises `LastAdministrator`."""
    if wish in {"open", "close"}:
        set_active(user, active=wish == "open", by=by, at=at)
    elif wish in {"appoint", "dismiss"}:
        set_administrator(user, administrator=wish == "appoint", by=by, at=at)


def _somebody_is_left() -> None:
    if not User.objects.administrators().exists():
        raise LastAdministrator(
            _("Sekurangnya satu orang harus tetap menjadi pengelola. Tunjuk penggantinya dahulu.")
        )


@transaction.atomic
def set_preferences(user: User, *, language: str, theme: str, at: datetime) -> None:
    """Keep in which language and light the person reads."""
    user.language, user.theme = language, theme
    user.save(update_fields=["language", "theme"])
    detail = {"language": language, "theme": theme}
    trail.record("accounts.set_preferences", user, by=user, at=at, detail=detail)
