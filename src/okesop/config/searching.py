"""What the quick search looks through. Rooms are named here because `search` must not know them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from okesop.config import navigation
from okesop.organisation.domain.queries import people as found_people
from okesop.procedures.domain.queries import searchable, sought
from okesop.search.marking import marked
from okesop.search.query import Query
from okesop.search.sources import Hit, Source
from okesop.search.words import composed, cut
from okesop.ui.navigation import Entry

if TYPE_CHECKING:
    from okesop.accounts.models import User

ACTIONS = [
    *navigation.MAIN,
    Entry("procedures:create", "plus", _("Buat SOP"), "procedures.create_draft"),
    Entry("organisation:people", "users", _("Orang dan akun"), "organisation.manage"),
    Entry("organisation:person-new", "user-plus", _("Tambah orang"), "organisation.manage"),
    navigation.BELL,
    navigation.HELP,
    navigation.PROFILE,
]


def people(user: "User", query: Query, most: int) -> list[Hit]:
    """Return people by name or NIP, for those who look after the office."""
    if not user.has_perm("organisation.manage"):
        return []
    rows = found_people.found(" ".join(query.words))[:most]
    return [
        Hit(
            url=reverse("organisation:person", args=[person.pk]),
            icon="user",
            name=marked(composed(person.name), query),
            caption=", ".join(map(str, vars(person)["held"])),
        )
        for person in rows
    ]


def actions(user: "User", query: Query, most: int) -> list[Hit]:
    """Return the doors that are open to the person and whose words begin as the asked ones do; all where nothing was asked."""
    found = (entry for entry in ACTIONS if _answers(str(entry.label), query))
    return [
        Hit(reverse(entry.address), entry.icon, marked(str(entry.label), query))
        for entry in _open(user, found)
    ][:most]


def _open(user: "User", entries: Iterator[Entry]) -> Iterator[Entry]:
    for entry in entries:
        closed = entry.permission and not user.has_perm(entry.permission)
        elsewhere = entry.unless and user.has_perm(entry.unless)
        if not closed and not elsewhere:
            yield entry


def _answers(label: str, query: Query) -> bool:
    words = [word.text for word in cut(label)]
    return all(any(word.startswith(asked) for word in words) for asked in query.words)


SOURCES = [
    Source(_("SOP"), sought.sops),
    Source(_("Orang"), people, most=4),
    Source(_("Tindakan"), actions, most=12, always=True),
]
TEXTS = searchable.everything
"""All that can be found, for `okesop manage reindex_search`."""
