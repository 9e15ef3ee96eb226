"""Addresses of the background work."""

from django.urls import path

from okesop.tasks.views import background

app_name = "tasks"
ROOT = "pengaturan/pekerjaan"
urlpatterns = [
    path(f"{ROOT}/", background.background, name="background"),
    path(f"{ROOT}/<slug:ref>/coba-lagi/", background.try_again, name="try-again"),
    path(f"{ROOT}/<slug:ref>/buang/", background.give_up, name="give-up"),
    path(f"{ROOT}/harian/<str:name>/", background.run_now, name="run-now"),
    path("pekerjaan/<slug:handle>/", background.progress, name="progress"),
]
