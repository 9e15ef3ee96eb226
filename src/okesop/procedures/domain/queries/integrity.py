"""Holding what was approved against its hashes and against what the trail says was approved.

The trail tells of each decision: who, as which position, over which content, and of the one that seals also the PDF,
the day, the number and the address. A sealed version that differs from this, or is gone, was changed behind the
product's back.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.files.storage import default_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.audit.models import Entry
from okesop.files.models import File
from okesop.procedures.domain.plain import one_line
from okesop.procedures.enums import SEALED, Move, VersionState
from okesop.procedures.models import Approval, Version

AT_ONCE = 200
KIND, ACT = "procedures.version", "procedures.version."
APPROVE, REVOKE = f"{ACT}{Move.APPROVE}", f"{ACT}{Move.REVOKE}"
MOVES = [f"{ACT}{move}" for move in Move.values]
Told = dict[int, list[Entry]]


def differing() -> Iterator[str]:
    """Yield a sentence for each way in which a sealed version is not what was approved."""
    yield from _gone()
    sealed = Version.objects.filter(state__in=SEALED).select_related("pdf").order_by("pk")
    stream = sealed.iterator(chunk_size=AT_ONCE)
    while versions := list(islice(stream, AT_ONCE)):
        told, decided = _told(versions), _decided(versions)
        for version in versions:
            for wrong in _wrong(version, told[version.pk], decided[version.pk]):
                yield _sentence(version, wrong)


def sealed_facts(version: Version) -> dict[str, Any]:
    """Return what the trail keeps of a version that was just sealed, beside the hash of its document."""
    if not version.is_sealed or version.pdf is None:
        return {}
    return {
        "pdf": version.pdf.sha256,
        "effective_on": str(version.effective_on),
        "revoked_on": str(version.revoked_on or ""),
        "number": version.number_text,
        "code": version.code,
    }


def _gone() -> Iterator[str]:
    """Yield what the trail says was sealed and is not, or no longer, there."""
    acts = Entry.objects.filter(kind=KIND, action=APPROVE).order_by("sequence")
    stream = acts.iterator(chunk_size=AT_ONCE)
    while entries := list(islice(stream, AT_ONCE)):
        sealing = [entry for entry in entries if _detail(entry).get("to") == VersionState.APPROVED]
        keys = [int(entry.key) for entry in sealing if entry.key.isdecimal()]
        there = set(
            Version.objects.filter(pk__in=keys, state__in=SEALED).values_list("pk", flat=True)
        )
        for entry in sealing:
            if int(entry.key) not in there:
                said = _(
                    "SOP “%(name)s” disetujui menurut catatan %(entry)d, tetapi tidak ada lagi."
                )
                yield str(said) % {"name": entry.name, "entry": entry.sequence}


def _told(versions: list[Version]) -> Told:
    """Return what the trail tells of each version, in order."""
    found: Told = defaultdict(list)
    keys = [str(version.pk) for version in versions]
    entries = Entry.objects.filter(kind=KIND, key__in=keys, action__in=MOVES)
    for entry in entries.order_by("sequence"):
        found[int(entry.key)].append(entry)
    return found


def _decided(versions: list[Version]) -> dict[int, list[Approval]]:
    found: dict[int, list[Approval]] = defaultdict(list)
    for approval in Approval.objects.filter(version__in=versions).order_by("turn"):
        found[approval.version_id].append(approval)
    return found


def _wrong(version: Version, told: list[Entry], decided: list[Approval]) -> Iterator[Promise]:
    if hashlib.sha256(version.document.encode()).hexdigest() != version.sha256:
        yield _("dokumennya diubah")
    identity = json.loads(version.document).get("identity", {})
    said = [one_line(identity.get(name) or "") for name in ("title", "number")]
    if said != [version.title, version.number_text]:
        yield _("judul atau nomor di daftar diubah")
    yield from _wrong_pdf(version.pdf)
    yield from _against_the_trail(version, told)
    if [_fingerprint(entry) for entry in told] != [_shown(approval) for approval in decided]:
        yield _("keputusannya (siapa, sebagai apa, atas isi yang mana) diubah")


def _wrong_pdf(pdf: File | None) -> Iterator[Promise]:
    if pdf is None or not default_storage.exists(pdf.path):
        yield _("PDF-nya hilang")
        return
    digest = hashlib.sha256()
    with default_storage.open(pdf.path) as stored:
        for chunk in stored.chunks():
            digest.update(chunk)
    if digest.hexdigest() != pdf.sha256:
        yield _("PDF-nya diubah")


def _against_the_trail(version: Version, told: list[Entry]) -> Iterator[Promise]:
    last = next((e for e in reversed(told) if e.action in {APPROVE, REVOKE}), None)
    if last is None:
        yield _("tidak ada catatan persetujuannya di jejak audit")
        return
    if last.after != version.sha256:
        yield _("hash dokumennya bukan yang disetujui")
    detail, now = _detail(last), sealed_facts(version)
    differ = {name for name, value in now.items() if detail.get(name, value) != value}
    if differ & {"pdf"}:
        yield _("PDF-nya bukan yang disetujui")
    if differ - {"pdf"} or (detail.get("to") or version.state) != version.state:
        yield _("tanggal, nomor, alamat, atau keadaannya bukan yang disetujui")


def _fingerprint(entry: Entry) -> tuple[str, int | None, str, str]:
    return entry.action.removeprefix(ACT), entry.by_id, entry.as_position, entry.after


def _shown(approval: Approval) -> tuple[str, int | None, str, str]:
    return approval.kind, approval.by_id, approval.position, approval.sha256


def _detail(entry: Entry) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(entry.detail)
    except ValueError:  # altered: the chain says so
        return {}
    return found


def _sentence(version: Version, wrong: Promise) -> str:
    said = _("SOP “%(title)s” versi %(number)d: %(wrong)s.")
    return str(said) % {"title": version, "number": version.number, "wrong": wrong}
