"""Reports that are being written: an officer's edits, what went out, and what came back."""

from django.db import models


class Report(models.Model):
    """A report to a meeting. Its paragraphs are composed from the record each time it is opened;
    only what people wrote themselves is kept here."""

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft"
        FROZEN = "frozen"
        SUBMITTED = "submitted"

    key = models.CharField(max_length=120, unique=True)
    """Meeting, item and language: `COP15-18.1-en`."""
    meeting = models.ForeignKey(
        "register.Meeting", on_delete=models.PROTECT, related_name="reports"
    )
    item = models.CharField(max_length=40)
    """The agenda item."""
    language = models.CharField(max_length=2)
    original = models.CharField(max_length=2)
    """The language in which it is written first."""
    symbol = models.CharField(max_length=160, blank=True)
    title = models.TextField()
    about = models.JSONField(default=list)
    """What it reports on: names of instruments (`14.10`, `11.10 (Rev.COP14)`)."""
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    """The period it covers; null: as the record has it."""
    style = models.CharField(max_length=40, default="cms")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    next = models.CharField(max_length=20, blank=True)
    """The name under which it goes out next: empty for the first time, `Rev.1`, `Add.1`."""
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-meeting__starts", "item", "language")

    def __str__(self) -> str:
        return self.key


class Passage(models.Model):
    """What an officer wrote at a place of a report, instead of what the record gives or beside
    it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="passages")
    key = models.CharField(max_length=255)
    """The piece: `implementation/14.10 d)`."""
    words = models.TextField(blank=True)
    """The paragraph as the officer wants it; empty: left out."""
    base = models.TextField(blank=True)
    """What the record gave when they wrote it: what changed since is shown beside it."""
    language = models.CharField(max_length=2)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("report", "id")
        constraints = (models.UniqueConstraint(fields=("report", "key"), name="a_passage_once"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.words}"


class Issued(models.Model):
    """A report as it went out: its tree, which nothing changes any more."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="issued")
    name = models.CharField(max_length=20, blank=True)
    """Empty for the first; `Rev.1`, `Add.1`."""
    tree = models.TextField()
    """The Document as our own JSON."""
    places = models.JSONField(default=dict)
    """Piece -> the address it had in this tree."""
    sha256 = models.CharField(max_length=64)
    """Of the tree."""
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("report", "id")
        constraints = (models.UniqueConstraint(fields=("report", "name"), name="a_revision_once"),)

    def __str__(self) -> str:
        return self.name or "first"


class Returned(models.Model):
    """A file that came back with the changes and comments of others."""

    issued = models.ForeignKey(Issued, on_delete=models.PROTECT, related_name="returned")
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    file = models.BinaryField()
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("issued", "sha256"), name="a_file_comes_back_once"),
        )

    def __str__(self) -> str:
        return self.file_name


class Remark(models.Model):
    """One change or comment of a returned file, and what the officer decided."""

    class Verdict(models.TextChoices):
        """What the officer decided."""

        OPEN = "open"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    returned = models.ForeignKey(Returned, on_delete=models.CASCADE, related_name="remarks")
    key = models.CharField(max_length=64)
    """Stable in its file."""
    place = models.CharField(max_length=255, blank=True)
    """The piece of the report at which it stands; empty where it stands at none."""
    eid = models.CharField(max_length=255, blank=True)
    """The address in what went out."""
    kind = models.CharField(max_length=20)
    """`inserted`, `deleted`, `replaced`, `moved`, `comment`."""
    author = models.CharField(max_length=200, blank=True)
    """As the file says it; empty where it does not."""
    written = models.CharField(max_length=40, blank=True)
    """When, as the file says it."""
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    whole = models.TextField(blank=True)
    """The paragraph as it would read with this change alone; empty for a comment."""
    sure = models.BooleanField(default=True)
    """False where the place was found by its words and not by its bookmark."""
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.OPEN)
    by = models.ForeignKey("register.Person", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("returned", "id")
        constraints = (models.UniqueConstraint(fields=("returned", "key"), name="a_remark_once"),)

    def __str__(self) -> str:
        return f"{self.kind} at {self.eid}: {self.verdict}"


class Dismissal(models.Model):
    """A finding of the check that an officer set aside, and why: it is not shown again while the
    words are the same."""

    about = models.CharField(max_length=400)
    """What was checked: `document UNEP/…`, `report COP15-18.1-en`."""
    finding = models.CharField(max_length=400)
    """The key of the finding: its rule, its address and a digest of its words."""
    rule = models.CharField(max_length=60)
    words = models.TextField(blank=True)
    reason = models.TextField()
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("about", "id")
        constraints = (
            models.UniqueConstraint(fields=("about", "finding"), name="a_dismissal_once"),
        )

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"
