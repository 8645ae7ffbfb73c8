"""The ledger: a line for every act, chained so that no line can be changed or taken away unseen."""

from django.db import models


class Line(models.Model):
    """One act: who, when, on what, why, and what it changed. Lines are added and never altered."""

    number = models.PositiveBigIntegerField(primary_key=True)
    act = models.CharField(max_length=80)
    at = models.DateTimeField()
    about = models.CharField(max_length=400)
    """The record it was done to, by its name outside the database."""
    refused = models.BooleanField(default=False)
    open = models.JSONField()
    """What everybody who may see the ledger sees: the act's own figures, no personal data."""
    sealed = models.CharField(max_length=64)
    """The digest of what is kept apart in `Personal`."""
    before = models.CharField(max_length=64)
    """The hash of the line above; of the first, sixty-four noughts."""
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.act}"


class Personal(models.Model):
    """What a line says of people: who acted, why, and the values changed. It can be shredded; the
    chain holds its digest and stays whole."""

    line = models.OneToOneField(
        Line, primary_key=True, on_delete=models.PROTECT, related_name="personal"
    )
    salt = models.CharField(max_length=64)
    data = models.JSONField()

    def __str__(self) -> str:
        return f"personal data of line {self.line_id}"


class Tip(models.Model):
    """The newest line: the row that every writer of the ledger locks first."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"line {self.number}"
