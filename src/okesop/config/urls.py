"""Addresses: one table of rooms, each with its own `urls`."""

from django.urls import URLPattern, URLResolver, include, path

from okesop.config import founding
from okesop.config.backup import page as backup

ROOMS = [
    "okesop.ui.urls",
    "okesop.audit.urls",
    "okesop.accounts.urls",
    "okesop.tasks.urls",
    "okesop.organisation.urls",
    "okesop.files.urls",
    "okesop.notifications.urls",
    "okesop.search.urls",
    "okesop.procedures.urls",
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("pasang/", founding.found, name="found"),
    path("pengaturan/cadangan/", backup.backups, name="backups"),
    *(path("", include(module)) for module in ROOMS),
]
handler400 = "okesop.ui.views.errors.bad_request"
handler403 = "okesop.organisation.views.refusal.forbidden"
handler404 = "okesop.ui.views.errors.not_found"
handler500 = "okesop.ui.views.errors.server_error"
