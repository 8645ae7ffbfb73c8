"""What becomes of a body that was admitted or accredited: suspended, restored, renewed, withdrawn,
renamed, merged, shown to everybody."""

import datetime

from whimbrel.acts.act import Done, act
from whimbrel.acts.bodies import called
from whimbrel.acts.deciding import status_of
from whimbrel.acts.given import said
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, noted, step
from whimbrel.queries import cases
from whimbrel.queries.said import in_words
from whimbrel.queries.said import said as _
from whimbrel.register.models import BodyStatus, Case, Person


def held_status(one: Case) -> BodyStatus:
    """The status that a case gave last. Refused where it gave none."""
    last = one.statuses.order_by("since", "id").last()
    if last is None:
        raise Refused(_("%(key)s gave no status: nothing was decided, or nobody was admitted")
                      % {"key": one.key})  # fmt: skip
    return last


def changed_to(
    by: Person, key: str, name: str, decided_by: str, why: str, seen: int,
    on: datetime.date | None, until: datetime.date | None = None, *, keeps: bool = True,
) -> Done[str]:  # fmt: skip
    """Do a step that gives a holder another status from a day on. `keeps`: it lasts as long as the
    one before where no day is given."""
    one, day = case_of(key, seen, {}), day_of(on)
    before = held_status(one)
    whose, why = said(decided_by, _("the body that decided")), said(why, _("why it decided so"))
    event = step(one, name, by, on=day, why=why, said={"decided_by": whose})
    if one.state == before.status and name != "renew":
        raise Refused(_("it is %(status)s already") % {"status": in_words(before.status)})
    last = until or (before.until if keeps else None)
    made = status_of(one, one.state, since=day, until=last, whose=whose, why=why)
    figures = {"status": made.status, "before": before.status}
    return done(one, made.status, event, **figures)


@act("admission.suspend", verb="decide")
def suspend(
    by: Person, key: str, decided_by: str, why: str, *, on: datetime.date | None = None,
    until: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Record that the status of a body is suspended, and by whom."""
    return changed_to(by, key, "suspend", decided_by, why, seen, on, until)


@act("admission.restore", verb="decide")
def restore(
    by: Person, key: str, decided_by: str, why: str, *, on: datetime.date | None = None,
    until: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Record that a suspended status is restored, and by whom."""
    return changed_to(by, key, "restore", decided_by, why, seen, on, until)


@act("admission.renew", verb="decide")
def renew(
    by: Person, key: str, decided_by: str, why: str, *, on: datetime.date | None = None,
    until: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Record that a status is renewed, and by whom. `until`: its new last day; else as the
    procedure has it."""
    one = case_of(key, seen, {})
    last = until or cases.lasts_until(one, day_of(on))
    return changed_to(by, key, "renew", decided_by, why, seen, on, last, keeps=False)


@act("admission.withdraw_status", verb="decide")
def withdraw_status(
    by: Person, key: str, decided_by: str, why: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Record that a status is withdrawn, and by whom. The body may apply again as the procedure
    has it."""
    return changed_to(by, key, "withdraw-status", decided_by, why, seen, on, keeps=False)


@act("admission.rename", verb="examine")
def rename(
    by: Person, key: str, name: str, why: str, *, on: datetime.date | None = None,
    acronym: str | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Note that a body with a status changed its name: the status goes on under the new one, and
    the old one still finds it. `why`: what shows it."""
    one, day = case_of(key, seen, {"name": name}), day_of(on)
    held_status(one)
    body = one.body
    if body is None:
        raise Refused(_("say first which body on record it is: only a body has a status"))
    words, why = said(name, _("the name")), said(why, _("what shows it"))
    before = body.name
    called(body, words, seen=body.change, on=day, acronym=acronym)
    event = noted(one, "rename", by, on=day, why=why, said={"before": before, "name": words})
    return done(one, body.key, event, body, name=words, before=before)


@act("admission.merge_bodies_status", verb="examine")
def merge_bodies_status(
    by: Person, key: str, into: str, why: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Note that a body with a status has merged with another that holds one under the same scheme,
    by the keys of their cases: the status of the first ends, that of the other goes on. Both
    bodies stay on record: they were two."""
    one, day = case_of(key, seen, {"into": into}), day_of(on)
    other = case_of(into, cases.times(into), {})
    if one == other or (one.scheme, one.host) != (other.scheme, other.host):
        raise Refused(_("name another case under the same scheme"))
    before, heir = held_status(one), held_status(other)
    if before.status in cases.ENDED or heir.status in cases.ENDED:
        raise Refused(_("one of the two holds no status any more"))
    if before.body == heir.body:
        raise Refused(_("it is one body already"))
    why = said(why, _("what shows it"))
    told = {"into": other.key, "from": one.key}
    event = noted(one, "merge", by, on=day, why=why, said=told)
    noted(other, "merge", by, on=day, why=why, said=told)
    status_of(one, "merged", since=day, until=day, whose=heir.body.name, why=why)
    return done(one, other.key, event, other, into=other.key)


@act("admission.publish", verb="publish", reasoned=True)
def publish(by: Person, key: str, *, seen: int) -> Done[str]:
    """Show a body in the public register of observers, with its status, since and until when, and
    who decided. Refused where it belongs to Indigenous Peoples, local communities or youth and
    nothing is kept of their consent."""
    one = case_of(key, seen, {"public": "True"})
    held_status(one)
    if one.restricted:
        raise Refused(_("a restricted case is shown to its parties alone"))
    if one.public:
        raise Refused(_("%(name)s is public already") % {"name": one.key})
    one.public = True
    event = noted(one, "publish", by, on=day_of(None))
    return done(one, one.key, event, public=True)
