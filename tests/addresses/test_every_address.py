"""Every address × every role × own and other unit: whom it lets in.

The list of addresses comes from the product itself: a new one without a row here fails. An address lets in whoever is
not refused (403), not told that there is no such thing (404) and not led to the sign-in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import settings as configured
from django.db import transaction
from django.test import override_settings
from django.urls import URLResolver, get_resolver, reverse
from tests.addresses import world as worlds
from tests.addresses.world import ACTORS, ROLES, SECRET, SIGNED_IN, Side, World
from tests.factories import procedures as sops

pytestmark = pytest.mark.django_db
OFFICE = {"admin"}
KEEPERS = {"administrator", "admin"}
READERS = {"auditor", *KEEPERS}
DRAFTED = {"author", "leader", "auditor", "admin"}
REVIEWED = {*DRAFTED, "verifier", "approver"}
WRITE = {"author", "admin"}
NOTE = {*WRITE, "verifier", "approver"}
VERIFY, APPROVE = {"verifier"}, {"approver"}
ALL, ANYBODY, NOBODY = {*SIGNED_IN}, {*ACTORS}, set()


@dataclass(frozen=True)
class Row:
    """Who comes in for what lies in his own unit and for what lies in another; POST sends an empty form."""

    own: set[str]
    other: set[str]
    thing: Callable[[World, Side, str], dict[str, Any] | None] = lambda *_: {}
    methods: tuple[str, ...] = ("get",)
    is_bound: bool = True  # to a unit or a person: there is another one


def everywhere(who, *methods, thing=lambda *_: {}):
    """An address that belongs to no unit."""
    return Row(who, who, thing, methods or ("get",), is_bound=False)


def of_unit(who, thing, *methods):
    """An address of something in a unit: in another unit only who looks after the whole office comes in."""
    return Row(who, who & OFFICE, thing, methods or ("get",))


def of_person(thing, *methods):
    """An address of something that belongs to a person: nobody else comes in, whoever he is."""
    return Row(ALL, NOBODY, thing, methods or ("get",))


def key(name, **more):
    return lambda _world, side, _actor: {"key": side.things[name].key, **more}


def version(name, **more):
    return lambda _world, side, _actor: {"key": side.things[name].key, "number": 1, **more}


def noted(name, note, **more):
    def found(_world, side, _actor):
        return {"key": side.things[name].key, "pk": side.things[note].pk, **more}

    return found


def unit(_world, side, _actor):
    return {"pk": side.unit.pk}


def held(path):
    """The key of what an assignment of the unit leads to: its position, its person, itself."""

    def found(_world, side, _actor):
        thing = side.things["held"]
        return {"pk": getattr(thing, path).pk if path else thing.pk}

    return found


def mine(name, field="pk", argument="pk"):
    """What belongs to the asker, or to somebody else: "other" stands for another person."""

    def found(world, side, actor):
        owner = actor if side is world.own else next(one for one in SIGNED_IN[:2] if one != actor)
        thing = world.personal.get(owner, world.personal["member"])[name]
        return {argument: getattr(thing, field)} if thing else None

    return found


def lent(world, side, actor):
    found = mine("held")(world, side, actor)
    return {**found, "person": world.personal["member"]["whom"].pk} if found else None


SEATED = {*ALL} - {"admin"}
POST = "post"
ROWS = {
    # --- without a sign-in
    "accounts:sign-in": everywhere(ANYBODY, "get", POST),
    "accounts:with-code": everywhere(ANYBODY, "get", POST),
    "accounts:as-sample": everywhere(NOBODY, POST, thing=lambda *_: {"username": "x"}),
    "found": everywhere(NOBODY, "get", POST),
    "procedures:public": Row(
        ANYBODY, ANYBODY, lambda _w, s, _a: {"code": s.things["approved"].code}
    ),
    "procedures:public-pdf": Row(
        ANYBODY, ANYBODY, lambda _w, s, _a: {"code": s.things["public"].code}
    ),
    # --- of the asker himself
    "accounts:sign-out": everywhere(ANYBODY, POST),
    "accounts:profile": everywhere(ALL),
    "accounts:prefer": everywhere(ALL, POST),
    "accounts:password": everywhere(ALL, "get", POST),
    "accounts:end-others": everywhere(ALL, POST),
    # the handle of somebody else's session ends nothing, and says so
    "accounts:end-session": Row(ALL, ALL, mine("session", "handle", "handle"), (POST,)),
    "tasks:progress": of_person(mine("progress", "handle", "handle")),
    "notifications:list": everywhere(ALL),
    "notifications:read-all": everywhere(ALL, POST),
    "notifications:open": of_person(mine("told")),
    "notifications:mark": of_person(mine("told"), POST),
    "notifications:preferences": everywhere(ALL, "get", POST),
    "notifications:ask-again": everywhere(ALL, POST),
    "notifications:confirm": everywhere(ALL, thing=lambda *_: {"signed": "x"}),
    "organisation:standing": everywhere(ALL),
    "organisation:lend-to": Row(SEATED, NOBODY, mine("held")),
    "organisation:lend": Row(SEATED, NOBODY, lent, ("get", POST)),
    "organisation:take-back": Row(SEATED, NOBODY, mine("loan"), (POST,)),
    # --- of everybody in the office
    "procedures:home": everywhere(ALL),
    "procedures:guide": everywhere(ALL),
    "procedures:catalogue": everywhere(ALL),
    "procedures:download": everywhere(ALL),
    "procedures:ready-preview": everywhere(ALL, thing=lambda *_: {"name": "pemusnahan-arsip"}),
    "search:palette": everywhere(ALL),
    "files:emblem-picture": Row(ALL, OFFICE, unit),
    # --- of who looks after the office
    "ui:gallery": everywhere(OFFICE),
    "backups": everywhere(OFFICE),
    "tasks:background": everywhere(OFFICE),
    "tasks:try-again": everywhere(OFFICE, POST, thing=lambda *_: {"ref": "0" * 32}),
    "tasks:give-up": everywhere(OFFICE, POST, thing=lambda *_: {"ref": "0" * 32}),
    "tasks:run-now": everywhere(OFFICE, POST, thing=lambda *_: {"name": "config.verify"}),
    "organisation:settings": everywhere(KEEPERS),
    "organisation:unit-new": everywhere(KEEPERS, "get"),
    "organisation:unit": of_unit(KEEPERS, unit, "get", POST),
    "organisation:unit-active": of_unit(KEEPERS, unit, POST),
    "organisation:unit-merge": of_unit(KEEPERS, unit, POST),
    "organisation:roles": of_unit(KEEPERS, unit, "get", POST),
    "organisation:position-new": of_unit(KEEPERS, unit, "get", POST),
    "organisation:position": of_unit(KEEPERS, held("position"), "get", POST),
    "organisation:people": everywhere(KEEPERS),
    "organisation:person-new": everywhere(KEEPERS, "get", POST),
    "organisation:person": Row(KEEPERS, KEEPERS, held("person")),
    "organisation:assign": Row(KEEPERS, KEEPERS, held("person"), (POST,)),
    "organisation:issue-code": of_unit(KEEPERS, held("person"), POST),
    "organisation:account": Row(OFFICE, OFFICE, held("person"), (POST,)),
    "organisation:end-assignment": of_unit(KEEPERS, held(""), "get", POST),
    "organisation:import": everywhere(OFFICE, "get", POST),
    "organisation:import-workbook": everywhere(OFFICE),
    "organisation:import-preview": everywhere(OFFICE),
    "organisation:import-write": everywhere(OFFICE, POST),
    "organisation:calendar": everywhere(KEEPERS),
    "organisation:holiday-new": everywhere(OFFICE, POST),
    "organisation:holidays-fill": everywhere(OFFICE, POST),
    "organisation:holiday": everywhere(
        OFFICE, POST, thing=lambda w, *_: {"pk": w.shared["holiday"].pk}
    ),
    "organisation:week": everywhere(OFFICE, "get", POST),
    "organisation:week-remove": everywhere(
        OFFICE, POST, thing=lambda w, *_: {"pk": w.shared["week"].pk}
    ),
    "organisation:hand-over": of_unit(KEEPERS, held(""), "get", POST),
    "organisation:handover": of_unit(KEEPERS, lambda _w, s, _a: {"pk": s.things["handover"].pk}),
    "organisation:handover-paper": of_unit(
        KEEPERS, lambda _w, s, _a: {"pk": s.things["handover"].pk}
    ),
    "procedures:set-address": everywhere(OFFICE, "get", POST),
    "procedures:set-numbers": everywhere(OFFICE, "get", POST),
    "procedures:keep-number": everywhere(OFFICE, POST),
    "procedures:set-hands": everywhere(OFFICE, "get", POST),
    "files:emblem": everywhere(OFFICE, "get", POST),
    "files:take-emblem": of_unit(OFFICE, unit, POST),
    # --- the trail
    "audit:trail": everywhere(READERS),
    "audit:download": everywhere(READERS),
    "audit:entry": of_unit(READERS, lambda _w, s, _a: {"sequence": s.things["entry"].sequence}),
    # --- SOPs
    "procedures:create": everywhere(WRITE, "get", POST),
    "procedures:detail": of_unit(DRAFTED, key("draft")),
    "procedures:pdf": of_unit(DRAFTED, key("draft")),
    "procedures:preview": of_unit(DRAFTED, key("draft")),
    "procedures:history": of_unit(DRAFTED, key("draft")),
    "procedures:discard": of_unit(WRITE, key("draft"), "get", POST),
    "procedures:submit": of_unit(WRITE, key("draft"), "get", POST),
    # who may only read the draft is led from its editor to its page
    "procedures:editor": of_unit(DRAFTED, key("draft")),
    "procedures:version": of_unit(ALL, version("approved")),
    "procedures:version-pdf": of_unit(ALL, version("approved")),
    "procedures:version-preview": of_unit(ALL, version("approved")),
    "procedures:preview-page": of_unit(ALL, version("approved", paper="F4", state="x", page=1)),
    "procedures:emblem": of_unit(ALL, version("approved")),
    "procedures:public-code": of_unit(ALL, version("approved")),
    "procedures:review": of_unit(REVIEWED, version("submitted")),
    "procedures:note": of_unit(NOTE, version("submitted"), POST),
    "procedures:note-answer": of_unit(NOTE, noted("submitted", "note", number=1), POST),
    "procedures:note-settle": of_unit(NOTE, noted("submitted", "note", number=1), POST),
    "procedures:verify": of_unit(VERIFY, version("submitted"), POST),
    "procedures:send-back": of_unit(VERIFY, version("submitted"), POST),
    "procedures:approve": of_unit(APPROVE, version("verified"), "get", POST),
    "procedures:take-back": of_unit(WRITE, version("submitted"), POST),
    "procedures:revise": of_unit(WRITE, version("approved"), POST),
    "procedures:open": of_unit({"approver", "admin"}, version("approved"), POST),
    "procedures:revoke": of_unit(APPROVE, version("approved"), "get", POST),
    "procedures:compare-newest": of_unit(DRAFTED, key("draft")),
    "procedures:compare": of_unit(DRAFTED, key("draft", old="1", new="1")),
    "procedures:draft-changes": of_unit(WRITE, key("draft"), "get", POST),
    "procedures:draft-undo": of_unit(WRITE, key("draft"), POST),
    "procedures:draft-drawing": of_unit(WRITE, key("draft"), POST),
    "procedures:draft-paste": of_unit(WRITE, key("draft"), POST),
    "procedures:draft-waivers": of_unit(WRITE, key("draft"), POST),
    "procedures:draft-comments": of_unit(WRITE, key("draft"), "get", POST),
    "procedures:draft-comment-done": of_unit(WRITE, noted("draft", "draft_note"), POST),
    "procedures:draft-history": of_unit(WRITE, key("draft")),
    "procedures:draft-positions": of_unit(WRITE, key("draft")),
    "procedures:bring-back": of_unit(WRITE, key("draft", sequence=1), POST),
    "procedures:draft-related": of_unit(WRITE, key("draft")),
    "procedures:draft-regulations": of_unit(WRITE, key("draft")),
}


def names(resolver, space=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern, pattern.namespace or space)
        else:
            yield f"{space}:{pattern.name}" if space else pattern.name


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Both divisions, built once; each test looks at them inside a savepoint."""
    place = tmp_path_factory.mktemp("files")
    with (
        django_db_blocker.unblock(),
        override_settings(PUBLIC_ADDRESS=sops.ADDRESS, MEDIA_ROOT=place),
        transaction.atomic(),
    ):
        yield worlds.build()
        transaction.set_rollback(True)


