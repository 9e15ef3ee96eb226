import pytest

from okesop.accounts.domain import accounts, codes
from okesop.accounts.domain.queries import codes as found
from okesop.accounts.models import Session, User
from okesop.audit.models import Entry


def actions():
    return list(Entry.objects.values_list("action", flat=True))


def test_a_new_account_has_no_password(db, noon):
    user = accounts.create(
        "Sri Melania", username=" Sri ", nip="19930811 201801 2 009", by=None, at=noon
    )

    assert (user.username, user.nip) == ("sri", "199308112018012009")
    assert not user.has_usable_password()
    assert actions() == ["accounts.create"]


def test_a_name_that_is_taken_is_refused_and_nothing_is_stored(author, noon):
    with pytest.raises(accounts.NameTaken):
        accounts.create("Lain", username="lain", nip=author.nip, by=None, at=noon)

    assert not User.objects.filter(username="lain").exists()
    assert actions() == []


def test_a_change_is_told_with_what_was_before(author, administrator, noon):
    before = author.username

    accounts.change(
        author, name="Fadlan", username="fadlan", nip=author.nip, by=administrator, at=noon
    )

    author.refresh_from_db()
    assert (author.name, author.username) == ("Fadlan", "fadlan")
    assert before in Entry.objects.get().detail


def test_a_change_of_nothing_is_not_told(author, administrator, noon):
    same = {"name": author.name, "username": author.username, "nip": author.nip}

    accounts.change(author, **same, by=administrator, at=noon)

    assert actions() == []


def test_the_last_administrator_stays(administrator, noon):
    with pytest.raises(accounts.LastAdministrator):
        accounts.grant(administrator, "close", by=administrator, at=noon)
    with pytest.raises(accounts.LastAdministrator):
        accounts.grant(administrator, "dismiss", by=administrator, at=noon)

    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.is_administrator
    assert actions() == []


def test_a_second_administrator_lets_the_first_go(administrator, author, noon):
    accounts.grant(author, "appoint", by=administrator, at=noon)
    accounts.grant(administrator, "dismiss", by=author, at=noon)

    assert list(User.objects.administrators()) == [author]
    assert actions() == ["accounts.set_administrator"] * 2


def test_closing_an_account_ends_its_sessions_and_codes(author, administrator, noon, signed_in):
    signed_in(author)
    code = codes.issue(author, by=administrator, at=noon)

    accounts.grant(author, "close", by=administrator, at=noon)

    assert not Session.objects.filter(user=author).exists()
    assert found.fitting(author, code, at=noon) is None
    accounts.grant(author, "open", by=administrator, at=noon)
    assert User.objects.active().filter(pk=author.pk).exists()


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("Pegawai", False), ("{username}", True), (" {USERNAME} ", True), ("{nip}", True)]
    + [("{spaced}", True), ("{nip}1", False), ("", False), ("\0", False)],
)
def test_an_account_is_found_by_nip_or_user_name(author, typed, fits):
    nip = author.nip
    spaced = f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}"
    name = typed.format(
        username=author.username, USERNAME=author.username.upper(), nip=nip, spaced=spaced
    )

    assert User.objects.named(name).exists() is fits
