"""A person who signs in."""

import re
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from rules.permissions import has_perm

from okesop.accounts.enums import Language, Theme


def typed_nip(typed: str) -> str:
    """Return the 18 digits of what was typed as a NIP, with or without spaces, else an empty text."""
    digits = re.sub(r"[\s.-]", "", typed)
    return digits if re.fullmatch(r"[0-9]{18}", digits) else ""


class UserQuerySet(models.QuerySet["User"]):
    """Filters of accounts."""

    def named(self, typed: str) -> Self:
        """Keep the account that has this NIP or user name."""
        name = typed.strip().lower().replace("\0", "")
        nip = typed_nip(name)
        return self.filter(nip=nip) if nip else self.filter(username=name)

    def active(self) -> Self:
        """Leave out people who left."""
        return self.filter(is_active=True)

    def administrators(self) -> Self:
        """Keep those who look after the office's accounts and units."""
        return self.active().filter(is_administrator=True)


class UserManager(BaseUserManager["User"]):
    """Django's manager with our filters; accounts are made in `domain.accounts` alone."""

    def get_queryset(self) -> UserQuerySet:
        """Return all accounts, with our filters."""
        return UserQuerySet(self.model, using=self._db)

    def named(self, typed: str) -> UserQuerySet:
        """Keep the account that has this NIP or user name."""
        return self.get_queryset().named(typed)

    def active(self) -> UserQuerySet:
        """Leave out people who left."""
        return self.get_queryset().active()

    def administrators(self) -> UserQuerySet:
        """Keep those who look after the office's accounts and units."""
        return self.get_queryset().administrators()


class User(AbstractBaseUser):
    """Signs in by NIP (18 digits) or user name (small letters); is deactivated, never deleted."""

    username = models.CharField(max_length=60, unique=True, null=True, blank=True)
    nip = models.CharField(max_length=18, unique=True, null=True, blank=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    password_set_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(
        max_length=2, choices=Language.choices, default=Language.INDONESIAN
    )
    theme = models.CharField(max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    created_at = models.DateTimeField()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(username__isnull=False) | models.Q(nip__isnull=False),
                name="user_has_a_name_to_sign_in",
            ),
            models.CheckConstraint(
                condition=models.Q(username=Lower("username")), name="user_name_is_small"
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="user_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_username(self) -> str:
        """Return what identifies the account to libraries."""
        return self.username or self.nip or ""

    @property
    def initials(self) -> str:
        """First letters of the first and the last word of the name, without titles behind commas."""
        words = re.findall(r"[^\W\d_][\w’'-]*", self.name.split(",")[0])
        words = [word for word in words if word[0].isupper()] or words
        picked = words if len(words) < 2 else [words[0], words[-1]]  # noqa: PLR2004 -- first and last
        return "".join(word[0] for word in picked).upper() or "?"

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Ask the predicates of `rules.py`."""
        return self.is_active and bool(has_perm(perm, self, obj))  # type: ignore[no-untyped-call]  # untyped library

    def password_is_due(self, at: datetime, valid: timedelta) -> bool:
        """Tell whether the password is older than the office lets it become; zero lets it be."""
        return (
            bool(valid) and self.password_set_at is not None and self.password_set_at + valid < at
        )
