"""The store of bytes: each content once, under its SHA-256."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from okesop.files.models import File


@transaction.atomic
def keep(content: bytes, *, kind: str, at: datetime) -> File:
    """Store bytes and return their row; the same content is stored once."""
    sha256 = hashlib.sha256(content).hexdigest()
    file, _made = File.objects.get_or_create(
        sha256=sha256, defaults={"size": len(content), "kind": kind, "created_at": at}
    )
    if not default_storage.exists(file.path):
        default_storage.save(file.path, ContentFile(content))
    return file


def read(file: File) -> bytes:
    """Return the bytes of a file."""
    with default_storage.open(file.path) as stored:
        content: bytes = stored.read()
    return content
