from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.operations.author import Author
from tests.factories.procedures import MORNING, document, draft, text

from okesop.core.canonical import sha256
from okesop.core.operations import Refused, apply
from okesop.procedures.domain import changes, rebuilding, undoing
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import Proposed, Stamp
from okesop.procedures.models import Version

pytestmark = pytest.mark.django_db


def current(version):
    return Version.objects.get(pk=version.pk)


def state(version):
    stored = current(version)
    return stored.sequence, stored.sha256


def test_each_state_of_a_draft_comes_back_letter_for_letter(general, author, colleague):
    version = draft(general, author)
    states = [state(version)]
    acts = [
        [text("steps/s1/time", "5 menit")],
        [{"op": "remove_steps", "steps": ["s2"]}],
        "undo",
        "redo",
        "undo",
        "undo",
        [text("steps/s3/output", "Surat tercatat")],
        "undo",
    ]
    for number, act in enumerate(acts):
        who = author if number < 6 else colleague
        stamp = Stamp("tab", who, MORNING + timedelta(minutes=number))
        if isinstance(act, str):
            getattr(undoing, act)(current(version), stamp=stamp)
        else:
            changes.apply_changes(
                current(version), [Proposed(f"c{number}", tuple(act))], stamp=stamp
            )
        states.append(state(version))

    last = current(version)
    assert [sequence for sequence, _ in states] == list(range(1, 10))
    for sequence, hash_ in states:
        assert sha256(rebuilding.as_it_was(last, sequence)) == hash_


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_so_do_states_of_two_authors_who_undo_at_random(data, general, author, colleague):
    version = draft(general, author, document())
    states, hand = [state(version)], Author(data.draw)
    for number in range(data.draw(st.integers(1, 8))):
        stamp = Stamp("tab", data.draw(st.sampled_from([author, colleague])), MORNING)
        act = data.draw(st.sampled_from(["edit", "edit", "edit", "undo", "redo"]))
        if act != "edit":
            getattr(undoing, act)(current(version), stamp=stamp)
        else:
            operation = hand.operation(documents.read(current(version)))
            try:
                apply(documents.read(current(version)), operation)
            except Refused:
                continue
            changes.apply_changes(
                current(version), [Proposed(f"c{number}", (operation,))], stamp=stamp
            )
        states.append(state(version))

    last = current(version)
    for sequence, hash_ in dict(states).items():
        assert sha256(rebuilding.as_it_was(last, sequence)) == hash_
