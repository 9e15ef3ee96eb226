"""What is stored about SOPs."""

from okesop.procedures.models.approval import Approval
from okesop.procedures.models.chain import Chain, ChainApprover
from okesop.procedures.models.change import DraftChange
from okesop.procedures.models.comment import Comment
from okesop.procedures.models.counted_by import CountedBy
from okesop.procedures.models.number import Number, NumberRegister
from okesop.procedures.models.presence import Presence
from okesop.procedures.models.procedure import Procedure
from okesop.procedures.models.public_address import PublicAddress
from okesop.procedures.models.version import Version
from okesop.procedures.models.waiver import Waiver

__all__ = [
    "Approval",
    "Chain",
    "ChainApprover",
    "Comment",
    "CountedBy",
    "DraftChange",
    "Number",
    "NumberRegister",
    "Presence",
    "Procedure",
    "PublicAddress",
    "Version",
    "Waiver",
]
