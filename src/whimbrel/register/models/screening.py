"""Screening: lists of names as they were brought in, what was found, and what people said of it."""

from django.db import models

from whimbrel.register.models.bodies import Body
from whimbrel.register.models.people import Person


class Listing(models.Model):
    """One version of a list: the file, whole, with its day and its hash."""

    key = models.SlugField(max_length=80, unique=True)
    """Source and the beginning of the hash: `un-3f2a90c1b2d4`."""
    source = models.CharField(max_length=20)
    """A value of `screening.Source`."""
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    dated = models.DateField(null=True)
    """The day that the file gives itself."""
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entries = models.PositiveIntegerField()
    names = models.PositiveIntegerField()
    added = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    """Against the version before."""
    in_force = models.BooleanField(default=True)
    """One version of each source at most."""
    file = models.BinaryField()
    """As it came, compressed with zlib."""

    class Meta:
        ordering = ("source", "-at")

    def __str__(self) -> str:
        return self.key


class Switch(models.Model):
    """Name screening was switched on or off; the newest row holds. Without a row it is off."""

    on = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-at", "-id")


class Screened(models.Model):
    """A body was screened: against what, and under which names."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="screenings")
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="screenings")
    ours = models.CharField(max_length=64)
    """The hash of all names of the body, and of what was known beside them."""
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("body", "listing"), name="a_body_is_screened_once"),
        )


class Likeness(models.Model):
    """A body whose name is like one on a list, for a person to look at."""

    key = models.SlugField(max_length=40, unique=True)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="likenesses")
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="likenesses")
    entry = models.CharField(max_length=200)
    """The key of who is listed."""
    reference = models.CharField(max_length=200, blank=True)
    asked = models.CharField(max_length=400)
    """The name of the body that is likest."""
    name = models.TextField()
    listed = models.TextField()
    """The name that is likest, and the primary one."""
    score = models.FloatField()
    parts = models.JSONField()
    """What the score is made of: sort, ours, theirs, points."""
    ours = models.CharField(max_length=64)
    theirs = models.CharField(max_length=64)
    """The content of both, as they were compared."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("-score", "key")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "listing", "entry"), name="a_likeness_for_an_entry"
            ),
        )


class Judgement(models.Model):
    """What a person said of a body and somebody listed; it holds for both contents."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="judgements")
    source = models.CharField(max_length=20)
    entry = models.CharField(max_length=200)
    ours = models.CharField(max_length=64)
    theirs = models.CharField(max_length=64)
    word = models.CharField(max_length=20)
    """A value of `screening.judgement.Word`."""
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("body", "source", "entry"), name="judged_of"),)


class Rescreening(models.Model):
    """All bodies are screened again: how far that has come."""

    key = models.SlugField(max_length=40, unique=True)
    why = models.CharField(max_length=200)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    last = models.PositiveBigIntegerField(default=0)
    """The number of the last body that was screened."""
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-at", "-id")
