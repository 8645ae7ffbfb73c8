"""Record what the body that decides has decided: of an application, and of a whole scheme. The
recommendation is beside it; people decide, and where they decide otherwise, that is kept too."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import days, said
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import case_of, day_of, done, step
from whimbrel.queries import cases, in_use, recommended
from whimbrel.queries.said import said as _
from whimbrel.register.models import Adoption, BodyStatus, Case, Person

OUTCOMES = {
    "admit": "admit", "admit for one meeting": "admit", "refuse": "refuse", "defer": "defer",
}  # fmt: skip
"""What can be decided -> the step of the procedure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was recorded, and in what it departs from what was recommended."""

    state: str
    warnings: tuple[str, ...]


@act("admission.decide", verb="decide")
def decide(
    by: Person, key: str, outcome: str, decided_by: str, why: str, *,
    on: datetime.date | None = None, until: datetime.date | None = None, seen: int,
) -> Done[Decided]:  # fmt: skip
    """Record a decision on an application: admit, admit for one meeting, refuse, or defer.
    `decided_by`: the body that decided, and where; `on`: the day of the decision; `until`: the last
    day of the status, where the procedure does not say.

    Nothing but the procedure bars it; where it departs from the recommendation, that is said.
    """
    one, day = case_of(key, seen, {"outcome": outcome}), day_of(on)
    if outcome not in OUTCOMES:
        told = _("%(word)s is no decision: one of %(known)s")
        raise Refused(told % {"word": outcome, "known": ", ".join(OUTCOMES)})
    whose, why = said(decided_by, _("the body that decided")), said(why, _("why it decided so"))
    name = OUTCOMES[outcome]
    admitted = name == "admit"
    if admitted and one.body is None:
        raise Refused(_("say first which body on record it is: only a body has a status"))
    warnings = recommended.warnings(one, outcome, day)
    figures = {"outcome": outcome, "decided_by": whose, "warnings": list(warnings)}
    event = step(one, name, by, on=day, why=why, said=figures)
    if admitted:
        single = outcome == "admit for one meeting"
        status_of(one, one.state, since=day, whose=whose, why=why,
                  until=until or cases.lasts_until(one, day, one_meeting=single))  # fmt: skip
    value = Decided(state=one.state, warnings=warnings)
    return done(one, value, event, outcome=outcome, departs=bool(warnings))


def status_of(
    one: Case, status: str, *, since: datetime.date, until: datetime.date | None, whose: str,
    why: str,
) -> BodyStatus:  # fmt: skip
    """What a decided case gives its body from a day on. Refused where nobody knows the body."""
    days(since, until)
    if one.body is None:
        raise Refused(_("say first which body on record it is: only a body has a status"))
    return BodyStatus.objects.create(
        case=one, body=one.body, status=status, since=since, until=until, decided_by=whose,
        reason=why, at=timezone.now(),
    )  # fmt: skip


@act("admission.adopt_scheme", verb="decide", reasoned=True)
def adopt_scheme(
    by: Person, scheme: str, decision: str, *, since: datetime.date,
    until: datetime.date | None = None, host: str = "cms",
) -> Done[str]:  # fmt: skip
    """Put a scheme of admission or accreditation in use from a day on, citing the decision by which
    the governing body adopted it. Until then participation is open as the treaty has it."""
    if cases.scheme(scheme) is None:
        raise Refused(_("%(name)s is no scheme that is known here") % {"name": scheme})
    decision = said(decision, _("the decision that adopts it"))
    days(since, until)
    if scheme in in_use.in_use(host, since):
        raise Refused(_("%(name)s is in use on that day already") % {"name": scheme})
    Adoption.objects.create(
        host=host, scheme=scheme, since=since, until=until, decision=decision, by=by,
        at=timezone.now(),
    )  # fmt: skip
    figures = {"host": host, "scheme": scheme, "since": since.isoformat(), "decision": decision}
    return Done(value=scheme, about=f"scheme {scheme}", open=figures)


@act("admission.end_scheme", verb="decide", reasoned=True)
def end_scheme(
    by: Person, scheme: str, decision: str, *, until: datetime.date, host: str = "cms"
) -> Done[str]:  # fmt: skip
    """Take a scheme out of use after a day, citing the decision. What it gave stays as it is."""
    decision = said(decision, _("the decision that ends it"))
    listed = Adoption.objects.select_for_update().filter(host=host, scheme=scheme)
    one = listed.filter(since__lte=until, until=None).first()
    if one is None:
        raise Refused(_("%(name)s was not adopted, so it cannot be ended") % {"name": scheme})
    one.until, one.decision = until, f"{one.decision}; {decision}"
    one.save()
    figures = {"host": host, "scheme": scheme, "until": until.isoformat(), "decision": decision}
    return Done(value=scheme, about=f"scheme {scheme}", open=figures)
