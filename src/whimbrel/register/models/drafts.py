"""Draft decisions: their words in each version of the session, what they would cost, and what
became of them."""

from django.db import models


class Draft(models.Model):
    """A decision that is proposed to a meeting."""

    class State(models.TextChoices):
        """How far it has come."""

        PROPOSED = "proposed"
        IN_SESSION = "in session"
        ADOPTED = "adopted"
        NOT_ADOPTED = "not adopted"
        WITHDRAWN = "withdrawn"

    key = models.CharField(max_length=120, unique=True)
    """Meeting and placeholder: `COP15-14.AA`, `COP15-14.AA-2` where the placeholder is printed
    twice."""
    meeting = models.ForeignKey("register.Meeting", on_delete=models.PROTECT, related_name="drafts")
    placeholder = models.CharField(max_length=40)
    heading = models.TextField(blank=True)
    line = models.TextField(blank=True)
    """The line of addressees above it."""
    text = models.TextField()
    items = models.JSONField(default=list)
    """`[["a)", "establish …"], …]` under the words of its chapeau."""
    author = models.CharField(max_length=200, blank=True)
    """Who proposes it: the Secretariat, a Party."""
    address = models.CharField(max_length=400, blank=True)
    """The paper in which it stands."""
    state = models.CharField(max_length=12, choices=State.choices, default=State.PROPOSED)
    result = models.TextField(blank=True)
    """How it was adopted, or why not."""
    instrument = models.ForeignKey(
        "register.Instrument", null=True, on_delete=models.PROTECT, related_name="drafts"
    )
    """What it became."""
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("meeting", "placeholder", "key")

    def __str__(self) -> str:
        return self.key


class DraftText(models.Model):
    """The words of a draft as one paper of the session had them."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="texts")
    name = models.CharField(max_length=80)
    """`first`, `CRP.2`, `Rev.1`."""
    heading = models.TextField(blank=True)
    line = models.TextField(blank=True)
    text = models.TextField()
    items = models.JSONField(default=list)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("draft", "name"), name="a_version_of_a_draft_once"),
        )

    def __str__(self) -> str:
        return self.name


class Cost(models.Model):
    """What a draft would cost: one activity in one year."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="costs")
    activity = models.TextField()
    year = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=120)
    """`core budget`, `voluntary contributions`."""
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    """Null where only days are known."""
    currency = models.CharField(max_length=3, blank=True)
    days = models.PositiveIntegerField(null=True)
    """Days of staff."""

    class Meta:
        ordering = ("year", "id")

    def __str__(self) -> str:
        money = f"{self.amount} {self.currency}" if self.amount is not None else ""
        days = f"{self.days} days of staff" if self.days is not None else ""
        what = ", ".join(part for part in (money, days) if part)
        return f"{self.activity}, {self.year or 'year not known'}, {self.source}: {what}"
