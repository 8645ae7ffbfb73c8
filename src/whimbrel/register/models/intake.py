"""What has been dropped and is not yet in the record: files waiting to be read, with how far each
has come; and how the columns of a spreadsheet were understood the last time."""

from django.db import models


class Intake(models.Model):
    """A file on its way in."""

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting"
        READING = "reading"
        ENTERING = "entering"
        DONE = "done"
        FAILED = "failed"

    name = models.CharField(max_length=255)
    data = models.BinaryField()
    """Emptied once it is in the record, which keeps it."""
    sha256 = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    """When the worker that reads it last gave a sign."""
    tries = models.PositiveSmallIntegerField(default=0)
    symbol = models.CharField(max_length=160, blank=True)
    proposed = models.PositiveIntegerField(null=True)
    known = models.BooleanField(default=False)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.name


class Mapping(models.Model):
    """Which column of a spreadsheet is which field, as somebody said it: kept for the next file
    with the same head."""

    kind = models.CharField(max_length=40)
    head = models.CharField(max_length=64)
    """The digest of the head's words."""
    columns = models.JSONField()
    """Heading -> field; a heading that leads to "" is left out."""
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "head"), name="a_head_maps_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.head[:8]}"
