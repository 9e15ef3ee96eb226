"""What a password must be. Each rule says what is missing and how to do better."""

from functools import cache
from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.accounts.models import User

LOCAL_WORDS = Path(__file__).with_name("blocked_words.txt")
SHORTEST_PART = 4


class LongEnough:
    """At least so many characters."""

    def __init__(self, least: int = 12) -> None:
        self.least = least

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 -- Django's signature
        """Raise `ValidationError` where it is shorter."""
        if len(password) < self.least:
            raise ValidationError(
                ngettext(
                    "Kata sandi sekurangnya %(least)d huruf.",
                    "Kata sandi sekurangnya %(least)d huruf.",
                    self.least,
                )
                % {"least": self.least}
            )

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return _("Sekurangnya %(least)d huruf; beberapa kata yang mudah Anda ingat pun boleh.") % {
            "least": self.least
        }


class NotListed:
    """Not on the list of passwords that are tried first, also when figures and signs are only put around."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 -- Django's signature
        """Raise `ValidationError` where it is on the list or a repetition."""
        bare = "".join(letter for letter in password.lower() if letter.isalpha())
        listed = {password.lower().strip(), bare} & blocked()
        if listed or len(set(password)) < SHORTEST_PART or _is_repeated(password.lower()):
            raise ValidationError(
                _("Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.")
            )

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return _("Bukan kata sandi yang umum dipakai.")


class NotAboutThePerson:
    """Neither name, user name nor NIP."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` where a part of the person's names is all that it is made of."""
        parts = _parts_of(user) if user else set()
        rest = password.lower()
        for part in sorted(parts, key=len, reverse=True):
            rest = rest.replace(part, "")
        letters = [letter for letter in rest if letter.isalpha()]
        if rest != password.lower() and len(letters) < SHORTEST_PART:
            raise ValidationError(_("Kata sandi tidak boleh tersusun dari nama atau NIP Anda."))

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return _("Bukan nama atau NIP Anda.")


class Mixed:
    """Small letters, capitals and figures, where the office's rules ask for them."""

    def __init__(self, *, asked: bool = False) -> None:
        self.asked = asked

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 -- Django's signature
        """Raise `ValidationError` where one of the three is missing."""
        kinds = (str.islower, str.isupper, str.isdigit)
        if self.asked and not all(any(kind(letter) for letter in password) for kind in kinds):
            raise ValidationError(_("Kata sandi memuat huruf kecil, huruf besar, dan angka."))

    def get_help_text(self) -> str:
        """Return the rule in words, or nothing where it is not asked."""
        return _("Memuat huruf kecil, huruf besar, dan angka.") if self.asked else ""


@cache
def blocked() -> frozenset[str]:
    """Return Django's 20,000 and the local words that everybody here would try."""
    local = LOCAL_WORDS.read_text(encoding="utf-8").split()
    return frozenset(CommonPasswordValidator().passwords) | frozenset(local)


def _is_repeated(password: str) -> bool:
    """Tell whether a short part is only repeated, as in "sekda1sekda1sekda1"."""
    return password in (password + password)[1:-1] if password else False


def _parts_of(user: User) -> set[str]:
    texts = [user.name, user.username or "", user.nip or ""]
    words = {word for text in texts for word in text.lower().replace(",", " ").split()}
    return {word for word in words if len(word) >= SHORTEST_PART}
