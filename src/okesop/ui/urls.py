"""Addresses of the gallery."""

from django.urls import path

from okesop.ui.views import gallery

app_name = "ui"
urlpatterns = [
    path("komponen/", gallery.gallery, name="gallery"),
]
