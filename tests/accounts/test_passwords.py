import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from okesop.accounts.models import User
from okesop.accounts.passwords import Mixed

PERSON = User(name="La Ode Fadlan, S.E.", username="ode.fadlan", nip="198107252009041002")


@pytest.mark.parametrize(
    "password",
    ["perahu sandeq berlayar", "Bq7!xP2m#kLw", "sebelas12345tahun", "fadlan suka ikan bakar"],
)
def test_good_passwords_pass(password):
    validate_password(password, PERSON)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("pendek", "sekurangnya 12 huruf"),
        ("11 huruf ya", "sekurangnya 12 huruf"),
        ("administrator", "mudah ditebak"),
        ("KotaKendari2026", "mudah ditebak"),
        ("Pancasila!1945", "mudah ditebak"),
        ("qwertyuiop123456", "mudah ditebak"),
        ("sekda1sekda1sekda1", "mudah ditebak"),
        ("aaaaaaaaaaaaaaa", "mudah ditebak"),
        ("198107252009041002", "nama atau NIP"),
        ("Fadlan123456", "nama atau NIP"),
        ("ode.fadlan-2026", "nama atau NIP"),
    ],
)
def test_bad_passwords_are_refused_in_words(password, words):
    with pytest.raises(ValidationError) as refusal:
        validate_password(password, PERSON)

    assert words in " ".join(refusal.value.messages)


def test_mixing_is_asked_only_where_the_office_asks():
    Mixed(asked=False).validate("hanya huruf kecil")
    Mixed(asked=True).validate("Perahu 7 layar")
    with pytest.raises(ValidationError):
        Mixed(asked=True).validate("hanya huruf kecil")


def test_passwords_are_kept_as_argon2id(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

    assert make_password("perahu sandeq").startswith("argon2$argon2id$")
