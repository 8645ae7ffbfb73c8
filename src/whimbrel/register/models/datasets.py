"""Data sets of others: where each came from and how old it is, what it asserts of Parties and lists
of taxa, and the rows that were not taken."""

from django.db import models


class Dataset(models.Model):
    """A file that was brought in. Taken back, its rows go and this line stays."""

    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=40)
    shape = models.CharField(max_length=60)
    """The layout of the file, such as `species-plus-cms`."""
    file = models.CharField(max_length=255)
    name = models.CharField(max_length=300)
    """What its source is called."""
    on = models.DateField(null=True)
    """The day of the data; null: not known."""
    licence = models.CharField(max_length=300, blank=True)
    of = models.CharField(max_length=60, blank=True)
    """The treaty that a table of a depositary is of."""
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    records = models.PositiveIntegerField()
    rejected = models.PositiveIntegerField()
    remarks = models.JSONField(default=list)
    gone = models.BooleanField(default=False)
    """It was taken back."""
    at = models.DateTimeField()
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("kind", "-on", "-at")

    def __str__(self) -> str:
        return self.name


class Asserted(models.Model):
    """One thing that a source says of one Party and one treaty."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="assertions")
    treaty = models.CharField(max_length=24)
    party = models.CharField(max_length=4)
    event = models.CharField(max_length=24)
    on = models.DateField(null=True)
    how = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)
    row = models.PositiveIntegerField(default=0)
    unsure = models.BooleanField(default=False)
    source = models.CharField(max_length=300)
    source_on = models.DateField(null=True)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("treaty", "party"), name="assertions_of_a_party"),)

    def __str__(self) -> str:
        return f"{self.party} {self.treaty} {self.event}"


class KeptListing(models.Model):
    """One taxon in one appendix of one instrument, while it is there."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="listings")
    instrument = models.CharField(max_length=120)
    taxon = models.CharField(max_length=200)
    rank = models.CharField(max_length=20)
    above = models.JSONField(default=dict)
    """Class, order, family and genus, as far as the source says."""
    appendix = models.CharField(max_length=60)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    where = models.JSONField(default=dict)
    """Populations, excluded populations and range States by their codes."""
    under = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    row = models.PositiveIntegerField(default=0)
    known = models.CharField(max_length=12)
    """seen or memory: what is from memory is never shown without its mark."""

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("instrument", "taxon"), name="listings_of_a_taxon"),)

    def __str__(self) -> str:
        return f"{self.taxon} {self.instrument} {self.appendix}"


class RejectedRow(models.Model):
    """A row that was not taken, with the cause."""

    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="rejected_rows")
    row = models.PositiveIntegerField()
    cause = models.TextField()
    value = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("row", "id")

    def __str__(self) -> str:
        return f"{self.row}: {self.cause}"
