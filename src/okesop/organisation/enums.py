"""How somebody holds a position, and what positions may do."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssignmentKind(TextChoices):
    """Held for good, or for a time in place of its holder (Plt. when vacant, Plh. when away)."""

    DEFINITIVE = "definitive", _("Definitif")
    ACTING = "acting", _("Plt.")
    DAILY = "daily", _("Plh.")


class Role(TextChoices):
    """What a position does over a unit and all units below it."""

    AUTHOR = "author", _("Penyusun")
    VERIFIER = "verifier", _("Verifikator")
    APPROVER = "approver", _("Pengesah")
    PERFORMER = "performer", _("Pelaksana")
    LEADER = "leader", _("Pimpinan")
    PERFORMANCE_AUTHOR = "performance_author", _("Penyusun Kinerja")
    ARCHIVIST = "archivist", _("Arsiparis")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Admin")


class HolidayKind(TextChoices):
    """Why the office does not work on a day."""

    NATIONAL = "national", _("Libur nasional")
    JOINT = "joint", _("Cuti bersama")
    LOCAL = "local", _("Libur daerah")
