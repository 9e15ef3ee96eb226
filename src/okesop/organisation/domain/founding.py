"""The first installation: the office gets its name and its first administrator."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.accounts.domain import founding as accounts
from okesop.accounts.domain.queries import codes
from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import holidays, people, units, work_weeks
from okesop.organisation.models import Unit

NOT_ACCEPTED = gettext_lazy(
    "Kode tidak cocok atau sudah kedaluwarsa. Jalankan ulang server untuk kode baru."
)


class CodeNotAccepted(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The set-up code does not fit, has expired, or the office has an administrator."""


def accepts(code: str, *, at: datetime) -> bool:
    """Tell whether the set-up code would count; it stays open."""
    return codes.fitting_setup(code, at=at) is not None


@transaction.atomic
def found(
    code: str, *, office: units.Details, administrator: people.Details, password: str, at: datetime
) -> tuple[Unit, User]:
    """Use the set-up code up, name the office, give it hours and holidays, and make its first administrator.

    Raises `CodeNotAccepted`, Django's ``ValidationError`` for the password, `people.NipTaken`.
    """
    if not accounts.use_up(code, at=at):
        raise CodeNotAccepted(NOT_ACCEPTED)
    unit = units.create(office, parent=None, by=None, at=at)
    person = people.enrol(administrator, administrator=True, by=None, at=at)
    user = person.user
    if user is None:
        raise people.NipTaken(_("Isi NIP atau nama pengguna untuk masuk."))
    validate_password(password, user)
    accounts.give_first_password(user, password, at=at)
    work_weeks.begin(by=user, at=at)
    holidays.fill(by=user, at=at)
    trail.record("organisation.found", unit, by=user, at=at)
    return unit, user
