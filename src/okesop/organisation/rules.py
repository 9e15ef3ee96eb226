"""Who may look after the office."""

from rules.permissions import add_perm

from okesop.accounts.rules import is_administrator

add_perm("organisation.manage", is_administrator)
