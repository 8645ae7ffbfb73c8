"""Partnerships: from a need to the closure. The history is a row of events, and the state follows
from them, under the policy pack that bound when it was begun."""

from django.db import models


class Partnership(models.Model):
    """What is to be done with a partner, and under which policy."""

    key = models.CharField(max_length=60, unique=True)
    """Its name outside the database: `cms-P0007`."""
    host = models.CharField(max_length=60, default="cms")
    """Key of the convention whose partnership it is."""
    title = models.CharField(max_length=400)
    need = models.TextField()
    """What is needed, in words."""
    provision = models.ForeignKey(
        "register.Provision", null=True, on_delete=models.PROTECT, related_name="partnerships"
    )
    """The mandate from which the need comes; null: none is named."""
    workplan = models.CharField(max_length=400, blank=True)
    """The item of the programme of work, where it comes from that."""
    pack = models.CharField(max_length=60)
    """Id of the policy pack among the facts."""
    because = models.TextField(blank=True)
    """Why this policy binds, as it was told when it was begun."""
    body = models.ForeignKey(
        "register.Body", null=True, on_delete=models.PROTECT, related_name="partnerships"
    )
    """The partner; null: nobody is selected yet."""
    category = models.CharField(max_length=60, blank=True)
    modality = models.CharField(max_length=60, blank=True)
    instrument = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=20, blank=True)
    """Where money goes: `in`, `out`, `both`, `none`, `in kind`; as the modality has it."""
    profit = models.CharField(max_length=20, blank=True)
    """`profit`, `non-profit`; empty: not known."""
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    """What it is worth, in its currency; null: not known."""
    currency = models.CharField(max_length=3, blank=True)
    usd = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    """The same in United States dollars, by which authority is told; null: not known."""
    selection = models.CharField(max_length=40, blank=True)
    """`open`, `direct`, `unsolicited`, `none`."""
    justification = models.TextField(blank=True)
    """Why it was selected directly, or how the call went."""
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    """The period that is in force, or meant where nothing is signed."""
    risk = models.CharField(max_length=60, blank=True)
    """Id of a level of risk, as a person has rated it; empty: nobody has."""
    level = models.CharField(max_length=60, blank=True)
    """Id of the level at which the last due diligence was done."""
    round = models.PositiveIntegerField(default=1)
    """Which due diligence it is: a renewal asks again."""
    vetted_on = models.DateField(null=True)
    """When the last due diligence was done; null: never."""
    vetted_until = models.DateField(null=True)
    """The last day on which it is good; null: not known, or none was done."""
    agreement = models.ForeignKey(
        "register.Agreement", null=True, on_delete=models.PROTECT, related_name="partnerships"
    )
    """What was signed."""
    engagements = models.ManyToManyField("register.Engagement", related_name="partnerships")
    state = models.CharField(max_length=40, blank=True, db_index=True)
    """What the last event made of it; kept here for lists only."""
    requester = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, related_name="requested"
    )
    officer = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Who looks after it."""
    begun_at = models.DateTimeField()
    public = models.BooleanField(default=False)
    summary = models.TextField(blank=True)
    """What everybody may read of it."""
    change = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-begun_at", "key")

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class PartnershipEvent(models.Model):
    """One thing that happened: a step of the procedure that was done, or what was noted."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    """Counted within the partnership: two who act at once cannot both have the same."""
    version = models.PositiveIntegerField(default=1)
    """The version of the agreement that it is about: 1 is the original."""
    step = models.CharField(max_length=60)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=60, blank=True)
    """The role of the authority matrix in which it was done."""
    whose = models.CharField(max_length=200, blank=True)
    """Who outside this house did it, where it is noted for them: a committee, an executive head."""
    on = models.DateField()
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ("partnership", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("partnership", "number"), name="a_partnership_event_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.step}"


class PartnershipVersion(models.Model):
    """The terms of an agreement: the original, an amendment, a renewal. What is signed last is in
    force; until then the one before it runs."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    """`original`, `amendment`, `renewal`."""
    words = models.TextField(blank=True)
    """What it changes, and why."""
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    usd = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    signed_on = models.DateField(null=True)
    set_aside_on = models.DateField(null=True)

    class Meta:
        ordering = ("partnership", "number")
        constraints = (
            models.UniqueConstraint(fields=("partnership", "number"), name="a_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class PartnershipPaper(models.Model):
    """A document that the partner brought, or that was found."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=60)
    """`statutes`, `registration`: the vocabulary of the packs."""
    instead = models.BooleanField(default=False)
    """Brought in the place of what was asked."""
    name = models.CharField(max_length=255)
    media = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    file = models.BinaryField()
    expires_on = models.DateField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("partnership", "id")

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


