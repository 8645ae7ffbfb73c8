"""Agreements and programmes with their period, and views with those who hold them."""

from django.db import models


class Agreement(models.Model):
    """An agreement, programme, policy or plan."""

    key = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    kind = models.CharField(max_length=60)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    """As exact as stated; whether it has run out is computed for a date, never stored."""
    said = models.CharField(max_length=40, blank=True)
    """What the document says of its state: `in-development`."""
    renewal = models.TextField(blank=True)
    """How and when it is renewed, in words."""
    renews = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="renewed_by"
    )
    signatories = models.TextField(blank=True)
    """Who signed, and for whom."""
    address = models.CharField(max_length=400, blank=True)
    """The paragraph that shows it."""
    words = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)
    parties = models.ManyToManyField("register.Body", related_name="agreements")
    recorded_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """A view and who holds it: an attributed statement, apart from facts."""

    key = models.CharField(max_length=64, unique=True)
    holder = models.CharField(max_length=300)
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="positions"
    )
    topic = models.TextField(blank=True)
    stance = models.TextField()
    quote = models.TextField()
    version = models.ForeignKey(
        "register.Version", on_delete=models.PROTECT, related_name="positions"
    )
    paragraph = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return f"{self.holder}: {self.stance}"
