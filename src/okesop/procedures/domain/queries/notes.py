"""The comments of a draft, as the editor shows them."""

from typing import Any

from okesop.core.document import SopDocument
from okesop.organisation.enums import Role
from okesop.procedures.domain.places import where
from okesop.procedures.models import Version
from okesop.ui.templatetags import written


def of(version: Version, document: SopDocument) -> list[dict[str, Any]]:
    """Return the comments, oldest first, with their place, their writer's role and their answer in words."""
    return [
        {
            "id": comment.pk,
            "name": comment.author.name,
            "initials": comment.author.initials,
            "at": written.moment(comment.at),
            "place": comment.place or None,
            "where": where(document, comment.place) if comment.place else None,
            "role": Role(comment.written_as).label if comment.written_as else "",
            "text": comment.text,
            "answer": comment.answer,
            "answered_by": comment.answered_by.name if comment.answered_by else "",
            "done": comment.done_at is not None,
        }
        for comment in version.comments.select_related("author", "answered_by")
    ]
