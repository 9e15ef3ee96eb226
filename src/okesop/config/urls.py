"""Addresses: one table of rooms, each with its own `urls`."""

from django.urls import URLPattern, URLResolver, include, path

ROOMS = {
    "": "okesop.accounts.urls",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(module)) for prefix, module in ROOMS.items()
]
