"""Labels of answers: which of them refuse, and whether a decision asks if something is good enough."""

import re

from okesop.core.answers import is_negative
from okesop.core.document import Node, Step
from okesop.core.rules import language, lexicon
from okesop.core.rules.subject import plain

NO_REFUSAL = re.compile(
    r".*\b(?:perlu|ada|butuh|membutuhkan|memerlukan|diperlukan|wajib|mendesak|tersedia)\b.*"
)


def is_refusal(label: str | None) -> bool:
    """Tell whether an answer refuses ("Tidak", "Ditolak", "Belum lengkap"), not only says that something is absent."""
    return is_negative(label) and not NO_REFUSAL.fullmatch(plain(label or ""))


def asks_for_approval(node: Node, step: Step | None) -> bool:
    """Tell whether a decision asks if something is good enough: by its own question, else by the step's words."""
    if node.label and node.label.strip():
        return any(word.lower() in lexicon.APPROVAL_WORDS for word in language.words(node.label))
    if step is None or NO_REFUSAL.fullmatch(plain(step.activity)):
        return False
    return any(word.lower() in lexicon.APPROVALS for word in language.words(step.activity))
