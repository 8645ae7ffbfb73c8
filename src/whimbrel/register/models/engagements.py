"""Engagements: what was done, with whom, where and when, and what shows it."""

from django.db import models


class Engagement(models.Model):
    """Something done with a partner. What is not known is null, never empty and never guessed."""

    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=60)
    title = models.TextField()
    sentence = models.TextField(blank=True)
    """The words that tell it; empty where a person recorded it without a document."""
    state = models.CharField(max_length=20)
    role = models.CharField(max_length=60, blank=True)
    mode = models.CharField(max_length=20, blank=True)
    support = models.CharField(max_length=10, blank=True)
    """`given` or `received`."""
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    """As exact as stated: `2024`, `2025-11`, `2025-10-11`."""
    precision = models.CharField(max_length=10, default="none")
    place = models.CharField(max_length=200, blank=True)
    """As it was written; its countries are `Place`s."""
    regions = models.JSONField(default=list)
    themes = models.JSONField(default=list)
    species = models.JSONField(default=list)
    outcome = models.TextField(blank=True)
    level = models.CharField(max_length=60, blank=True)
    """At which level we took part: `high-level`, `technical`."""
    recurring = models.CharField(max_length=120, blank=True)
    """How it comes again, in the words of its document."""
    training = models.BooleanField(default=False)
    """Staff were trained; counted apart from what was done for others."""
    logistics = models.TextField(blank=True)
    """What a host country or a partner gave so that it could take place."""
    umbrella = models.BooleanField(default=False)
    """It only announces others, and is not counted."""
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="parts_of_it"
    )
    provisions = models.ManyToManyField("register.Provision", related_name="engagements")
    public = models.BooleanField(default=False)
    consent = models.TextField(blank=True)
    """What the constituencies named in it agreed to have kept and shown."""
    recorded_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-since", "title")
        indexes = (models.Index(fields=("-since", "title"), name="engagement_newest"),)

    def __str__(self) -> str:
        return self.title


class Part(models.Model):
    """What a body did in an engagement: partner or organiser."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey("register.Body", on_delete=models.PROTECT, related_name="parts")
    role = models.CharField(max_length=20)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("engagement", "body", "role"), name="a_part_once"),
        )

    def __str__(self) -> str:
        return f"{self.body}, {self.role}"


class Place(models.Model):
    """A country of an engagement, and what it has to do with it."""

    class Role(models.TextChoices):
        """Kept apart: where it took place, what it was about, and what we only infer."""

        VENUE = "venue"
        CONCERNED = "concerned"
        INFERRED = "inferred"

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="places")
    country = models.CharField(max_length=2)
    """ISO code."""
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("engagement", "country", "role"), name="a_place_once"),
        )
        indexes = (models.Index(fields=("country",), name="place_country"),)

    def __str__(self) -> str:
        return f"{self.country}, {self.role}"


class Evidence(models.Model):
    """An address in a document that shows an engagement."""

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="evidence")
    address = models.CharField(max_length=400)
    """`UNEP/CMS/COP15/Doc.18.1#para_5`, or the symbol of a document that is cited for it."""
    words = models.TextField(blank=True)
    scope = models.CharField(max_length=20, default="paragraph")
    """`paragraph`, or `section` where a pointer holds for all that stands under a heading."""
    added_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("engagement", "address"), name="an_address_shows_it_once"
            ),
        )

    def __str__(self) -> str:
        return self.address
