"""Two people in one draft, in two threads on the real database."""

from itertools import pairwise
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.factories.procedures import MORNING, draft, text

from okesop.procedures.domain import changes
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import Proposed, Stamp
from okesop.procedures.models import DraftChange, Version

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 6


def together(*jobs):
    """Run the jobs at the same time and return what went wrong."""
    start, faults = Barrier(len(jobs)), []

    def run(job):
        try:
            start.wait(timeout=10)
            job()
        except Exception as error:  # noqa: BLE001 -- told by the test
            faults.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return faults


def writer(version, who, place):
    def write():
        for number in range(ROUNDS):
            proposal = Proposed(f"{who.pk}-{number}", (text(place, f"{who.name} {number}"),))
            stamp = Stamp(f"tab-{who.pk}", who, MORNING)
            changes.apply_changes(version, [proposal], stamp=stamp)

    return write


def test_different_cells_both_survive(author, colleague, general):
    version = draft(general, author)

    faults = together(
        writer(version, author, "steps/s1/note"), writer(version, colleague, "steps/s2/note")
    )

    notes = [step.note for step in documents.read(Version.objects.get()).steps[:2]]
    assert faults == []
    assert notes == [f"La Ode Fadlan {ROUNDS - 1}", f"Dewi Anggriani {ROUNDS - 1}"]
    sequences = list(DraftChange.objects.values_list("sequence", flat=True))
    assert sequences == list(range(2, 2 + 2 * ROUNDS))


def test_on_the_same_cell_the_later_wins_and_nothing_is_forgotten(author, colleague, general):
    version = draft(general, author)

    faults = together(
        writer(version, author, "steps/s1/note"), writer(version, colleague, "steps/s1/note")
    )

    last = DraftChange.objects.latest("sequence")
    assert faults == []
    assert documents.read(Version.objects.get()).steps[0].note == last.texts[0]["after"]
    chain = [change.texts[0] for change in DraftChange.objects.order_by("sequence")]
    assert all(a["after"] == b["before"] for a, b in pairwise(chain))


def test_the_same_change_sent_twice_at_once_is_stored_once(author, general):
    version = draft(general, author)
    proposal = Proposed("resent", (text("steps/s1/note", "sekali"),))

    def send():
        changes.apply_changes(version, [proposal], stamp=Stamp("tab", author, MORNING))

    assert together(send, send) == []
    assert DraftChange.objects.count() == 1
