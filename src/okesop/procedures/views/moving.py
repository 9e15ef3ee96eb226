"""How a view moves a version: with whose hand, and what it says when the move is refused."""

from django.utils import timezone

from okesop.procedures.domain import approving, life, numbers, public_addresses, revising
from okesop.procedures.domain.actors import NotTheirs
from okesop.procedures.domain.paper import TooManyPagesError
from okesop.procedures.domain.transitions import Hand, NotAllowedNow
from okesop.procedures.forms.life import MoveForm
from okesop.ui.http import AuthenticatedRequest

REFUSALS = (
    NotAllowedNow,
    NotTheirs,
    TooManyPagesError,
    approving.NoReason,
    approving.WrongDay,
    life.AlreadyDecided,
    life.Blocked,
    life.NothingNoted,
    numbers.NoNumber,
    public_addresses.NoPublicAddress,
    revising.AlreadyRevised,
    revising.NothingToRevise,
)
CONFLICT, WRONG = 409, 422


def hand(request: AuthenticatedRequest, form: MoveForm) -> Hand:
    """Return who moves, when, and at which turn he looked."""
    return Hand(request.user, timezone.now(), form.seen())
