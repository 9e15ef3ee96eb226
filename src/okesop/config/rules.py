"""Who reads what no single room owns."""

from okesop.organisation.enums import Role
from okesop.organisation.rights import add_right

add_right("audit.read", Role.AUDITOR, Role.ADMINISTRATOR)
