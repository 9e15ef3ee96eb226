"""The texts of all versions, for an index that is made anew."""

from collections.abc import Iterator

from okesop.procedures.domain import document as documents
from okesop.procedures.domain import searched
from okesop.procedures.models import Version
from okesop.search.texts import Texts


def everything() -> Iterator[tuple[int, Texts]]:
    """Yield every version that can be read, with its texts."""
    versions = Version.objects.only("pk", "document", "sha256", "procedure__key")
    for version in versions.select_related("procedure").iterator(chunk_size=100):
        try:
            yield version.pk, searched.texts(documents.read(version))
        except documents.Unreadable:
            continue  # somebody altered it beside the product; its page says so
