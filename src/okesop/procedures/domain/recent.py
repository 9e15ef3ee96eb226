"""Documents that were read lately, by their hash.

Documents are frozen values, so threads may share them. An edit then costs no reading of what the edit before it wrote.
"""

from collections import OrderedDict
from threading import Lock

from okesop.core.document import SopDocument

MOST = 64
LARGEST = 400_000


class Recent:
    """The ``MOST`` documents that were used last; very large ones are not kept."""

    def __init__(self) -> None:
        self._documents: OrderedDict[str, SopDocument] = OrderedDict()
        self._lock = Lock()

    def get(self, sha256: str) -> SopDocument | None:
        """Return the document with this hash, if it is here."""
        with self._lock:
            if sha256 in self._documents:
                self._documents.move_to_end(sha256)
            return self._documents.get(sha256)

    def put(self, sha256: str, document: SopDocument, *, size: int) -> None:
        """Keep a document of ``size`` characters."""
        if size > LARGEST:
            return
        with self._lock:
            self._documents[sha256] = document
            self._documents.move_to_end(sha256)
            while len(self._documents) > MOST:
                self._documents.popitem(last=False)
