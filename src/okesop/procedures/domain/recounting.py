"""The findings of all drafts counted anew, after the rules or the office's register changed."""

import hashlib
import inspect
from datetime import datetime
from functools import cache
from pathlib import Path

from okesop import core
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import register
from okesop.procedures.models import CountedBy, Version
from okesop.tasks import report

ONLY = 1
"""The key of the one row."""


def recount_drafts(*, at: datetime) -> int:
    """Go through the drafts one by one; return how many had another count."""
    drafts = Version.objects.drafts()
    total, changed = drafts.count(), 0
    for done, version in enumerate(drafts.whole().iterator(chunk_size=50), 1):
        changed += documents.recounted(version)
        report(done, total)
    CountedBy.objects.update_or_create(pk=ONLY, defaults={"rules": fingerprint(), "at": at})
    return changed


def is_due() -> bool:
    """Tell whether this program's rules are others than those by which was counted last."""
    return not CountedBy.objects.filter(pk=ONLY, rules=fingerprint()).exists()


@cache
def fingerprint() -> str:
    """Return the hash of all from which findings follow: the core, and how it is asked here."""
    folder = Path(inspect.getfile(core)).parent
    asking = [Path(inspect.getfile(module)) for module in (documents, register)]
    digest = hashlib.sha256()
    for path in [*sorted(folder.rglob("*.py")), *asking]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
