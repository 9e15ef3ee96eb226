"""Addresses of what people are told."""

from django.urls import path

from okesop.notifications.views import notifications, preferences

app_name = "notifications"
urlpatterns = [
    path("pemberitahuan/", notifications.listing, name="list"),
    path("pemberitahuan/baca-semua/", notifications.mark_all, name="read-all"),
    path("pemberitahuan/<int:pk>/", notifications.open_one, name="open"),
    path("pemberitahuan/<int:pk>/tandai/", notifications.mark, name="mark"),
    path("profil/pemberitahuan/", preferences.preferences, name="preferences"),
    path("profil/pemberitahuan/tautan/", preferences.ask_again, name="ask-again"),
    path("profil/pemberitahuan/<str:signed>/", preferences.confirm, name="confirm"),
]
