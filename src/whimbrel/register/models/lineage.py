"""Lineage: which provision of one meeting goes on in which of the next, and in which words."""

from django.db import models


class Succession(models.Model):
    """That a provision goes on in another, or in the draft of one. Several old ones may go on in
    one new one, and one in several: each pair is a row."""

    class State(models.TextChoices):
        """What a person said of it."""

        PROPOSED = "proposed"
        CONFIRMED = "confirmed"
        REFUSED = "refused"

    old = models.ForeignKey(
        "register.Provision", on_delete=models.PROTECT, related_name="successors"
    )
    new = models.ForeignKey(
        "register.Provision", null=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    draft = models.ForeignKey(
        "register.Draft", null=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    """The draft, until it is adopted and has a provision."""
    label = models.CharField(max_length=20)
    """A `whimbrel.mandates.lineage.Label`."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    by = models.ForeignKey("register.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """Who said so; nobody while it is only proposed."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("old", "id")
        constraints = (
            models.UniqueConstraint(fields=("old", "new"), name="a_succession_once"),
            models.UniqueConstraint(fields=("old", "draft"), name="a_draft_succeeds_once"),
            models.CheckConstraint(
                condition=models.Q(new__isnull=False) | models.Q(draft__isnull=False),
                name="it_goes_on_in_something",
            ),
        )

    def __str__(self) -> str:
        return f"{self.old} → {self.new or self.draft}: {self.label} ({self.state})"
