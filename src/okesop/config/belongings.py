"""What belongs to a position, room by room: `organisation` asks through this table because it is below them."""

from okesop.procedures.domain.queries import belongings

ROOMS = [belongings.ROOM]
