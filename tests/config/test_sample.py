"""The sample office is what a visitor sees first: it must be whole, invented, and made only once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from okesop.accounts.models import User
from okesop.audit.domain import verification
from okesop.audit.models import Entry
from okesop.config import sample
from okesop.config.sample.housing import Office
from okesop.config.sample.lives import LIVES, Move
from okesop.config.sample.moments import day, moment
from okesop.config.sample.office import AUDITOR, LEADERS, PARTS
from okesop.config.sample.people import ADMINISTRATOR, MARK, PEOPLE
from okesop.config.sample.stories import STORIES, Edit, Note, Reason
from okesop.config.sample.writing import _Desk
from okesop.core import nip
from okesop.files.domain.queries import emblems
from okesop.organisation.domain import holidays
from okesop.organisation.enums import AssignmentKind, Role
from okesop.organisation.models import Assignment, Grant, Handover, Person, Position, Unit
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.queries import official
from okesop.procedures.enums import Status
from okesop.procedures.models import Approval, Comment, DraftChange, Version, Waiver
from okesop.procedures.ready import READY

APART = ("revise", "open")
"""What moves no version."""
AT = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)  # a Tuesday, 10.42 in Kendari


def draft(title):
    return Version.objects.filter(title=title).latest("number")


def findings(title):
    version = draft(title)
    return documents.findings(version, documents.read(version))


def test_numbers_of_the_people_have_a_valid_form_and_belong_to_one():
    numbers = [who.nip for who in PEOPLE if who.nip]
    assert len(numbers) == len(set(numbers))
    assert [number for number in numbers if nip.parse(number) is None] == []


def test_everybody_holds_a_position_of_the_office():
    titles = {title for part in PARTS for title in part.positions} | {*LEADERS, AUDITOR}
    assert {who.position for who in PEOPLE} <= titles


def test_days_of_the_sample_are_working_days_in_the_past():
    assert all(day(AT, days).weekday() < 5 for days in range(120))
    assert moment(AT, 1, "10.42") == datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


@pytest.mark.parametrize("begun", range(0, 730, 73))
def test_whenever_the_demo_begins_its_people_worked_on_working_days(begun):
    free = {one.day for one in holidays.ready()}
    for later in range(73):
        at = AT + timedelta(days=begun + later)
        days = [timezone.localtime(when) for when, _act in _Desk(Office(), at).acts()]
        assert [each for each in days if each.weekday() > 4 or each.date() in free] == []
        assert max(days) < at


@pytest.mark.long
@pytest.mark.parametrize("begun", range(30, 390, 30))
def test_the_office_can_be_made_in_every_month(db, begun):
    with override_settings(DEMO=True):
        sample.seed(AT + timedelta(days=begun))
    standing = Version.objects.standing((AT + timedelta(days=begun)).date())
    assert set(standing.values_list("standing", flat=True)) == set(Status)


@pytest.fixture(scope="module")
def sample_office(django_db_setup, django_db_blocker):
    with override_settings(DEMO=True), django_db_blocker.unblock(), transaction.atomic():
        sample.seed(AT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(sample_office, db):
    """The office, made once for this file; what a test changes is rolled back."""


def test_office_has_its_divisions_and_people(seeded):
    assert Unit.objects.count() == len(PARTS) + 1
    assert Person.objects.count() == len(PEOPLE) == 44
    assert all(person.rank.endswith(MARK) for person in Person.objects.all())
    assert Person.objects.filter(nip=None).count() == 7


def test_one_position_has_a_plt_and_one_a_plh_today(seeded):
    kinds = set(Assignment.objects.on(AT.date()).values_list("kind", flat=True))
    assert kinds == set(AssignmentKind.values)


def test_nobody_has_a_password_and_one_looks_after_the_office(seeded):
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert [user.username for user in User.objects.administrators()] == [ADMINISTRATOR]


def test_offered_people_exist(seeded):
    found = User.objects.active().filter(username__in=sample.OFFERED)
    assert found.count() == len(sample.OFFERED)


def test_somebody_of_every_role_that_does_something_is_offered(seeded):
    offered = Grant.objects.on(AT.date()).filter(
        position__assignments__person__user__username__in=sample.OFFERED
    )
    assert set(offered.values_list("role", flat=True)) == {*Role.values} - {"performance_author"}
    performer = User.objects.get(username="hasrun.pombala")
    assert not performer.has_perm("procedures.create_draft")


def test_a_subdivision_was_handed_over_with_its_draft(seeded):
    items = Handover.objects.get().items.all()
    assert [item.title for item in items] == ["Penyiapan Acara Pimpinan"]


def test_an_sop_was_returned_by_a_verifier_and_one_by_an_approver(seeded):
    returned = Approval.objects.filter(kind="send_back")
    assert {one.position for one in returned} >= {"Analis Tata Laksana", "Kepala Bagian Umum"}


def test_a_revision_waits_for_the_second_of_two_approvers(seeded):
    version = draft("Penyusunan Keputusan Sekretaris Daerah")
    assert (version.state, version.approvals_given) == ("verified", 1)


def test_office_has_an_emblem(seeded):
    assert emblems.of(Unit.objects.roots().get()) is not None


def test_every_ready_sop_is_an_sop_of_some_unit(seeded):
    titles = set(Version.objects.values_list("title", flat=True))
    changed = {"Pelaporan Barang Persediaan": "SOP Pelaporan Barang Persediaan"}
    assert titles == {changed.get(sop.title, sop.title) for sop in READY}


def test_an_sop_stands_in_every_state(seeded):
    standing = Version.objects.standing(AT.date()).values_list("standing", flat=True)
    assert set(standing) == set(Status)
    assert Version.objects.in_force(AT.date()).count() >= 8


def test_every_paper_is_numbered_and_marked_as_an_example(seeded):
    sealed = Version.objects.exclude(code=None)
    assert all(version.number_text.startswith("000.8.3/") for version in sealed)
    umum = [v.issued.serial for v in sealed.exclude(procedure__unit__short_name="HUKUM")]
    assert sorted(umum) == list(range(1, len(umum) + 1))


def test_some_drafts_have_duties_and_most_have_none(seeded):
    wrong = Version.objects.filter(error_count__gt=0).count()
    assert 5 <= wrong <= 10


def test_paper_carries_letterhead_and_the_official_who_signs(seeded):
    identity = documents.read(draft("Pengelolaan Surat Keluar")).identity
    assert identity.institution == ("PEMERINTAH KOTA KENDARI", "SEKRETARIAT DAERAH")
    assert identity.unit == "BAGIAN UMUM"
    assert identity.approver_position == "Kepala Bagian Umum"
    assert nip.parse(identity.approver_nip)


def test_positions_of_the_performers_are_in_the_register(seeded):
    unknown = {
        finding.message.id
        for version in Version.objects.all()
        for finding in documents.findings(version, documents.read(version))
        if finding.rule == "PF-09" and finding.waived is None
    }
    assert unknown == set()


def test_draft_of_the_two_writers_asks_for_what_is_missing(seeded):
    rules = {finding.rule for finding in findings("Pelayanan Peminjaman Kendaraan Dinas")}
    assert {"ID-20", "MB-03", "MB-05"} <= rules
    changes = draft("Pelayanan Peminjaman Kendaraan Dinas").changes.all()
    assert {change.author.username for change in changes} == {"ode.fadlan", "sri.melania"}


def test_passive_step_and_open_answer_are_found(seeded):
    assert "ST-04" in {finding.rule for finding in findings("Pemusnahan Arsip")}
    assert "FL-07" in {finding.rule for finding in findings("Peminjaman Barang Inventaris")}


def test_reasons_are_kept_and_their_findings_set_aside(seeded):
    assert Waiver.objects.count() == 2
    waived = [f for f in findings("Penyusunan Keputusan Sekretaris Daerah") if f.waived]
    assert [finding.rule for finding in waived] == ["MB-06"]


def test_deeds_of_the_stories_lie_in_the_past_and_in_order(seeded):
    moments = list(Entry.objects.order_by("sequence").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] < AT
    assert verification.verify().faults == ()


def test_seeding_twice_does_not_double(seeded):
    before = [model.objects.count() for model in (Unit, Position, Person, Version, Entry)]
    sample.seed(AT)
    assert before == [m.objects.count() for m in (Unit, Position, Person, Version, Entry)]


def test_stories_are_told_whole(seeded):
    stories = [*STORIES.values(), *LIVES.values()]
    deeds = [deed for story in stories for deed in story]
    told = {Edit: DraftChange, Reason: Waiver, Move: Approval}
    for kind, model in told.items():
        expected = [
            d for d in deeds if isinstance(d, kind) and getattr(d, "verb", "") not in APART
        ]
        assert model.objects.count() == len(expected)
    returned = [d for d in deeds if isinstance(d, Move) and d.verb == "send_back"]
    notes = [d for d in deeds if isinstance(d, Note)]
    assert Comment.objects.count() == len(notes) + len(returned)


def test_seed_leaves_an_office_of_somebody_alone(db):
    Unit.objects.create(name="Sekretariat Daerah Kota Lain")
    before = Unit.objects.count(), User.objects.count()
    sample.seed(AT)
    assert (Unit.objects.count(), User.objects.count()) == before


def test_head_of_the_division_signs_for_its_subdivisions(seeded):
    head = official.of(Unit.objects.get(name="Subbagian Perlengkapan"), on=AT.date())
    assert head.letterhead[-1] == "BAGIAN UMUM"
    assert head.position == "Kepala Bagian Umum"


def test_drafter_sees_his_own_unit_and_the_head_of_the_division_all_of_it(seeded):
    drafter, head = (
        User.objects.get(username="ode.fadlan"),
        User.objects.get(nip="197904122006041017"),
    )
    writing = Version.objects.on_their_way()
    assert {v.procedure.unit.short_name for v in writing.visible_to(drafter)} == {"PERLENGKAPAN"}
    seen = {v.procedure.unit.short_name for v in writing.visible_to(head)}
    assert seen == {"TU", "PERLENGKAPAN", "RT"}


def test_positions_stand_in_the_order_of_rank(seeded):
    titles = Position.objects.filter(unit__name="Subbagian Tata Usaha")
    assert [position.title for position in titles][:2] == [
        "Kepala Subbagian Tata Usaha",
        "Pengelola Surat",
    ]
