"""Count the findings of all drafts anew, here and now; `okesop serve` has it done in the background."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from okesop.procedures.domain import recounting


class Command(BaseCommand):
    """``okesop manage recount_findings``."""

    help = "Count the findings of all drafts anew."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Go through the drafts one by one; tell how many had another count."""
        self.stdout.write(f"{recounting.recount_drafts(at=timezone.now())}")
