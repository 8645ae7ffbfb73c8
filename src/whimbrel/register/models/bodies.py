"""Bodies: whoever meets, decides, works or pays, with names and memberships that change."""

from django.db import models


class Body(models.Model):
    """A body, or an unnamed class of bodies, such as regional fisheries bodies."""

    key = models.SlugField(max_length=120, unique=True)
    """Its name outside the database: that of `facts/bodies`, or made of its name."""
    name = models.CharField(max_length=400)
    acronym = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=40)
    """A value of `bodies.BodyKind` or, of a class, of `bodies.GroupKind`."""
    unnamed = models.BooleanField(default=False)
    """A class of bodies whose members nobody has named: it is kept as such."""
    ours = models.BooleanField(default=False)
    """An organ of the convention whose house this is."""
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="units")
    constituency = models.CharField(max_length=60, blank=True)
    """Indigenous Peoples, local communities or youth: no NGOs, and never counted as such."""
    consent = models.TextField(blank=True)
    """What they agreed to have kept of them, and how that was asked."""
    country = models.CharField(max_length=2, blank=True)
    """ISO code of the State in which it sits or that it is part of."""
    public = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )
    """It was entered twice: everything of it now hangs on the other; its key still finds that."""
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.acronym or self.name


class BodyName(models.Model):
    """A name of a body, in a language, for a time."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=400)
    folded = models.CharField(max_length=400, db_index=True)
    """The name as it is compared: without accents, capitals and marks."""
    language = models.CharField(max_length=2, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "name"), name="a_name_once"),)

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """What others call a body by: ROR, LEI, a number of InforMEA. It may have several, or none."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=40)
    value = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("scheme", "value"), name="an_identifier_names_one_body"
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Membership(models.Model):
    """What one body is in another, for a time: chair, member, host, organizer, observer."""

    group = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=40)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.member} is {self.role} of {self.group}"
