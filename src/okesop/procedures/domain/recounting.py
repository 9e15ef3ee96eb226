"""The findings of all drafts counted anew, after the rules or the office's register changed."""

from okesop.procedures.domain import document as documents
from okesop.procedures.models import Version
from okesop.tasks import report


def recount_drafts() -> int:
    """Go through the drafts one by one; return how many had another count."""
    drafts = Version.objects.drafts()
    total, changed = drafts.count(), 0
    for done, version in enumerate(drafts.whole().iterator(chunk_size=50), 1):
        changed += documents.recounted(version)
        report(done, total)
    return changed
