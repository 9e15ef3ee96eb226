"""The emblem of an office or unit."""

from django.db import models

from okesop.files.models.file import File


class Emblem(models.Model):
    """The picture at the head of a unit's form; units below without one of their own use it."""

    unit = models.OneToOneField(
        "organisation.Unit", on_delete=models.PROTECT, related_name="emblem"
    )
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="emblems")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return str(self.unit)
