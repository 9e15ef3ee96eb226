"""Addresses of the search."""

from django.urls import path

from okesop.search.views import palette

app_name = "search"
urlpatterns = [
    path("cari/", palette.palette, name="palette"),
]
