"""Decisions and resolutions, their provisions, and what became of each."""

from django.db import models


class Instrument(models.Model):
    """A decision or resolution by its normalised name: `CMS/Decision/14.10`."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=60)
    title = models.TextField(blank=True)
    meeting = models.ForeignKey(
        "register.Meeting", null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The meeting that adopted it."""
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    """In force from and to; null where it is not known, or open."""

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class Provision(models.Model):
    """The smallest unit of an instrument that asks something: 14.10 c)."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="provisions")
    name = models.CharField(max_length=80)
    """`14.10 c)`."""
    text = models.TextField()
    chapeau = models.TextField(blank=True)
    """The words of the decision over an item, which hold for it too."""
    paraphrase = models.BooleanField(default=False)
    """The words are ours and not those of the governing body; a deposit replaces them."""
    addressees = models.JSONField(default=list)
    line = models.TextField(blank=True)
    """The line of addressees as printed above it."""
    targets = models.JSONField(default=list)
    """What it contributes to, as a document says: `SPMS 6.4`."""
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)
    force = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=80, blank=True)
    report_to = models.CharField(max_length=120, blank=True)
    collaborators = models.JSONField(default=list)
    version = models.ForeignKey(
        "register.Version", null=True, on_delete=models.PROTECT, related_name="+"
    )
    eid = models.CharField(max_length=255, blank=True)
    """Where its words stand."""
    assigned = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="assignments"
    )

    class Meta:
        ordering = ("instrument", "name")
        constraints = (
            models.UniqueConstraint(fields=("instrument", "name"), name="a_provision_once"),
        )
        indexes = (
            models.Index(fields=("name",), name="provision_name"),
            models.Index(fields=("due",), name="provision_due"),
        )

    def __str__(self) -> str:
        return self.name


class Wording(models.Model):
    """The words of a provision as one meeting had them; the newest are those of the provision."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="wordings")
    text = models.TextField()
    paraphrase = models.BooleanField(default=False)
    since = models.DateField(null=True)
    """From when they held; null where no document says."""
    meeting = models.ForeignKey(
        "register.Meeting", null=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.ForeignKey(
        "register.Version", null=True, on_delete=models.PROTECT, related_name="+"
    )
    eid = models.CharField(max_length=255, blank=True)
    line = models.PositiveBigIntegerField(default=0)
    """The line of the ledger with which they entered the record."""

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.provision}: {self.text[:60]}"


class Condition(models.Model):
    """A condition of a provision, and how far its money has come."""

    class Funding(models.TextChoices):
        """What is known of the money."""

        UNKNOWN = "not known"
        NEEDED = "needed"
        SOUGHT = "sought"
        PLEDGED = "pledged"
        RECEIVED = "received"
        NONE = "none"

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="conditions")
    words = models.TextField()
    kind = models.CharField(max_length=60)
    funding = models.CharField(max_length=10, choices=Funding.choices, default=Funding.UNKNOWN)

    def __str__(self) -> str:
        return self.words


class Output(models.Model):
    """Something that a provision asks to be produced: one line of its checklist."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="outputs")
    kind = models.CharField(max_length=40)
    words = models.TextField(blank=True)
    done = models.BooleanField(null=True)
    """None: nobody has said."""
    shown = models.CharField(max_length=400, blank=True)
    """The address of what was produced."""

    def __str__(self) -> str:
        return self.words or self.kind


class Status(models.Model):
    """What a document says became of a provision or a whole instrument; or what a person of the
    house says, where it has no version."""

    about = models.CharField(max_length=120)
    """As the document names it: `14.10 c)`, `Resolution 11.10 (Rev.COP14)`."""
    provision = models.ForeignKey(
        Provision, null=True, on_delete=models.PROTECT, related_name="statuses"
    )
    status = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    stated = models.BooleanField()
    """False: a reading of ours."""
    disposition = models.CharField(max_length=20, blank=True)
    version = models.ForeignKey(
        "register.Version", null=True, on_delete=models.PROTECT, related_name="statuses"
    )
    paragraphs = models.JSONField(default=list)
    quotes = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    """Addresses that show it, as a person gives them."""
    covered = models.JSONField(default=list)
    left = models.JSONField(default=list)
    """Where the work of another body covers it: which aspects, and which are left."""
    by = models.ForeignKey("register.Person", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)
    """Who of the house said so, and when."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "about"), name="a_document_says_it_once"),
            models.CheckConstraint(
                condition=models.Q(version__isnull=False) | models.Q(by__isnull=False),
                name="somebody_says_it",
            ),
        )
        # Lists of what became of provisions are answered from this alone.
        indexes = (models.Index(fields=("provision", "status"), name="status_of_provision"),)

    def __str__(self) -> str:
        return f"{self.about}: {self.status}"
