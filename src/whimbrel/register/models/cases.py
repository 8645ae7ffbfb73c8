"""Cases: applications for admission or accreditation, with their documents, questions, answers of
States and objections. The history is a row of events, and the state follows from them."""

from django.db import models


class Case(models.Model):
    """One application of one body under one procedure."""

    key = models.CharField(max_length=60, unique=True)
    """Its name outside the database: `COP15-0007`; without a meeting `cms-0007`."""
    scheme = models.CharField(max_length=60)
    """Id of the scheme or procedure among the facts."""
    version = models.CharField(max_length=40, blank=True)
    """The version that was in force when it was sent; empty until then, or the only one."""
    host = models.CharField(max_length=60, default="cms")
    """Key of the convention at which it is asked for."""
    meeting = models.ForeignKey(
        "register.Meeting", null=True, on_delete=models.PROTECT, related_name="cases"
    )
    """The meeting that it is for; null: for a standing."""
    name = models.CharField(max_length=400)
    """The name of the body as the applicant wrote it."""
    folded = models.CharField(max_length=400, db_index=True)
    """The name as it is compared, for warnings of a duplicate."""
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="cases"
    )
    """The body on record, once an officer has said which it is."""
    country = models.CharField(max_length=2, blank=True)
    """ISO code of the State in which it sits, which may have to approve."""
    values = models.JSONField(default=dict)
    """Attributes of the applicant as it gave them; what is absent is not known."""
    statement = models.TextField(blank=True)
    """What it says of its qualification, in its words."""
    contact = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="cases"
    )
    """Who applies for it."""
    language = models.CharField(max_length=2, default="en")
    consent = models.TextField(blank=True)
    """What the applicant agreed to have kept and shown, in the words that were shown to it."""
    consented_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    """When the applicant sent it; null: it is still writing."""
    state = models.CharField(max_length=40, blank=True, db_index=True)
    """What the last event made of it; kept here for lists only."""
    officer = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    restricted = models.BooleanField(default=False)
    """Seen only by its parties: a case of the Review Mechanism."""
    public = models.BooleanField(default=False)
    """Shown in the public register of observers."""
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-begun_at", "key")

    def __str__(self) -> str:
        return f"{self.key} {self.name}"


class CaseEvent(models.Model):
    """One thing that happened in a case: a step that was done."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    """Counted within the case: two who act at once cannot both have the same."""
    step = models.CharField(max_length=60)
    """Id of the step in the procedure."""
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=2, blank=True)
    """ISO code of the Party for which it was done."""
    on = models.DateField()
    """The day that counts for deadlines."""
    at = models.DateTimeField()
    """When it was written down."""
    reason = models.TextField(blank=True)
    said = models.JSONField(default=dict)
    """What it brought: until when, under which decision, what was decided."""

    class Meta:
        ordering = ("case", "number")
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="an_event_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.step}"


class CaseDocument(models.Model):
    """A document that an applicant brought."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=40)
    """`letter`, `statutes`, `registration`: the vocabulary of the schemes."""
    instead = models.BooleanField(default=False)
    """Brought in the place of what was asked: the attestation of a community."""
    name = models.CharField(max_length=255)
    media = models.CharField(max_length=120)
    """What the bytes are, not what the file's name says."""
    sha256 = models.CharField(max_length=64)
    file = models.BinaryField()
    language = models.CharField(max_length=2, blank=True)
    certified = models.BooleanField(default=False)
    issued_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("case", "id")

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


class CaseQuestion(models.Model):
    """A question of the office to the applicant, with the day until which it should answer."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="questions")
    words = models.TextField()
    kind = models.CharField(max_length=40, blank=True)
    """The document that is asked for; empty: words are."""
    criterion = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    """When the officer of the case was told that its day is past."""

    class Meta:
        ordering = ("case", "id")

    def __str__(self) -> str:
        return self.words


class CaseFinding(models.Model):
    """What an officer found of one criterion: met, not met, or not known, and why."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="findings")
    criterion = models.CharField(max_length=60)
    met = models.BooleanField(null=True)
    """Null: not known; evidence is needed."""
    reason = models.TextField()
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("case", "id")
        constraints = (
            models.UniqueConstraint(fields=("case", "criterion"), name="a_finding_once"),
        )

    def __str__(self) -> str:
        return f"{self.criterion}: {self.met}"


class Objection(models.Model):
    """The objection of a Party to the admission of a body."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="objections")
    party = models.CharField(max_length=2)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ("case", "on", "party")
        constraints = (
            models.UniqueConstraint(fields=("case", "party"), name="a_party_objects_once"),
        )

    def __str__(self) -> str:
        return f"{self.party}, {self.on}"


class Circulation(models.Model):
    """A list of applicants as it was sent to the Parties before a meeting."""

    key = models.CharField(max_length=60, unique=True)
    """`COP15-list-1`."""
    meeting = models.ForeignKey(
        "register.Meeting", on_delete=models.PROTECT, related_name="circulations"
    )
    cases = models.ManyToManyField(Case, related_name="circulations")
    on = models.DateField()
    closes_on = models.DateField(null=True)
    """Until when objections are asked for; null: until the body decides."""
    parties_present = models.PositiveIntegerField(null=True)
    """How many Parties were present when it was decided; null: not known yet."""
    parties_all = models.PositiveIntegerField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    public = models.BooleanField(default=False)
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-on", "key")

    def __str__(self) -> str:
        return self.key


class BodyStatus(models.Model):
    """What a decided case gave a body: admitted to a meeting, accredited for a time."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="statuses")
    body = models.ForeignKey("register.Body", on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=40)
    """`admitted`, `accredited`, `suspended`, `withdrawn`: a row each, the last one counts."""
    since = models.DateField()
    until = models.DateField(null=True)
    decided_by = models.CharField(max_length=200)
    """The body that decided, and where: `Conference of the Parties, COP15`."""
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    """When the officer of the case was told that it ends soon, or that a report is due."""

    class Meta:
        ordering = ("body", "since", "id")

    def __str__(self) -> str:
        return f"{self.body} {self.status} {self.since}"


class Adoption(models.Model):
    """A scheme that a governing body has adopted, and from when it is in use at its convention.
    What the treaty itself provides for needs none: see `facts/admitting`."""

    host = models.CharField(max_length=60)
    scheme = models.CharField(max_length=60)
    since = models.DateField()
    until = models.DateField(null=True)
    decision = models.CharField(max_length=200)
    """The decision that adopts it, or ends it: `COP16, Decision 16.10`."""
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("host", "scheme", "since")
        constraints = (
            models.UniqueConstraint(
                fields=("host", "scheme", "since"), name="a_scheme_is_adopted_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme} at {self.host}, {self.since}"
