from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceduresConfig(AppConfig):
    name = "okesop.procedures"
    verbose_name = _("SOP")
    default_auto_field = "django.db.models.BigAutoField"
