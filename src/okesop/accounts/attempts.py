"""Under which name attempts to sign in are counted."""

import hashlib
from typing import Any

from django.http import HttpRequest

from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip


def account_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return one name for each account, whether the NIP or the user name was typed.

    Names that nobody has are counted as well, so that a refusal does not tell whether an account exists; they are
    kept as a hash, because people type their password into the wrong field.
    """
    given = credentials.get("username") if credentials else request.POST.get("name")
    typed = str(given or "").strip().lower().replace("\0", "")
    user = User.objects.named(typed).only("pk").first()
    if user:
        return f"account:{user.pk}"
    name = typed_nip(typed) or typed
    return f"unknown:{hashlib.sha256(name.encode()).hexdigest()[:24]}"
