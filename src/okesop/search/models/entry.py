"""What can be found of an SOP."""

from django.db import models


class SopEntry(models.Model):
    """The texts of one version of an SOP, and the words that they are cut into.

    ``key`` is the id of the version; whoever asks brings the ids that he may see. ``identity`` and ``steps`` hold a
    text a line. The columns of words and stems are derived from the texts by ``domain.indexing`` alone, and the
    database keeps its own full-text index over them by itself (see the migrations): rows that come back from a
    backup are found at once.
    """

    key = models.BigIntegerField(primary_key=True)
    title = models.TextField()
    identity = models.TextField()
    steps = models.TextField()
    title_words = models.TextField()
    title_stems = models.TextField()
    identity_words = models.TextField()
    identity_stems = models.TextField()
    steps_words = models.TextField()
    steps_stems = models.TextField()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.title
