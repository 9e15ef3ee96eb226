"""Whatever is done to an approved version behind the product's back is named with it."""

import hashlib
import json
from datetime import timedelta
from random import Random

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from tests.factories import procedures as sops
from tests.guard import unguarded

from okesop.audit.domain import verifying
from okesop.audit.models import Entry
from okesop.files.domain import store
from okesop.files.models import File
from okesop.procedures.domain import approving
from okesop.procedures.domain.queries.integrity import differing
from okesop.procedures.models import Approval, Version

TAMPERINGS = 100


@pytest.fixture
def three(general, cast, settings, tmp_path):
    """Three SOPs in force, one of them ended again."""
    settings.MEDIA_ROOT = tmp_path
    sops.emblem(general)
    titles = ("Pengelolaan Surat Masuk", "Peminjaman Kendaraan Dinas", "Pengelolaan Arsip")
    versions = [
        sops.approved(sops.draft(general, cast[0], sops.document(title)), cast) for title in titles
    ]
    approving.revoke(
        versions[2],
        on=versions[2].effective_on + timedelta(days=1),
        reason="Diganti",
        hand=sops.hand(versions[2], cast[2]),
    )
    return [Version.objects.get(pk=version.pk) for version in versions]


def row(version):
    return Version._base_manager.filter(pk=version.pk)


def alter_document(version, random):
    text = version.document.replace("a", "o", random.randint(1, 3))
    row(version).update(document=text)


def alter_document_and_hash(version, random):
    forged = Version(document=version.document.replace("Surat", "Berkas").replace("e", "i", 1))
    digest = hashlib.sha256(forged.document.encode()).hexdigest()
    row(version).update(document=forged.document, sha256=digest)


def alter_title(version, random):
    row(version).update(title=f"SOP {random.random()}")


def alter_pdf(version, random):
    default_storage.delete(version.pdf.path)
    default_storage.save(version.pdf.path, ContentFile(random.randbytes(40)))


def lose_pdf(version, random):
    default_storage.delete(version.pdf.path)


def another_pdf(version, random):
    other = store.keep(random.randbytes(40), kind="application/pdf", at=version.approved_at)
    row(version).update(pdf=other)


def another_pdf_under_the_same_row(version, random):
    other = store.keep(random.randbytes(40), kind="application/pdf", at=version.approved_at)
    File.objects.filter(pk=other.pk).delete()
    File.objects.filter(pk=version.pdf_id).update(sha256=other.sha256)


def alter_day(version, random):
    row(version).update(effective_on=version.effective_on - timedelta(days=random.randint(1, 90)))


def alter_number(version, random):
    row(version).update(number_text=f"{random.randint(100, 999)}/X/2026")


def reopen(version, random):
    row(version).update(state="draft", revoked_on=None, procedure=version.procedure)


def end_or_revive(version, random):
    if version.state == "revoked":
        row(version).update(state="approved", revoked_on=None)
    else:
        row(version).update(state="revoked", revoked_on=version.effective_on)


def remove(version, random):
    Approval.objects.filter(version=version)._raw_delete("default")
    row(version)._raw_delete("default")


def forge_approver(version, random):
    approvals = Approval._base_manager.filter(version=version, kind="approve")
    approvals.update(position=f"Kepala {random.random()}")


def remove_decision(version, random):
    Approval._base_manager.filter(version=version, kind="verify")._raw_delete("default")


WAYS = (alter_document, alter_document_and_hash, alter_title, alter_pdf, lose_pdf, another_pdf)
WAYS += (another_pdf_under_the_same_row, alter_day, alter_number, reopen, end_or_revive)
WAYS += (remove, forge_approver, remove_decision)


def test_what_was_approved_and_left_alone_has_no_faults(three):
    assert list(differing()) == []
    assert verifying.report().wrong == ()


def test_every_tampering_names_its_sop_and_no_other(three, noon):
    for seed in range(TAMPERINGS):
        random = Random(seed)
        version, way = random.choice(three), WAYS[seed % len(WAYS)]
        kept = snapshot()
        with unguarded():
            way(version, random)
        said = list(differing())
        restore(kept)

        assert said, way.__name__
        assert all(f"“{version.title}”" in one or way is alter_title for one in said), said
    assert list(differing()) == []


def snapshot():
    """Keep the rows and the bytes as they are."""
    rows = [list(model._base_manager.values()) for model in (Version, Approval, File)]
    return rows, {file.path: store.read(file) for file in File.objects.all()}


def restore(kept):
    rows, contents = kept
    with unguarded():
        Approval.objects.all()._raw_delete("default")
        Version.objects.all()._raw_delete("default")
        File.objects.exclude(pk__in=[row["id"] for row in rows[2]]).delete()
        for row in rows[2]:
            File.objects.filter(pk=row["id"]).update(**row)
        Version.objects.bulk_create(Version(**row) for row in rows[0])
        Approval.objects.bulk_create(Approval(**row) for row in rows[1])
    for path, content in contents.items():
        default_storage.delete(path)
        default_storage.save(path, ContentFile(content))


def test_the_trail_keeps_what_was_sealed(three):
    entry = Entry.objects.filter(action="procedures.version.approve").first()
    version = Version.objects.get(pk=int(entry.key))

    detail = json.loads(entry.detail)
    assert (detail["pdf"], detail["number"]) == (version.pdf.sha256, version.number_text)
    assert entry.after == version.sha256
    assert entry.as_position == "Kepala Bagian Umum"
