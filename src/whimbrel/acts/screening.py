"""Screen bodies against the lists in force, and note what a person says of what is found. No act
here clears a body or stops one."""

import uuid
from dataclasses import asdict

from django.utils import timezone

from whimbrel.acts.act import Done, FollowUp, act
from whimbrel.acts.given import said
from whimbrel.acts.held import held
from whimbrel.acts.refused import Refused
from whimbrel.queries.listing import indexed, is_on, names_of
from whimbrel.queries.said import said as _
from whimbrel.queries.screening import listings, to_screen
from whimbrel.register.models import (
    Body,
    Judgement,
    Likeness,
    Listing,
    Person,
    Rescreening,
    Screened,
    Switch,
)
from whimbrel.screening import Asked, Hit
from whimbrel.screening.judgement import Word

BATCH = 100
"""Bodies that one act of a rescreening screens."""


@act("screening.switch_on", verb="arrange", reasoned=True)
def switch_on(by: Person) -> Done[str]:
    """Switch name screening on: it is an addition of this program, and no policy asks for it."""
    if is_on():
        raise Refused(_("name screening is on already"))
    Switch.objects.create(on=True, at=timezone.now(), by=by)
    then: tuple[FollowUp, ...] = ()
    if listings():
        run = begun(by, "switched on")
        then = (FollowUp(task="screening.go_on", given={"by": by.email, "key": run.key}),)
    return Done(value="on", about="screening", open={"on": True}, then=then)


@act("screening.switch_off", verb="arrange", reasoned=True)
def switch_off(by: Person) -> Done[str]:
    """Switch name screening off. What was found and judged stays on record."""
    if not is_on():
        raise Refused(_("name screening is off already"))
    Switch.objects.create(on=False, at=timezone.now(), by=by)
    return Done(value="off", about="screening", open={"on": False})


@act("screening.screen", verb="screen")
def screen(by: Person, key: str) -> Done[int]:
    """Screen a body under all its names against every list in force. How many are alike."""
    ready()
    body = held(Body, key)
    count = screened(body)
    return Done(value=count, about=f"body {body.key}", open={"alike": count})


@act("screening.rescreen", verb="screen")
def rescreen(by: Person) -> Done[str]:
    """Screen all bodies again, by a worker."""
    ready()
    run = begun(by, "asked for")
    then = FollowUp(task="screening.go_on", given={"by": by.email, "key": run.key})
    return Done(value=run.key, about="screening", open={"bodies": run.total}, then=(then,))


@act("screening.go_on", verb="screen")
def go_on(by: Person, key: str) -> Done[bool]:
    """Screen the next hundred bodies of a rescreening. Whether some are left."""
    ready()
    run = Rescreening.objects.select_for_update().filter(key=key).first()
    if run is None or run.ended is not None:
        raise Refused(_("there is no such rescreening, or it has ended"))
    some = list(to_screen().filter(pk__gt=run.last)[:BATCH])
    count = sum(map(screened, some))
    run.done += len(some)
    run.last = some[-1].pk if some else run.last
    left = len(some) == BATCH
    if not left:
        run.ended, run.total = timezone.now(), run.done
    run.save()
    figures = {"bodies": len(some), "alike": count}
    return Done(value=left, about="screening", open=figures)


@act("screening.judge", verb="screen")
def judge(by: Person, key: str, word: str, because: str) -> Done[str]:
    """Say of a body and somebody listed: same, different or unsure. It holds until a name of
    either changes."""
    why = said(because, _("the reason"))
    if word not in set(Word):
        told = _("%(word)s is none of %(known)s")
        raise Refused(told % {"word": word, "known": ", ".join(Word)})
    one = Likeness.objects.select_related("body", "listing").filter(key=key).first()
    if one is None or not one.listing.in_force:
        raise Refused(_("there is no such likeness any more: look again"))
    if names_of(one.body).content != one.ours:
        raise Refused(_("the names of the body have changed since: screen it again first"))
    Judgement.objects.create(
        body=one.body, source=one.listing.source, entry=one.entry, ours=one.ours,
        theirs=one.theirs, word=word, reason=why, by=by, at=timezone.now(),
    )  # fmt: skip
    figures = {"list": one.listing.key, "entry": one.entry}
    return Done(
        value=word,
        about=f"body {one.body.key}",
        open=figures,
        change={"word": word, "because": why},
    )


def ready() -> None:
    """Go on where screening is on and there is a list."""
    if not is_on():
        raise Refused(_("name screening is off: an administrator switches it on"))
    if not listings():
        raise Refused(_("no list has been brought in: nothing can be screened"))


def begun(by: Person, why: str) -> Rescreening:
    """A rescreening of all bodies; those that have not ended give way to it."""
    now = timezone.now()
    Rescreening.objects.filter(ended=None).update(ended=now)
    return Rescreening.objects.create(
        key=uuid.uuid4().hex[:12], why=why, by=by, at=now, total=to_screen().count()
    )


def screened(body: Body) -> int:
    """Screen a body against every list in force; what was found before gives way. How many are
    alike."""
    count, names = 0, names_of(body)
    for listing in listings():
        best: dict[str, tuple[Asked, Hit]] = {}
        for asked in names.asked:
            for hit in indexed(listing).screen(asked):
                kept = best.get(hit.listed.key)
                if kept is None or hit.score.value > kept[1].score.value:
                    best[hit.listed.key] = (asked, hit)
        Likeness.objects.filter(body=body, listing=listing).delete()
        for asked, hit in best.values():
            noted(body, listing, asked, hit, names.content)
        Screened.objects.update_or_create(
            body=body, listing=listing, defaults={"ours": names.content, "at": timezone.now()}
        )
        count += len(best)
    return count


def noted(body: Body, listing: Listing, asked: Asked, hit: Hit, ours: str) -> None:
    """Keep what was found, with all that the score is made of."""
    Likeness.objects.create(
        key=uuid.uuid4().hex[:12], body=body, listing=listing, entry=hit.listed.key,
        reference=hit.listed.reference, asked=asked.name, name=hit.name.text,
        listed=hit.listed.name, score=hit.score.value,
        parts=[asdict(part) for part in hit.score.parts], ours=ours, theirs=hit.listed.content,
        at=timezone.now(),
    )  # fmt: skip
