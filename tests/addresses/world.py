"""Two divisions with the same things in both, and one person for each role, who holds it over the first alone."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.test import Client
from django.utils import timezone
from tests.factories import organisation as office
from tests.factories import procedures as sops

from okesop.accounts.models import Session, User
from okesop.audit.domain import trail
from okesop.notifications.models import Notification
from okesop.organisation.enums import Role
from okesop.organisation.models import Handover, Holiday, WorkWeek
from okesop.procedures.models import Comment, Procedure
from okesop.tasks.models import Progress

ROLES = tuple(Role.values)
SIGNED_IN = (*ROLES, "member", "admin")
ACTORS = (*SIGNED_IN, "nobody")
BACKEND = "okesop.accounts.backends.NameBackend"
SECRET = "Zaitun"  # stands in every title of the other division


@dataclass
class Side:
    """A division and what lies in it."""

    unit: Any
    things: dict[str, Any] = field(default_factory=dict)


@dataclass
class World:
    own: Side
    other: Side
    users: dict[str, User]
    cookies: dict[str, str]
    personal: dict[
        str, dict[str, Any]
    ]  # what belongs to a person: his session, his work, his notices
    shared: dict[str, Any]


def build() -> World:
    root = office.UnitFactory(name="Sekretariat Daerah", parent=None)
    own = Side(office.UnitFactory(name="Bagian Umum", parent=root))
    other = Side(office.UnitFactory(name="Bagian Hukum", parent=root))
    sops.emblem(root)
    fill(own, "Surat")
    fill(other, SECRET)
    users = people(own.unit, office.UnitFactory(name="Sekretariat DPRD", parent=root))
    cookies = {name: signed_in(user) for name, user in users.items()}
    shared = {
        "holiday": Holiday.objects.create(day=date(2026, 12, 25), name="Hari Raya"),
        "week": WorkWeek.objects.create(from_on=date(2020, 1, 1)),
    }
    personal = {name: belongings(user) for name, user in users.items()}
    return World(own, other, users, cookies, personal, shared)


def fill(side: Side, word: str) -> None:
    """Put an SOP of each state into a division, with the people who made it."""
    works = [
        office.AssignmentFactory(
            position__unit=side.unit,
            position__title=f"Jabatan {n}",
            position__roles=False,
        )
        for n in range(3)
    ]
    cast = [held.person.user for held in works]
    for held, role in zip(works, ("author", "verifier", "approver"), strict=True):
        office.GrantFactory(position=held.position, unit=side.unit, role=role)
    made = [
        sops.draft(side.unit, cast[0], sops.document(f"Pengelolaan {said}"))
        for said in (f"{word} 1", f"{word} 2", f"{word} 3", f"{word} 4", "Pengaduan")
    ]
    draft, submitted, verified, approved, public = made
    sops.submitted(submitted, cast[0])
    sops.verified(verified, cast[0], cast[1])
    for version in (approved, public):
        sops.approved(version, cast)
    Procedure.objects.filter(pk=approved.procedure_id).update(reach="internal")
    Procedure.objects.filter(pk=public.procedure_id).update(reach="public")
    notes = [
        Comment.objects.create(
            version=version, text=f"Perjelas {word}", author=cast[1], at=sops.MORNING
        )
        for version in (draft, submitted)
    ]
    side.things = {
        "draft": draft,
        "submitted": submitted,
        "verified": verified,
        "approved": approved,
        "public": public,
        "draft_note": notes[0],
        "note": notes[1],
        "held": works[0],
        "handover": Handover.objects.create(assignment=works[0], at=sops.MORNING, by=cast[0]),
        "entry": trail.record("organisation.change_unit", side.unit, by=cast[0], at=sops.MORNING),
    }


def people(unit: Any, elsewhere: Any) -> dict[str, User]:
    found = {}
    for role in ROLES:
        seat = office.PositionFactory(unit=elsewhere, title=f"Pemegang {role}", roles=False)
        office.GrantFactory(position=seat, unit=unit, role=role)
        found[role] = office.AssignmentFactory(
            position=seat, person__name=f"Orang {role}"
        ).person.user
    seat = office.PositionFactory(unit=unit, title="Pengadministrasi", roles=False)
    found["member"] = office.AssignmentFactory(
        position=seat, person__name="Orang unit"
    ).person.user
    found["admin"] = office.UserFactory(name="Orang admin", is_administrator=True)
    return found


def signed_in(user: User) -> str:
    """Return the cookie of a session."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    Session.objects.filter(user=user).update(handle=f"session-of-{user.pk}")
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def client(world: World, actor: str) -> Client:
    """Return a browser as somebody left it: what he did before in this test is taken back."""
    fresh = Client()
    if actor in world.cookies:
        fresh.cookies[settings.SESSION_COOKIE_NAME] = world.cookies[actor]
    return fresh


def belongings(user: User) -> dict[str, Any]:
    now = timezone.now()
    person = getattr(user, "person", None)
    held = person.assignments.first() if person else None
    whom = office.PersonFactory()
    return {
        "session": Session.objects.filter(user=user).first(),
        "progress": Progress.objects.create(user=user, title="Membuat laporan", asked_at=now),
        "told": Notification.objects.create(**notice(user, now)),
        "held": held,
        "loan": office.DelegationFactory(assignment=held, person=whom) if held else None,
        "whom": whom,
        "signed": signing.dumps({"user": user.pk}),
        "until": now + timedelta(days=1),
    }


def notice(user: User, now: Any) -> dict[str, Any]:
    return {"recipient": user, "kind": "x", "subject": "Kabar", "url": "/", "at": now}
