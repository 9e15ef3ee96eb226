"""What a new SOP can start from: the ready SOPs, and the SOPs that a person sees."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from okesop.core.document import SopDocument
from okesop.organisation.models import Assignment
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.charts import small_chart
from okesop.procedures.models import Version
from okesop.procedures.ready import BY_SLUG, READY, load

if TYPE_CHECKING:
    from okesop.accounts.models import User

COPIES = 8


class NoSuchBeginning(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """What an SOP was to start from is not there, or not to be seen by this person."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A ready SOP as it is offered."""

    slug: str
    title: str
    description: str
    steps: int
    performers: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Ready SOPs of one kind."""

    name: str
    offers: tuple[Offer, ...]


def shelves() -> list[Shelf]:
    """Return the ready SOPs by kind, in the order in which they are offered."""
    groups = groupby(READY, key=lambda sop: sop.group)
    return [Shelf(str(name), tuple(_offer(sop.slug) for sop in sops)) for name, sops in groups]


def own_unit(user: "User") -> int | None:
    """Return the unit in which the person works today; that is where he most likely writes."""
    held = Assignment.objects.on().filter(person__user=user).order_by("from_on", "pk")
    return held.values_list("position__unit", flat=True).first()


def copies(user: "User", *, chosen: str = "") -> list[Version]:
    """Return the SOPs that can be copied: the chosen one, else those that changed last."""
    seen = Version.objects.visible_to(user).light()
    if chosen:
        return list(seen.filter(procedure__key=chosen).order_by("-number")[:1])
    return list(seen.order_by("-updated_at", "-pk")[:COPIES])


def origin(user: "User", kind: str, name: str) -> SopDocument | None:
    """Return the document that is to be copied; None where an empty form is wanted.

    Raises:
        NoSuchBeginning: there is no such SOP for this person.
    """
    if kind == "siap":
        if name not in BY_SLUG:
            raise NoSuchBeginning(name)
        return load(name)
    if kind == "salin":
        found = Version.objects.visible_to(user).filter(procedure__key=name).order_by("-number")
        version = found.first()
        if version is None:
            raise NoSuchBeginning(name)
        return documents.read(version)
    return None


@cache
def picture(slug: str) -> str:
    """Return the chart of a ready SOP, small, as SVG.

    Raises:
        NoSuchBeginning: there is no ready SOP of this name.
    """
    if slug not in BY_SLUG:
        raise NoSuchBeginning(slug)
    return small_chart(load(slug))


def _offer(slug: str) -> Offer:
    sop, document = BY_SLUG[slug], load(slug)
    return Offer(
        slug,
        sop.title,
        str(sop.description),
        steps=len(document.steps),
        performers=len(document.performers),
    )
