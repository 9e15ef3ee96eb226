from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    name = "okesop.tasks"
    verbose_name = _("Pekerjaan latar")

    def ready(self) -> None:
        """Read the declarations of every room: its `tasks.py`."""
        autodiscover_modules("tasks")
