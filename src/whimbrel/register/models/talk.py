"""What people say to each other about a record: questions with their answers, comments, and who
follows what."""

from django.db import models


class Question(models.Model):
    """Input asked of a colleague or a focal point, by a day; the answer stands beside it."""

    about = models.CharField(max_length=400, db_index=True)
    """The record by kind and name: `provision 14.10 c)`."""
    words = models.TextField()
    asked_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="asked")
    asked_of = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, related_name="questions"
    )
    asked_at = models.DateTimeField()
    by = models.DateField()
    """The day by which the answer is wanted."""
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("by", "id")

    def __str__(self) -> str:
        return self.words


class Comment(models.Model):
    """A remark on a record."""

    about = models.CharField(max_length=400, db_index=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="comments")
    at = models.DateTimeField()
    words = models.TextField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return self.words


class Following(models.Model):
    """Somebody wants to hear what happens to a record."""

    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="follows")
    about = models.CharField(max_length=400, db_index=True)
    since = models.DateTimeField()
    told = models.PositiveBigIntegerField(default=0)
    """The last line of the ledger that a digest told of."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "about"), name="somebody_follows_once"),
        )

    def __str__(self) -> str:
        return self.about
