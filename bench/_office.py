"""A large invented office, written into an empty database in a few minutes: units, people, SOPs in all states.

The words are those of the ready SOPs. A few hundred documents are made by mixing their steps; each version is one of
them under a title and a number of its own, so that what is derived from a document is worked out once a document.
"""

import hashlib
import random
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from okesop.accounts.models import User
from okesop.core.canonical import canonical
from okesop.core.parsing import parse
from okesop.files.models import File
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Grant, Person, Position, Unit
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.searched import texts
from okesop.procedures.enums import Move, NumberKind, VersionState
from okesop.procedures.models import (
    Approval,
    Comment,
    DraftChange,
    Number,
    NumberRegister,
    Procedure,
    Version,
)
from okesop.procedures.ready import READY, load
from okesop.search.domain import indexing
from okesop.search.texts import Texts

TITLE, NUMBER = "TITLEOFTHISSOP", "NUMBEROFTHISSOP"
TITLES_A_UNIT = 20
AT_ONCE = 500
ADJECTIVES = ("Awal", "Berkala", "Bulanan", "Daring", "Internal", "Khusus", "Tahunan", "Terpadu")
GIVEN = "Andi Dewi Fadlan Hasan Irma Jumrana Karim Laode Melania Nur Rahma Salma Tahir Usman Wati"
FAMILY = "Anggriani Baharuddin Contoh Darwis Hidayat Kasim Lestari Maulana Nugraha Pratama Saputra"
# How many of a thousand versions stand where; the rest was approved and is or was in force.
DRAFTS, SUBMITTED, VERIFIED, REVOKED, LATER = 80, 40, 30, 30, 20


