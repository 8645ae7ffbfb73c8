"""What the office does with a report on contributions: take it into the record, give it back to be
corrected, show it to everybody. Nothing of it enters the record without a person."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.contribution import brief, kept
from whimbrel.acts.engagements import entered, key_of
from whimbrel.acts.entering import shown
from whimbrel.acts.given import said
from whimbrel.acts.held import held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.queries.contributions import provision_of
from whimbrel.queries.said import said as _
from whimbrel.register.models import Contributed, Contribution, Engagement, Person

TITLE = 300
"""Characters of the title of an engagement."""


@act("contribution.give_back", verb="record")
def give_back(by: Person, key: str, words: str, *, seen: int) -> Done[str]:
    """Give a report back to its body to be corrected. `words`: what is to be corrected; the body
    reads them."""
    one = waiting(held(Contribution, key))
    not_overtaken(one, seen, {"returned": words})
    one.returned = brief(said(words, _("what is to be corrected")))
    one.returned_at, one.sent_at = timezone.now(), None
    return kept(one, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """What became of a report."""

    engagements: tuple[str, ...]
    """Their keys, in the order of the lines."""
    unlinked: tuple[int, ...]
    """Lines that name a provision which the record does not have: nobody guesses which it is."""


@act("contribution.take_up", verb="record")
def take_up(by: Person, key: str, *, seen: int) -> Done[TakenUp]:
    """Take a report into the record: each of its contributions becomes an engagement with its body,
    provision, countries, dates and what shows it. One that the record has already is linked."""
    one = waiting(held(Contribution, key))
    not_overtaken(one, seen, {})
    made: list[Engagement] = []
    unlinked: list[int] = []
    others: list[Model] = []
    for line in one.lines.order_by("number"):
        asked = provision_of(line.provision)
        if line.provision and asked is None:
            unlinked.append(line.number)
        line.engagement = engagement_of(one, line, by)
        if asked is not None:
            line.engagement.provisions.add(asked)
            others.append(asked)
        line.save()
        made.append(line.engagement)
    one.accepted_at = timezone.now()
    value = TakenUp(engagements=tuple(each.key for each in made), unlinked=tuple(unlinked))
    done = kept(one, value, engagements=len(made), unlinked=unlinked)
    whole = tuple(dict.fromkeys((one, *made, *others)))
    return Done(value=value, about=done.about, open=done.open, kept=whole)


@act("contribution.publish", verb="publish", reasoned=True)
def publish(by: Person, key: str, *, seen: int) -> Done[str]:
    """Show a report that was taken into the record to everybody, as its body has agreed. Refused
    where nothing is kept of what it agreed to."""
    one = held(Contribution, key)
    not_overtaken(one, seen, {})
    if one.accepted_at is None:
        raise Refused(_("take it into the record first: only what an officer has seen is shown"))
    if not one.consent.strip():
        raise Refused(_("nothing is kept of what its body agreed to have shown: ask it"))
    if one.public:
        raise Refused(_("it is public already"))
    one.public = True
    return kept(one, key, public=True)


@act("contribution.hide", verb="publish", reasoned=True)
def hide(by: Person, key: str, *, seen: int) -> Done[str]:
    """Show a report to everybody no more."""
    one = held(Contribution, key)
    not_overtaken(one, seen, {})
    if not one.public:
        raise Refused(_("it is not public"))
    one.public = False
    return kept(one, key, public=False)


def waiting(one: Contribution) -> Contribution:
    """Go on where a report waits for the office."""
    if one.sent_at is None:
        raise Refused(_("it was not sent yet: it is still its body’s"))
    if one.accepted_at is not None:
        raise Refused(_("it was taken into the record already"))
    return one


def engagement_of(one: Contribution, line: Contributed, by: Person) -> Engagement:
    """The engagement that a contribution becomes; the one of the record where it is the same."""
    title = line.what if len(line.what) <= TITLE else f"{line.what[: TITLE - 1].rstrip()}…"
    evidence = line.evidence[:400]
    key = key_of(title, line.since, (one.body.name,))
    same = Engagement.objects.filter(key=key).first()
    if same is not None:
        if evidence:
            shown(same, evidence, "", "paragraph", by)
        return same
    return entered(
        by, title, key=key, kind=line.kind, partners=(one.body,),
        since=line.since, until=line.until,
        countries_concerned=tuple(line.countries), evidence=(evidence,) if evidence else (),
        values={
            "sentence": line.what, "state": "done", "species": line.species,
            "outcome": line.result, "consent": one.consent,
        },
    )  # fmt: skip
