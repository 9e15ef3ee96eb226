"""`okesop manage verify_audit`: is the trail whole?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from okesop.audit.domain import trail


class Command(BaseCommand):
    """Hold the trail against its chain; note the last hash outside to notice a trail written anew."""

    help = __doc__ or ""

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the verdict; exit 1 where the chain is broken."""
        verdict = trail.verify()
        if verdict.broken_at is not None:
            raise CommandError(
                _("Jejak audit rusak mulai catatan %(number)d.") % {"number": verdict.broken_at}
            )
        self.stdout.write(
            _("Jejak audit utuh: %(count)d catatan, hash terakhir %(hash)s.")
            % {"count": verdict.entries, "hash": verdict.last_hash}
        )
