"""The comments of a draft, as the editor shows them."""

from typing import Any

from okesop.core.document import SopDocument
from okesop.procedures.domain import moments
from okesop.procedures.domain.places import where
from okesop.procedures.models import Version


def of(version: Version, document: SopDocument) -> list[dict[str, Any]]:
    """Return the comments, oldest first, with their place in words."""
    return [
        {
            "id": comment.pk,
            "name": comment.author.name,
            "initials": comment.author.initials,
            "at": f"{moments.day(comment.at)}, {moments.zoned(comment.at)}",
            "place": comment.place or None,
            "where": where(document, comment.place) if comment.place else None,
            "text": comment.text,
            "done": comment.done_at is not None,
        }
        for comment in version.comments.select_related("author")
    ]
