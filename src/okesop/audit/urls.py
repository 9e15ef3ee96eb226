"""Addresses of the trail."""

from django.urls import path

from okesop.audit.views import trail

app_name = "audit"
ROOT = "pengaturan/jejak"
urlpatterns = [
    path(f"{ROOT}/", trail.listing, name="trail"),
    path(f"{ROOT}/jejak-audit.xlsx", trail.download, name="download"),
    path(f"{ROOT}/<int:sequence>/", trail.detail, name="entry"),
]
