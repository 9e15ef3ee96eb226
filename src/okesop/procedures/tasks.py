"""What the room does in the background: keeping the counts of findings true to the rules."""

from datetime import time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from okesop.procedures.domain import recounting
from okesop.tasks import Outcome, enqueue, task


@task("procedures.recount", title=_("Menghitung ulang temuan semua draf"), daily_at=time(3, 0))
def recount() -> Outcome:
    """Count the findings of all drafts anew: the register changes by the day, the rules with each version."""
    changed = recounting.recount_drafts(at=timezone.now())
    return Outcome(_text("%(count)d draf mendapat jumlah temuan lain.") % {"count": changed})


@transaction.atomic
def recount_soon() -> None:
    """Queue it once, where the program was upgraded and its rules are others now."""
    if recounting.is_due():
        enqueue(recount, key=recount.name, priority=-10)
