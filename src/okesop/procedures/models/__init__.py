"""What is stored about SOPs."""

from okesop.procedures.models.change import DraftChange
from okesop.procedures.models.comment import Comment
from okesop.procedures.models.presence import Presence
from okesop.procedures.models.procedure import Procedure
from okesop.procedures.models.version import Version
from okesop.procedures.models.waiver import Waiver

__all__ = ["Comment", "DraftChange", "Presence", "Procedure", "Version", "Waiver"]