def test_every_address_has_its_row():
    assert sorted(names(get_resolver())) == sorted(ROWS)


def test_the_table_speaks_of_every_role():
    assert {*ROLES} < {*ACTORS}


CASES = [
    (name, where) for name, row in ROWS.items() for where in ("own", "other")[: 1 + row.is_bound]
]


@pytest.mark.parametrize(("name", "where"), CASES)
def test_it_lets_in_whom_the_table_says(world, name, where):
    row, side = ROWS[name], getattr(world, where)
    for method in row.methods:
        let_in = {actor for actor in ACTORS if comes_in(world, side, actor, name, method)}
        assert let_in == getattr(row, where), f"{method} {name} ({where})"


def comes_in(world, side, actor, name, method):
    """Ask, take back what the asking did, and tell whether he was let in."""
    thing = ROWS[name].thing(world, side, actor)
    if thing is None:
        return False
    with transaction.atomic():
        response = getattr(worlds.client(world, actor), method)(reverse(name, kwargs=thing))
        transaction.set_rollback(True)
    assert response.status_code != 405, f"{method} {name}"
    if side is world.own and actor not in {"admin", "nobody"}:
        assert SECRET not in text(response), f"{name} tells {actor} of another division"
    led_away = response.status_code == 302 and "?" in response["Location"]
    led_away = led_away and response["Location"].startswith(reverse(configured.LOGIN_URL))
    return response.status_code not in {401, 403, 404} and not led_away


def text(response):
    """Return what an answer says, also inside a workbook."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content[:2] == b"PK":
        with ZipFile(BytesIO(content)) as parts:
            content = b"".join(parts.read(part) for part in parts.namelist())
    return content.decode(errors="replace")
