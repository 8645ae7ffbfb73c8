"""What screening shows: the lists in force and their age, how far a rescreening has come, what is
found and waits for a person. Nothing here clears a body or stops one."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone, translation

from whimbrel.queries.documents import Hidden
from whimbrel.queries.listing import Names, age, is_on, is_stale, names_of
from whimbrel.queries.people import can
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, Judgement, Likeness, Listing, Rescreening, Screened
from whimbrel.screening import Part, Sort
from whimbrel.screening.told import told


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A list in force."""

    key: str
    source: str
    file: str
    digest: str
    dated: str
    """Empty where the file gives itself no day."""
    days: int
    stale: bool
    entries: int
    names: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a rescreening has come."""

    key: str
    why: str
    done: int
    total: int
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A body whose name is like one on a list."""

    key: str
    body: str
    body_name: str
    listed: str
    """The primary name of who is listed."""
    reference: str
    source: str
    asked: str
    """The name of the body that is likest; empty where its names have changed since."""
    name: str
    score: float | None
    """None where the names have changed since: an old score is never shown."""
    because: tuple[str, ...]
    state: str
    """`waits`, `screen again`, or the word of a person: `same`, `different`, `unsure`."""
    reason: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where screening stands."""

    on: bool
    lists: tuple[InForce, ...]
    warnings: tuple[str, ...]
    progress: Progress | None
    found: tuple[Found, ...]
    unscreened: int
    """Bodies that were not screened against all lists in force under their names of today."""

    def lines(self) -> Iterator[str]:
        """The same for a terminal."""
        yield "name screening is on" if self.on else "name screening is off"
        for one in self.lists:
            yield (
                f"{one.key}: {one.entries:,} listed under {one.names:,} names, dated "
                f"{one.dated or 'not known'}, {one.days} days old"
            )
        yield from self.warnings
        if self.progress is not None and not self.progress.ended:
            yield f"screened again: {self.progress.done} of {self.progress.total}"
        waiting = sum(one.state in ("waits", "screen again") for one in self.found)
        yield f"{waiting} wait for a person; {self.unscreened} not screened as they are today"


def in_force(by: str | None) -> State:
    """Where screening stands. Hidden for whoever may not screen."""
    open_to(by)
    return State(
        on=is_on(),
        lists=tuple(map(shown, listings())),
        warnings=warnings(),
        progress=progress(),
        found=tuple(found(Likeness.objects.filter(listing__in_force=True))),
        unscreened=unscreened(),
    )


def of_body(by: str | None, key: str) -> tuple[Found, ...]:
    """What was found of one body. Hidden for whoever may not screen."""
    open_to(by)
    body = Body.objects.filter(key=key).first()
    if body is None:
        raise Hidden(_("there is no %(name)s that you may see") % {"name": key})
    return tuple(found(Likeness.objects.filter(body=body, listing__in_force=True)))


def open_to(by: str | None) -> None:
    """Hidden for whoever may not screen: that a body was looked at is told to nobody else."""
    if not can(by, "screen"):
        raise Hidden(_("your role may not see what is screened"))


def listings() -> list[Listing]:
    """The versions in force, without their files."""
    return list(Listing.objects.filter(in_force=True).defer("file"))


def shown(one: Listing) -> InForce:
    """A list in force."""
    today = timezone.localdate()
    return InForce(
        key=one.key, source=one.source, file=one.file_name, digest=one.digest,
        dated=one.dated.isoformat() if one.dated else "", days=age(one, today),
        stale=is_stale(one, today), entries=one.entries, names=one.names, added=one.added,
        removed=one.removed, changed=one.changed,
    )  # fmt: skip


def warnings() -> tuple[str, ...]:
    """What every screening warns of: no list at all, or one that is older than seven days."""
    every, today = listings(), timezone.localdate()
    if not every:
        return (_("no list has been brought in: nothing can be screened"),)
    said = _("the list %(key)s is %(days)s days old: bring in a newer one before you rely on it")
    return tuple(
        said % {"key": one.key, "days": age(one, today)} for one in every if is_stale(one, today)
    )


def progress() -> Progress | None:
    """How far the newest rescreening has come."""
    one = Rescreening.objects.first()
    if one is None:
        return None
    ended = one.ended is not None
    return Progress(key=one.key, why=one.why, done=one.done, total=one.total, ended=ended)


def unscreened() -> int:
    """Bodies that were not screened against every list in force under the names of today."""
    needed = {one.pk for one in listings()}
    screened: dict[int, dict[int, str]] = {}
    for which, listing, ours in Screened.objects.filter(listing__in_force=True).values_list(
        "body", "listing", "ours"
    ):
        screened.setdefault(which, {})[listing] = ours
    count = 0
    for body in to_screen():
        known = screened.get(body.pk, {})
        if set(known) != needed or set(known.values()) - {names_of(body).content}:
            count += 1
    return count


def to_screen() -> QuerySet[Body]:
    """The bodies that are screened: those of others that have a name."""
    every = Body.objects.filter(merged_into=None, unnamed=False, ours=False)
    return every.order_by("pk").prefetch_related("names")


def found(rows: QuerySet[Likeness]) -> Iterator[Found]:
    """Likenesses as they are shown: the score only where both names are as they were compared, and
    the word of a person only where it was said of these names."""
    known: dict[int, Names] = {}
    for one in shown_at_once(rows):
        if one.body_id not in known:
            known[one.body_id] = names_of(one.body)
        fresh = known[one.body_id].content == one.ours
        word = judged(one) if fresh else None
        yield Found(
            key=one.key, body=one.body.key, body_name=one.body.name, listed=one.listed,
            reference=one.reference, source=one.listing.source,
            asked=one.asked if fresh else "", name=one.name,
            score=round(one.score, 3) if fresh else None,
            because=reasons(one) if fresh else (),
            state=word.word if word else "waits" if fresh else "screen again",
            reason=word.reason if word else "", who=word.by.name if word else "",
        )  # fmt: skip


def shown_at_once(rows: QuerySet[Likeness]) -> QuerySet[Likeness]:
    """Likenesses with their bodies and names, without the files of the lists."""
    whole = rows.select_related("body", "listing").defer("listing__file")
    return whole.prefetch_related("body__names")


def judged(one: Likeness) -> Judgement | None:
    """The newest word on these very names; it comes from an earlier version of the list too, where
    the entry has not changed since."""
    same = Judgement.objects.filter(
        body=one.body, source=one.listing.source, entry=one.entry, ours=one.ours, theirs=one.theirs
    )
    return same.select_related("by").first()


def reasons(one: Likeness) -> tuple[str, ...]:
    """Why the names are alike, in the language of the page."""
    language = translation.get_language() or "en"
    parts = [Part(**{**part, "sort": Sort(part["sort"])}) for part in one.parts]
    ranked = sorted(parts, key=lambda part: -abs(part.points))
    return tuple(told(part, language[:2]) for part in ranked)
