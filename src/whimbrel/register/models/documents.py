"""Documents with their meetings, language versions and revisions, and every paragraph of them."""

from django.db import models


class Meeting(models.Model):
    """A meeting of a governing or subsidiary body: COP15."""

    short = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300, blank=True)
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="meetings"
    )
    """The governing or subsidiary body that meets."""
    venue = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    url = models.URLField(blank=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)

    class Meta:
        ordering = ("-starts", "short")

    def __str__(self) -> str:
        return self.short


class Document(models.Model):
    """A document by its symbol, whatever versions of it there are."""

    symbol = models.CharField(max_length=160, unique=True)
    """As printed; a paper without one has the name of its file."""
    title = models.TextField(blank=True)
    original = models.CharField(max_length=40, blank=True)
    """The language of the original, as printed."""
    meeting = models.ForeignKey(
        Meeting, null=True, on_delete=models.PROTECT, related_name="documents"
    )
    agenda_item = models.CharField(max_length=40, blank=True)
    author = models.CharField(max_length=200, blank=True)
    dated = models.DateField(null=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-dated", "symbol")

    def __str__(self) -> str:
        return self.symbol


class Version(models.Model):
    """One file of a document: a language, a revision."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    """1 for the first file deposited, and on."""
    language = models.CharField(max_length=2, blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=255)
    format = models.CharField(max_length=20)
    file = models.BinaryField()
    tree = models.TextField()
    """The Document as our own JSON, which is read back strictly."""
    remarks = models.JSONField(default=list)
    """What the reader left out or did not understand, a sentence each."""
    rows = models.JSONField(default=dict)
    """What a document has once: its metadata, headings, paragraphs; see `engagements.rows`."""
    reader = models.CharField(max_length=40)
    """The version of Whimbrel that read it."""
    deposited_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    deposited_at = models.DateTimeField()
    before = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="later")
    """The version in the same language that this one follows."""
    public = models.BooleanField(default=False)
    """Published with its document; a revision of a public document is not, until it is."""

    class Meta:
        ordering = ("document", "number")
        constraints = (
            models.UniqueConstraint(fields=("document", "number"), name="a_version_has_its_number"),
        )

    def __str__(self) -> str:
        return f"{self.document} ({self.language or 'language not known'})"


class Paragraph(models.Model):
    """A paragraph, item or heading of a version, by its address."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="paragraphs")
    place = models.PositiveIntegerField()
    """Its place in reading order, from 1."""
    eid = models.CharField(max_length=255)
    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=80, blank=True)
    level = models.PositiveSmallIntegerField(default=0)
    """How deep it stands under the root: 0 outermost."""
    text = models.TextField()

    class Meta:
        ordering = ("version", "place")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "eid"), name="an_address_names_one_paragraph"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version.document}#{self.eid}"