class Office:
    """Writes the office; ``seed`` makes it the same each time."""

    def __init__(self, *, units=60, people=5_000, versions=20_000, seed=1):
        self.chance = random.Random(seed)
        self.sizes = units, people, versions
        self.now = timezone.now()
        self.today = timezone.localdate()

    def build(self):
        units, people, versions = self.sizes
        with transaction.atomic():
            self._units(units)
            self._people(people)
            self._templates()
            self._versions(versions)

    # --- the office

    def _units(self, count):
        self.root = Unit.objects.create(name="Sekretariat Daerah Kota Contoh")
        divisions = max(1, count // 6)
        self.units = [self.root]
        for n in range(count - 1):
            parent = self.root if n < divisions else self.units[1 + n % divisions]
            name = (
                "Bagian Organisasi"
                if n == 0
                else f"{'Bagian' if n < divisions else 'Subbagian'} {n}"
            )
            self.units.append(Unit.objects.create(name=name, parent=parent, code=f"U{n:02}"))

    def _people(self, count):
        began = date(2020, 1, 1)
        positions = [
            Position(
                unit=unit,
                title=f"{'Kepala' if n == 0 else 'Pengelola'} {unit.name} {n}",
                is_head=n == 0,
            )
            for unit in self.units
            for n in range(TITLES_A_UNIT)
        ]
        self.positions = Position.objects.bulk_create(positions, AT_ONCE)
        given, family = GIVEN.split(), FAMILY.split()
        self.users = User.objects.bulk_create(
            [
                User(
                    name=f"{given[n % len(given)]} {family[n % len(family)]} {n}",
                    username=f"u{n}",
                    nip=f"1980{n:014}",
                    created_at=self.now,
                    password_set_at=self.now,
                    password="!",
                )
                for n in range(count)
            ],
            AT_ONCE,
        )
        people = Person.objects.bulk_create(
            [Person(user=user, name=user.name, nip=user.nip) for user in self.users], AT_ONCE
        )
        spread = [self.positions[n % len(self.positions)] for n in range(count)]
        Assignment.objects.bulk_create(
            [
                Assignment(person=who, position=what, from_on=began)
                for who, what in zip(people, spread, strict=True)
            ],
            AT_ONCE,
        )
        self.of_unit = {unit.pk: [] for unit in self.units}
        for user, position in zip(self.users, spread, strict=True):
            self.of_unit[position.unit_id].append(user)
        roles = [Role.AUTHOR, Role.PERFORMER]
        grants = [
            Grant(position=position, role=role, unit=position.unit, from_on=began)
            for position in self.positions
            for role in (*roles, *((Role.APPROVER, Role.LEADER) if position.is_head else ()))
        ]
        verifiers = [p for p in self.positions if p.unit_id == self.units[1].pk]
        grants += [
            Grant(position=p, role=Role.VERIFIER, unit=self.root, from_on=began) for p in verifiers
        ]
        Grant.objects.bulk_create(grants, AT_ONCE)

    def author(self):
        return self.of_unit[self.units[7].pk][1]

    def head(self):
        return self.of_unit[self.units[2].pk][0]

    def verifier(self):
        return self.of_unit[self.units[1].pk][1]

    # --- the documents

    def _templates(self):
        ready = [load(sop.slug) for sop in READY]
        self.templates = []
        for n in range(10 * len(ready)):
            document, other = ready[n % len(ready)], self.chance.choice(ready)
            steps = tuple(
                replace(step, activity=self.chance.choice(other.steps).activity)
                if self.chance.random() < 0.3
                else step
                for step in document.steps
            )
            mixed = replace(
                document,
                identity=replace(document.identity, title=TITLE, number=NUMBER),
                steps=steps,
                legal_basis=(*document.legal_basis, *other.legal_basis[:2]),
            )
            assert parse(canonical(mixed)).document == mixed
            self.templates.append(
                (canonical(mixed).decode(), documents.columns(mixed), texts(mixed))
            )
        self.titles = [sop.title for sop in READY]

    def _title(self):
        first, second = self.chance.choice(self.titles), self.chance.choice(self.titles)
        return f"{first} {self.chance.choice(ADJECTIVES)} dan {second.split(' ', 1)[-1]}"

    def _version(self, procedure, number, state):
        text, columns, _found = self.templates[procedure.template]
        title = procedure.title
        told = f"000.8.3.3/{procedure.serial:05}/{procedure.unit.code or 'SETDA'}/2026"
        text = text.replace(TITLE, title).replace(NUMBER, told)
        made = columns | {
            "document": text,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "title": title,
            "sort_title": title.casefold()[:200],
            "number_text": told,
            "words": columns["words"].replace(TITLE.lower(), title.casefold()),
        }
        at = self.now - timedelta(
            days=self.chance.randrange(900), minutes=self.chance.randrange(900)
        )
        version = Version(
            procedure=procedure,
            number=number,
            state=state,
            created_at=at,
            updated_at=at,
            updated_by=procedure.created_by,
            error_count=self.chance.choice((0, 0, 3)) if state == VersionState.DRAFT else 0,
            warning_count=self.chance.randrange(4),
            sequence=5,
            **made,
        )
        if state != VersionState.DRAFT:
            version.round, version.moved_at = 1, at
        return version

    # --- their lives

    def _versions(self, count):
        procedures, lives = self._procedures(count)
        Procedure.objects.bulk_create(procedures, AT_ONCE)
        registers = {
            unit.pk: NumberRegister.objects.create(unit=unit, year=2026) for unit in self.units
        }
        paper = File.objects.create(
            sha256="0" * 64, size=1, kind="application/pdf", created_at=self.now
        )
        numbers, versions = [], []
        for procedure, life in zip(procedures, lives, strict=True):
            for number, (state, effective) in enumerate(life, 1):
                version = self._version(procedure, number, state)
                if effective:
                    told = Number(
                        register=registers[procedure.unit_id],
                        serial=len(numbers) + 1,
                        text=version.number_text,
                        kind=NumberKind.ISSUED,
                        by=procedure.created_by,
                        at=version.created_at,
                    )
                    numbers.append(told)
                    version.issued, version.pdf = told, paper
                    version.approved_at, version.effective_on = version.created_at, effective
                    version.code = f"{len(numbers):022}"
                    if state == VersionState.REVOKED:
                        version.revoked_on = effective + timedelta(days=100)
                versions.append(version)
        Number.objects.bulk_create(numbers, AT_ONCE)
        for version in versions:
            version.issued = version.issued  # the key that it was just given
        Version.objects.bulk_create(versions, AT_ONCE)
        self._traces(versions)
        self.indexed = indexing.rebuild((v.pk, self._texts(v)) for v in versions)

    def _procedures(self, count):
        procedures, lives, left = [], [], count
        while left > 0:
            life = self._life()[:left]
            left -= len(life)
            unit = self.chance.choice(self.units)
            procedure = Procedure(
                unit=unit,
                created_at=self.now,
                created_by=self.chance.choice(self.of_unit[unit.pk]),
            )
            procedure.template = self.chance.randrange(len(self.templates))
            procedure.title, procedure.serial = self._title(), len(procedures) + 1
            procedures.append(procedure)
            lives.append(life)
        return procedures, lives

    def _life(self):
        """Return states with the days from which they hold, oldest first; at most the last is on its way."""
        dice = self.chance.randrange(1000)
        for share, state in (
            (DRAFTS, VersionState.DRAFT),
            (SUBMITTED, VersionState.SUBMITTED),
            (VERIFIED, VersionState.VERIFIED),
        ):
            if dice < share * 2:
                before = [(VersionState.APPROVED, self.today - timedelta(days=500))]
                return [*(before if dice % 2 else []), (state, None)]
            dice -= share * 2
        if dice < REVOKED * 2:
            return [(VersionState.REVOKED, self.today - timedelta(days=300))]
        days = sorted(
            self.chance.sample(range(10, 900), self.chance.choice((1, 1, 2, 3))), reverse=True
        )
        later = [-20] if dice < (REVOKED + LATER) * 2 else []
        return [
            (VersionState.APPROVED, self.today - timedelta(days=day)) for day in (*days, *later)
        ]

    def _traces(self, versions):
        changes, comments, approvals = [], [], []
        for version in versions:
            people = self.of_unit[version.procedure.unit_id]
            changes += [self._change(version, n, people[n % len(people)]) for n in range(4)]
            moves = [] if version.state == VersionState.DRAFT else [Move.SUBMIT]
            if version.state in {
                VersionState.VERIFIED,
                VersionState.APPROVED,
                VersionState.REVOKED,
            }:
                moves.append(Move.VERIFY)
            if version.effective_on:
                moves.append(Move.APPROVE)
            approvals += [
                self._approval(version, turn, move, people[0])
                for turn, move in enumerate(moves, 1)
            ]
            if version.state == VersionState.DRAFT and self.chance.random() < 0.3:
                comments.append(
                    Comment(
                        version=version,
                        text="Perjelas keluarannya",
                        author=people[2],
                        at=version.updated_at,
                    )
                )
        DraftChange.objects.bulk_create(changes, AT_ONCE)
        Comment.objects.bulk_create(comments, AT_ONCE)
        Approval.objects.bulk_create(approvals, AT_ONCE)

    def _change(self, version, n, author):
        return DraftChange(
            version=version,
            sequence=n + 2,
            change_id=f"c{n}",
            client="bench",
            author=author,
            at=version.updated_at - timedelta(minutes=5 - n),
            operations=[],
            undo={},
            places=[],
            texts=[],
            summary=[[f"mengubah output langkah {n}", f"changing the output of step {n}"]],
            notices=[],
        )

    def _approval(self, version, turn, move, by):
        return Approval(
            version=version,
            turn=turn,
            round=1,
            kind=move,
            by=by,
            position="Kepala",
            at=version.updated_at,
            sha256=version.sha256,
        )

    def _texts(self, version):
        found = self.templates[version.procedure.template][2]
        identity = tuple(line.replace(NUMBER, version.number_text) for line in found.identity)
        return Texts(version.title, identity, found.steps)
