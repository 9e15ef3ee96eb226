"""Many hands on the same versions, in real threads and in every order that hypothesis thinks of."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import close_old_connections, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import procedures as sops

from okesop.procedures.domain import approving, comments, life, numbers, revising
from okesop.procedures.domain.actors import NotTheirs
from okesop.procedures.domain.approving import Decision, NoReason, WrongDay
from okesop.procedures.domain.life import AlreadyDecided, NothingNoted
from okesop.procedures.domain.numbers import NoNumber, Slip
from okesop.procedures.domain.transitions import TRANSITIONS, Hand, NotAllowedNow
from okesop.procedures.enums import SEALED, WRITTEN, Status
from okesop.procedures.models import Approval, Number, NumberRegister, Version

TODAY = date(2026, 11, 23)
REFUSALS = (
    NotAllowedNow,
    NotTheirs,
    WrongDay,
    NoReason,
    AlreadyDecided,
    NothingNoted,
    NoNumber,
    revising.AlreadyRevised,
    revising.NothingToRevise,
)


def at_once(*acts):
    """Let each act start in a thread of its own at the same moment; return what became of them."""
    gate = Barrier(len(acts))

    def run(act):
        close_old_connections()
        try:
            gate.wait()
            return act()
        except REFUSALS as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def won(results):
    return sum(not isinstance(result, Exception) for result in results)


@pytest.fixture
def plain_pdf(monkeypatch):
    """The typesetter has tests of its own; here only the order of acts counts."""
    monkeypatch.setattr(approving.sealing, "printed", lambda *_args, **_named: b"%PDF-1.7")


pytestmark = pytest.mark.django_db(transaction=True)


def test_two_approvers_at_once_approve_once(general, cast, plain_pdf):
    author, verifier, approver = cast
    version = sops.verified(sops.draft(general, author), author, verifier)
    hand = sops.hand(version, approver)

    results = at_once(
        *(lambda: approving.approve(version, Decision(TODAY), hand=hand) for _ in range(4))
    )

    assert won(results) == 1
    assert Approval.objects.filter(kind="approve").count() == Number.objects.count() == 1


def test_approving_and_sending_back_at_once_leaves_one_of_both(general, cast, plain_pdf):
    author, verifier, approver = cast
    for _round in range(3):
        version = sops.verified(sops.draft(general, author), author, verifier)
        hand = sops.hand(version, approver)
        results = at_once(
            lambda v=version, h=hand: approving.approve(v, Decision(TODAY), hand=h),
            lambda v=version, h=hand: life.send_back(v, note="Ulangi.", hand=h),
        )
        version.refresh_from_db()
        assert won(results) == 1
        kinds = list(version.approvals.values_list("kind", flat=True))
        assert kinds[-1] == ("approve" if version.is_sealed else "send_back")


def test_numbers_have_neither_gap_nor_twin_when_all_ask_at_once(general, cast, plain_pdf):
    author, verifier, approver = cast
    drafts = [sops.verified(sops.draft(general, author), author, verifier) for _ in range(8)]
    hands = [sops.hand(version, approver) for version in drafts]

    results = at_once(
        *(
            lambda v=version, h=hand: approving.approve(v, Decision(TODAY), hand=h)
            for version, hand in zip(drafts, hands, strict=True)
        ),
        lambda: numbers.reserve(Slip(general, TODAY, author, sops.MORNING), reason="Cadangan."),
    )

    assert won(results) == 9
    assert sorted(Number.objects.values_list("serial", flat=True)) == list(range(1, 10))
    assert NumberRegister.objects.get().last == 9


def test_two_revisions_at_once_begin_one(general, cast, plain_pdf):
    version = sops.approved(sops.draft(general, cast[0]), cast)

    results = at_once(
        *(lambda: revising.revise(version, by=cast[0], at=sops.MORNING) for _ in range(3))
    )

    assert won(results) == 1
    assert Version.objects.on_their_way().count() == 1


def test_a_note_comes_before_the_approval_or_not_at_all(general, cast, plain_pdf):
    from okesop.procedures.domain.changes import DraftClosed

    author, verifier, approver = cast
    version = sops.verified(sops.draft(general, author), author, verifier)
    hand = sops.hand(version, approver)

    def note():
        with suppress(DraftClosed):
            return comments.add(version, place="", text="Tunggu.", by=approver, at=sops.MORNING)

    at_once(lambda: approving.approve(version, Decision(TODAY), hand=hand), note)

    assert Version.objects.get(pk=version.pk).is_sealed


MOVES = st.sampled_from(
    ("submit", "take_back", "verify", "send_back", "approve", "revoke", "revise")
)
ACTS = st.lists(
    st.tuples(MOVES, st.integers(0, 2), st.integers(0, 2), st.integers(-1, 4), st.booleans()),
    min_size=8,
    max_size=40,
)


class Office:
    """Two SOPs and three people who press any button, now and then on a page that is old."""

    def __init__(self, general, cast):
        self.cast = cast
        self.sops = [sops.draft(general, cast[0]).procedure for _ in range(2)]
        self.day = TODAY
        self.old = {}

    def act(self, move, who, which, days, stale):
        by = self.cast[who]
        version = self.newest(self.sops[which % 2], move)
        if version is None:
            return
        seen = self.old.get(version.pk, 0) if stale else version.turn
        self.old[version.pk] = version.turn
        hand = Hand(by, sops.MORNING + (self.day - TODAY), seen)
        with suppress(*REFUSALS):
            self.move(version, move, days, hand)
        if days == 4:
            self.day += timedelta(days=2)

    def newest(self, procedure, move):
        """Mostly what the move is meant for; a move on something else must be refused as well."""
        versions = procedure.versions.order_by("-number")
        wanted = SEALED if move in ("revoke", "revise") else WRITTEN
        return versions.filter(state__in=wanted).first() or versions.first()

    def move(self, version, move, days, hand):
        day = self.day + timedelta(days=days)
        match move:
            case "approve":
                approving.approve(version, Decision(day), hand=hand)
            case "revoke":
                approving.revoke(version, on=day, reason="Dihapus.", hand=hand)
            case "revise":
                revising.revise(version, by=hand.by, at=hand.at)
            case "send_back":
                life.send_back(version, note="Perbaiki." if days else "", hand=hand)
            case _:
                getattr(life, move)(version, hand=hand)


ALLOWED = {(each.move, each.source, each.target) for each in TRANSITIONS}


def legal(version):
    """Replay what was recorded of a version through the table; return whether every step is in it."""
    states = {"draft"}
    for act in version.approvals.all():
        states = {to for (move, at, to) in ALLOWED if move == act.kind and at in states}
    return version.state in states


def turning_points():
    """The days on which something begins or ends, and their neighbours."""
    days = Version.objects.values_list("effective_on", "revoked_on")
    told = {day for pair in days for day in pair if day} | {TODAY}
    return sorted({day + timedelta(days=step) for day in told for step in (-1, 0)})


def check(office):
    for version in Version.objects.all():
        assert legal(version)
        turns = list(version.approvals.values_list("turn", flat=True))
        assert turns == list(range(1, version.turn + 1))
    for procedure in office.sops:
        assert procedure.versions.filter(state__in=WRITTEN).count() <= 1
    for day in turning_points():
        in_force = Counter(Version.objects.in_force(day).values_list("procedure", flat=True))
        assert set(in_force.values()) <= {1}
        current = Version.objects.standing(day).filter(standing=Status.IN_FORCE)
        assert set(current.values_list("pk", flat=True)) == set(
            Version.objects.in_force(day).values_list("pk", flat=True)
        )
    serials = list(Number.objects.values_list("serial", flat=True))
    assert sorted(serials) == list(range(1, len(serials) + 1))
    taken = Version.objects.filter(state__in=SEALED).values_list("issued", flat=True)
    assert len(set(taken)) == len(taken) == len(serials)


def play(general, cast, examples):
    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(ACTS)
    def played(acts):
        with transaction.atomic():
            office = Office(general, cast)
            for act in acts:
                office.act(*act)
            check(office)
            transaction.set_rollback(True)

    played()


@pytest.mark.django_db(transaction=False)
def test_whatever_people_press_nothing_illegal_happens(general, cast, plain_pdf):
    play(general, cast, 12)


@pytest.mark.long
@pytest.mark.django_db(transaction=False)
def test_whatever_people_press_for_long_nothing_illegal_happens(general, cast, plain_pdf):
    play(general, cast, 400)
