"""Addresses of the emblem."""

from django.urls import path

from okesop.files.views import emblem

app_name = "files"
urlpatterns = [
    path("pengaturan/lambang/", emblem.emblem, name="emblem"),
    path("pengaturan/lambang/<int:pk>/hapus/", emblem.take, name="take-emblem"),
    path("lambang/<int:pk>.png", emblem.picture, name="emblem-picture"),
]
