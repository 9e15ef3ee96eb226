"""What lies frozen in the rooms and is held against its hashes together with the trail."""

from collections.abc import Mapping

from okesop.audit.table import Held
from okesop.procedures.domain.queries import integrity

HELD: Mapping[str, Held] = {"procedures.version": integrity.differing}
