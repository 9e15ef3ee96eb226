import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from okesop.accounts.domain import codes, founding, passwords
from okesop.accounts.domain.queries import codes as found
from okesop.accounts.models import OneTimeCode, SetupCode
from okesop.audit.models import Entry

NEW = "sagu lemak di teluk kendari"


@pytest.fixture
def code(author, administrator, noon):
    return codes.issue(author, by=administrator, at=noon)


def test_a_code_is_shown_in_groups_and_kept_as_a_hash(code, author):
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert code.replace("-", "") not in OneTimeCode.objects.get(user=author).digest


def test_a_code_sets_the_own_password_once(code, author, noon):
    passwords.set_with_code(author, code, NEW, at=noon)

    author.refresh_from_db()
    assert author.check_password(NEW)
    assert author.password_set_at == noon
    with pytest.raises(passwords.CodeNotAccepted):
        passwords.set_with_code(author, code, "perahu layar putih besar", at=noon)
    author.refresh_from_db()
    assert author.check_password(NEW)


def test_using_a_code_is_told(code, author, noon):
    passwords.set_with_code(author, code, NEW, at=noon)

    assert list(Entry.objects.values_list("action", flat=True)) == [
        "accounts.issue_code",
        "accounts.set_password_with_code",
    ]


@pytest.mark.parametrize("typed", ["small", "bare", "spaced", "look-alikes"])
def test_a_code_is_read_as_people_type_it(typed, author, administrator, noon, monkeypatch):
    monkeypatch.setattr(codes, "_made", lambda: "K1QM2XR09DHF")
    codes.issue(author, by=administrator, at=noon)
    ways = {
        "small": "k1qm-2xr0-9dhf",
        "bare": "K1QM2XR09DHF",
        "spaced": " K1QM 2XR0 9DHF ",
        "look-alikes": "KIQM-2XRO-9DHF",
    }

    assert found.fitting(author, ways[typed], at=noon) is not None


def test_a_code_ends_after_its_days(code, author, noon, settings):
    late = noon + settings.CODE_VALID + timedelta(seconds=1)

    with pytest.raises(passwords.CodeNotAccepted):
        passwords.set_with_code(author, code, NEW, at=late)


def test_a_new_code_replaces_the_one_before(code, author, administrator, noon):
    second = codes.issue(author, by=administrator, at=noon)

    assert found.fitting(author, code, at=noon) is None
    assert found.fitting(author, second, at=noon) is not None


def test_a_code_of_another_person_does_not_fit(code, colleague, noon):
    assert found.fitting(colleague, code, at=noon) is None


def test_a_refused_password_leaves_the_code_open(code, author, noon):
    with pytest.raises(ValidationError):
        passwords.set_with_code(author, code, "kurang", at=noon)

    assert found.fitting(author, code, at=noon) is not None


def test_a_changed_password_withdraws_an_open_code(code, author, noon):
    passwords.change(author, NEW, kept="", at=noon)

    assert found.fitting(author, code, at=noon) is None


def test_the_setup_code_is_made_while_nobody_looks_after_the_office(db, noon):
    first = codes.issue_setup(at=noon)
    second = codes.issue_setup(at=noon)

    assert SetupCode.objects.count() == 1
    assert found.fitting_setup(first, at=noon) is None
    assert found.fitting_setup(second, at=noon) is not None
    assert found.fitting_setup(second, at=noon + timedelta(hours=25)) is None


def test_the_setup_code_counts_once(db, noon):
    code = codes.issue_setup(at=noon)

    assert founding.use_up(code, at=noon)
    assert not founding.use_up(code, at=noon)


def test_no_setup_code_where_there_is_an_administrator(db, noon, request):
    code = codes.issue_setup(at=noon)
    request.getfixturevalue("administrator")

    assert codes.issue_setup(at=noon) is None
    assert found.fitting_setup(code, at=noon) is None