class PartnershipAnswer(models.Model):
    """An answer of due diligence: to a question, a check or a criterion of the pack."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="answers")
    round = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=20)
    """`question`, `check`, `criterion`."""
    line = models.CharField(max_length=60)
    """Id of it in the pack."""
    value = models.JSONField(null=True)
    """Null: looked at, and still not known."""
    source = models.CharField(max_length=400, blank=True)
    """What was consulted: an address, a register, a list."""
    consulted_on = models.DateField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    """Digest of what was consulted, where it was a file."""
    note = models.TextField(blank=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("partnership", "round", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("partnership", "round", "kind", "line"), name="an_answer_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.line}: {self.value}"


class PartnershipFlag(models.Model):
    """Something that was seen: an observation, a risk, escalated, or red."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="flags")
    kind = models.CharField(max_length=20)
    """`observation`, `risk`, `escalated`, `red`."""
    category = models.CharField(max_length=60)
    """`reputational`, `financial`, `sanctions`: what it is about."""
    words = models.TextField()
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    lifted_by = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_on = models.DateField(null=True)
    lifted_why = models.TextField(blank=True)

    class Meta:
        ordering = ("partnership", "id")

    def __str__(self) -> str:
        return f"{self.kind}, {self.category}: {self.words}"


class PartnershipMeasure(models.Model):
    """A measure against a risk: who does what by when."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="measures")
    flag = models.ForeignKey(
        PartnershipFlag, null=True, on_delete=models.PROTECT, related_name="measures"
    )
    words = models.TextField()
    owner = models.CharField(max_length=200)
    until = models.DateField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("partnership", "id")

    def __str__(self) -> str:
        return self.words


class PartnershipException(models.Model):
    """A declared exception to the separation of duties: one person plays two parts, with a written
    reason and a named approver who is neither."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="exceptions"
    )
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    """Who plays them."""
    parts = models.JSONField(default=list)
    """`requester`, `assessor`, `approver`: the two."""
    reason = models.TextField()
    approved_by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("partnership", "id")

    def __str__(self) -> str:
        return f"{self.person}: {', '.join(map(str, self.parts))}"


class PartnershipSignatory(models.Model):
    """Who signs, for whom, and what shows that they may."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="signatories"
    )
    version = models.PositiveIntegerField(default=1)
    side = models.CharField(max_length=20)
    """`secretariat`, `partner`."""
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    shown = models.CharField(max_length=400, blank=True)
    """What shows their authority: a statute, a power of attorney, a delegation."""
    checked_by = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_on = models.DateField(null=True)
    authorized = models.BooleanField(null=True)
    """What the check found; null: nobody has checked."""
    why = models.TextField(blank=True)

    class Meta:
        ordering = ("partnership", "version", "id")

    def __str__(self) -> str:
        return f"{self.name} ({self.side})"


class PartnershipDue(models.Model):
    """What is due under a partnership: a tranche, a deliverable, a report, a visit, an activity of
    a joint programme of work."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="dues")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    """`tranche`, `deliverable`, `report`, `visit`, `activity`."""
    words = models.TextField()
    due_on = models.DateField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    hangs_on = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="releases"
    )
    """What has to be there before a tranche is paid."""
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(
        "register.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    found = models.TextField(blank=True)
    """What was delivered, reported or seen."""
    engagement = models.ForeignKey(
        "register.Engagement", null=True, on_delete=models.PROTECT, related_name="activities"
    )
    """The engagement that it became."""

    class Meta:
        ordering = ("partnership", "number")
        constraints = (
            models.UniqueConstraint(fields=("partnership", "number"), name="a_due_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


class PartnershipReliance(models.Model):
    """What another body of the United Nations has verified, and what it stands for here."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="reliances")
    round = models.PositiveIntegerField(default=1)
    verifier = models.CharField(max_length=200)
    """The body that verified: `UNICEF`."""
    what = models.TextField()
    """What it verified, at which depth."""
    reference = models.CharField(max_length=400)
    """Where that can be seen."""
    lines = models.JSONField(default=list)
    """Ids of questions and checks that it answers here."""
    verified_on = models.DateField()
    until = models.DateField(null=True)
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("partnership", "id")

    def __str__(self) -> str:
        return f"{self.verifier}: {self.what}"


class Authority(models.Model):
    """A role of the authority matrix that a person holds for a time."""

    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, related_name="authorities"
    )
    role = models.CharField(max_length=60)
    """Id of a role of the packs: `head-of-unit`."""
    since = models.DateField()
    until = models.DateField(null=True)
    document = models.CharField(max_length=400)
    """The delegation by which they hold it."""
    by = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("person", "since")

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"
