"""Readings: what Whimbrel understood of a document, until and after a person has judged it."""

from django.db import models


class Reading(models.Model):
    """One fact read in a version, with the words that show it, and what became of it."""

    class State(models.TextChoices):
        """What a person said of it."""

        PROPOSED = "proposed"
        ACCEPTED = "accepted"
        CORRECTED = "corrected"
        REJECTED = "rejected"

    version = models.ForeignKey(
        "register.Version", on_delete=models.CASCADE, related_name="readings"
    )
    kind = models.CharField(max_length=40)
    """The key of its row in the export: `engagements`, `organisations`."""
    place = models.PositiveIntegerField()
    """Its place among the rows of its kind."""
    key = models.CharField(max_length=64)
    """What the same fact has in every reading of the same words: reading again finds it by this."""
    row = models.JSONField()
    corrected = models.JSONField(null=True)
    """The row as a person corrected it; `row` stays as it was read."""
    eid = models.CharField(max_length=255, blank=True)
    words = models.TextField(blank=True)
    sure = models.BooleanField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    by = models.ForeignKey("register.Person", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    change = models.PositiveIntegerField(default=0)
    """Counts what was said of it: who says something must have seen the last."""

    class Meta:
        ordering = ("version", "kind", "place")
        indexes = (models.Index(fields=("version", "state"), name="reading_state"),)
        constraints = (
            models.UniqueConstraint(fields=("version", "kind", "key"), name="a_fact_is_read_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.place} of {self.version}"
