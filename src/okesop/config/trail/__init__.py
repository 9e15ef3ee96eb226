"""What the trail is handed: the words of acts and things, to which unit a thing belongs, who reads what."""

from okesop.config.trail.addresses import address_of
from okesop.config.trail.held import HELD
from okesop.config.trail.scope import seen_by, unit_of
from okesop.config.trail.sentences import SENTENCES, THINGS

__all__ = ["HELD", "SENTENCES", "THINGS", "address_of", "seen_by", "unit_of"]
