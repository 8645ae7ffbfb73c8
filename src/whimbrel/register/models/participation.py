"""What bodies that are no Parties did at meetings and for the convention, what stood in their way,
and what they report."""

from django.db import models


class Participation(models.Model):
    """What a body did at a meeting: attended, spoke, submitted, held a side event, took part in a
    working group."""

    body = models.ForeignKey(
        "register.Body", on_delete=models.PROTECT, related_name="participations"
    )
    meeting = models.ForeignKey(
        "register.Meeting", on_delete=models.PROTECT, related_name="participations"
    )
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=400, blank=True)
    """Of the statement, submission, event or group."""
    on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    """The address that shows it, or where it was seen."""
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("meeting", "body", "kind", "id")

    def __str__(self) -> str:
        return f"{self.body} {self.kind} {self.meeting}"


class Barrier(models.Model):
    """A barrier to participation that was met, or the finding that none was."""

    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="barriers"
    )
    """Null: said of all, or of a class that `whom` names."""
    whom = models.CharField(max_length=200, blank=True)
    meeting = models.ForeignKey(
        "register.Meeting", null=True, on_delete=models.PROTECT, related_name="barriers"
    )
    met = models.BooleanField()
    """False: it was asked, and none was found."""
    kind = models.CharField(max_length=60, blank=True)
    """Visa, cost, language, approval of the State, date, document, connection."""
    words = models.TextField()
    evidence = models.TextField(blank=True)
    on = models.DateField(null=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-on", "id")

    def __str__(self) -> str:
        return self.words


class Mechanism(models.Model):
    """A mechanism of another body for Indigenous Peoples, local communities or youth, on which the
    convention may rely instead of building its own beside it."""

    key = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300)
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="mechanisms"
    )
    """Whose it is."""
    constituency = models.CharField(max_length=60)
    offers = models.TextField()
    """What it does."""
    serves = models.JSONField(default=list)
    """Functions that it serves, in the words of the vocabulary."""
    source = models.TextField()
    relied = models.BooleanField(null=True)
    """Whether the convention relies on it; null: not decided."""
    relied_for = models.TextField(blank=True)
    provision = models.CharField(max_length=200, blank=True)
    """The provision that asks for it: `14.10 c)`."""
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("constituency", "name")

    def __str__(self) -> str:
        return self.name


class Suggestion(models.Model):
    """A suggestion how to promote the participation of a constituency, with what it would cost."""

    constituency = models.CharField(max_length=60)
    words = models.TextField()
    provision = models.CharField(max_length=200, blank=True)
    mechanism = models.ForeignKey(
        Mechanism, null=True, on_delete=models.PROTECT, related_name="suggestions"
    )
    """The mechanism of another body that it builds on; null: it would be a process of its own."""
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    """Null: its cost is not known."""
    currency = models.CharField(max_length=3, blank=True)
    basis = models.TextField(blank=True)
    """How the cost was reckoned."""
    source = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("constituency", "id")

    def __str__(self) -> str:
        return self.words


class Contribution(models.Model):
    """A body's report on what it contributed, once between two meetings of the COP."""

    key = models.CharField(max_length=160, unique=True)
    """Meeting and body: `COP15-riverbank-trust`."""
    body = models.ForeignKey(
        "register.Body", on_delete=models.PROTECT, related_name="contributions"
    )
    meeting = models.ForeignKey(
        "register.Meeting", on_delete=models.PROTECT, related_name="contributions"
    )
    """The meeting to which it is reported."""
    short = models.BooleanField(default=False)
    """The short form, for small bodies and for Indigenous Peoples' bodies."""
    language = models.CharField(max_length=2)
    summary = models.TextField(blank=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    """When an officer took it into the record."""
    returned_at = models.DateTimeField(null=True)
    """When an officer gave it back last to be corrected."""
    returned = models.TextField(blank=True)
    """What is to be corrected."""
    unread = models.JSONField(default=list)
    """What could not be read in the form that came back last, each as where, words and why."""
    consent = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("meeting", "body")

    def __str__(self) -> str:
        return self.key


class Contributed(models.Model):
    """One contribution of a report."""

    report = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    what = models.TextField()
    kind = models.CharField(max_length=40)
    """A kind of engagement."""
    provision = models.CharField(max_length=200, blank=True)
    target = models.CharField(max_length=60, blank=True)
    species = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    """As exact as stated: `2024`, `2025-11`, `2025-10-11`."""
    result = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    """Where it can be seen."""
    engagement = models.ForeignKey(
        "register.Engagement", null=True, on_delete=models.PROTECT, related_name="contributed"
    )
    """What it became in the record."""

    class Meta:
        ordering = ("report", "number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="a_contribution_once"),
        )

    def __str__(self) -> str:
        return self.what
