"""Groups with what they were asked, who sits in them and each of their sittings; campaigns; and
initiatives that are still being built."""

from django.db import models


class Group(models.Model):
    """A working group, task force or committee as something that is to meet."""

    body = models.OneToOneField("register.Body", on_delete=models.CASCADE, related_name="group")
    provisions = models.ManyToManyField("register.Provision", related_name="groups")
    """What mandates it."""
    composition = models.TextField(blank=True)
    """Who is to sit in it, in the words of its mandate; who does sit in it are its memberships."""
    never_convened = models.BooleanField(null=True)
    """None: not known."""
    why = models.TextField(blank=True)
    """Why it never met."""
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("body__name",)

    def __str__(self) -> str:
        return str(self.body)


class Sitting(models.Model):
    """One meeting of a group: what it spoke of and what it concluded."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="sittings")
    title = models.CharField(max_length=300)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=200, blank=True)
    topics = models.TextField(blank=True)
    conclusions = models.TextField(blank=True)
    address = models.CharField(max_length=400, blank=True)
    """The paragraph that shows it."""

    class Meta:
        ordering = ("since",)
        constraints = (models.UniqueConstraint(fields=("group", "title"), name="a_sitting_once"),)

    def __str__(self) -> str:
        return self.title


class Campaign(models.Model):
    """A campaign that comes again: its days are computed from the rule for any year."""

    key = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300)
    rule = models.JSONField(default=list)
    """Days of the year: `{"month": 5, "weekday": 5, "nth": 2}` is the second Saturday of May;
    Monday is 0."""
    partners = models.ManyToManyField("register.Body", related_name="campaigns")
    address = models.CharField(max_length=400, blank=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """What a campaign is about in one year."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="themes")
    year = models.PositiveSmallIntegerField()
    theme = models.CharField(max_length=300)

    class Meta:
        ordering = ("-year",)
        constraints = (
            models.UniqueConstraint(fields=("campaign", "year"), name="a_theme_for_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.year}: {self.theme}"


class Initiative(models.Model):
    """Something in development: what it is about, which instruments it joins, who was asked."""

    key = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=400)
    state = models.CharField(max_length=40, default="in development")
    focus = models.JSONField(default=list)
    instruments = models.JSONField(default=list)
    fora = models.JSONField(default=list)
    """Where it was consulted on."""
    partners = models.ManyToManyField("register.Body", related_name="initiatives")
    address = models.CharField(max_length=400, blank=True)
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
