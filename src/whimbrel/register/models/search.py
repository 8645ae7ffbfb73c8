"""What the search looks through: one row for each thing that can be found, with its words as they
are compared. The index over them is made by the migration, in the way of each database."""

from django.db import models


class Findable(models.Model):
    """A thing that can be found."""

    about = models.CharField(max_length=400, unique=True)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=400)
    """Its name outside the database; `queries.search` makes the address of it."""
    document = models.CharField(max_length=160, blank=True)
    """Of a paragraph, the symbol."""
    title = models.TextField()
    words = models.TextField(blank=True)
    folded = models.TextField()
    """Title and words without accents, capitals and marks: what is searched."""
    dated = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=2, blank=True)
    countries = models.JSONField(default=list)
    public = models.BooleanField(default=False)

    class Meta:
        ordering = ("-dated", "name")
        indexes = (models.Index(fields=("-dated", "name"), name="findable_newest"),)

    def __str__(self) -> str:
        return self.title


class Facet(models.Model):
    """One value of a record that holds several, so that lists are narrowed by it at once: whom a
    provision addresses, what it aims at, which species an engagement is about."""

    kind = models.CharField(max_length=20)
    """`addressee`, `target`, `species`, `theme`."""
    value = models.CharField(max_length=200)
    provision = models.ForeignKey(
        "register.Provision", null=True, on_delete=models.CASCADE, related_name="facets"
    )
    engagement = models.ForeignKey(
        "register.Engagement", null=True, on_delete=models.CASCADE, related_name="facets"
    )

    class Meta:
        # From a value to its records, and from a record to whether it holds a value.
        indexes = (
            models.Index(fields=("kind", "value"), name="facet_value"),
            models.Index(fields=("provision", "kind", "value"), name="facet_of_provision"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
