from tests.factories.organisation import AssignmentFactory, GrantFactory, PersonFactory

from okesop.organisation.domain.queries.lack import lack
from okesop.organisation.enums import Role


def test_who_lacks_nothing_is_told_nothing(author, general):
    assert lack(author, [Role.AUTHOR], general) is None


def test_the_missing_role_and_who_can_give_it_are_told(
    author, general, secretariat, administrator, django_assert_max_num_queries
):
    keeper = AssignmentFactory(position__unit=secretariat, position__title="Kepala TU")
    GrantFactory(position=keeper.position, role="administrator")
    flagged = PersonFactory(user=administrator, nip=None)

    with django_assert_max_num_queries(4):
        missing = lack(author, [Role.VERIFIER, Role.APPROVER], general)

    assert (missing.role, missing.unit) == ("Verifikator / Pengesah", general)
    assert missing.givers == ((keeper.person, keeper.position), (flagged, None))


def test_whoever_looks_after_another_unit_is_not_named(author, general, legal):
    keeper = AssignmentFactory(position__unit=legal)
    GrantFactory(position=keeper.position, role="administrator")

    assert lack(author, [Role.VERIFIER], general).givers == ()
