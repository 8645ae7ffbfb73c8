"""Editions: what the record said of a thing, each time that it changed. Together with the dates
of validity it answers both questions: what was in force on a day, and what was known on a day."""

from django.db import models


class Edition(models.Model):
    """A record as it stood after one act."""

    about = models.CharField(max_length=400)
    """Kind and name: `engagement e3b0c442`, `provision 14.10 c)`."""
    at = models.DateTimeField()
    line = models.PositiveBigIntegerField()
    """The line of the ledger that tells who and why."""
    said = models.JSONField()

    class Meta:
        ordering = ("about", "line")
        constraints = (
            models.UniqueConstraint(fields=("about", "line"), name="an_edition_for_a_line"),
        )
        indexes = (models.Index(fields=("about", "at"), name="edition_at"),)

    def __str__(self) -> str:
        return f"{self.about} after line {self.line}"
