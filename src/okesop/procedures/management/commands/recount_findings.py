"""Count the findings of all drafts anew: after the rules or the register of the office changed."""

from typing import Any

from django.core.management.base import BaseCommand

from okesop.procedures.domain import document as documents
from okesop.procedures.models import Version


class Command(BaseCommand):
    """``okesop manage recount_findings``."""

    help = "Count the findings of all drafts anew."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Go through the drafts one by one; tell how many had another count."""
        drafts = Version.objects.drafts().whole()
        changed = sum(documents.recounted(version) for version in drafts.iterator(chunk_size=50))
        self.stdout.write(f"{changed}")
