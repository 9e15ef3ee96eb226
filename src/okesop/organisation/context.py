"""What templates know of the person who is signed in."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from okesop.organisation.domain.queries import positions, units


def held_position(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the position that the person holds today, asked only where it is drawn."""
    return {"held_position": SimpleLazyObject(lambda: _words(request))}


def office(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 -- Django's signature
    """Context processor: the name of the office, asked only where it is drawn."""
    return {"office_name": SimpleLazyObject(units.office_name)}


def beginning(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what is still to be done in an empty installation, asked only where it is drawn."""
    return {"beginning": SimpleLazyObject(lambda: _beginning(request))}


def _beginning(request: HttpRequest) -> list[Any]:
    if not request.user.is_authenticated:
        return []
    found: list[Any] = import_module(settings.BEGINNING).steps(request.user)
    return found


def _words(request: HttpRequest) -> str:
    user = request.user
    if not user.is_authenticated:
        return ""
    return positions.title_of(user) or (_("Pengelola") if user.is_administrator else "")
