"""Due diligence: what is answered and on what ground, what another body has verified, what was
flagged, what is done against it, and how a person rates the risk."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.given import said
from whimbrel.acts.partnering import done, noted, partnership_of, step
from whimbrel.acts.refused import Refused
from whimbrel.acts.stepping import day_of
from whimbrel.queries import answered, policies, vetted
from whimbrel.queries.access import may
from whimbrel.queries.said import said as _
from whimbrel.register.models import (
    PartnershipAnswer,
    PartnershipFlag,
    PartnershipMeasure,
    PartnershipReliance,
    Person,
)

FLAGS = ("observation", "risk", "escalated", "red")


@act("partnership.answer", verb="examine")
def answer(
    by: Person, key: str, line: str, value: str, *, source: str = "",
    consulted_on: datetime.date | None = None, digest: str = "", note: str = "", seen: int,
) -> Done[str]:  # fmt: skip
    """Answer a question, a check or a criterion of due diligence. `value`: yes, no, a number, or
    not known; of a check: clear, found or not known. `source`: what was consulted, and `digest` its
    digest where it was a file."""
    one = partnership_of(key, seen, {"answer": value})
    kind = answered.kind_of(one, line)
    if not kind:
        told = _("%(name)s is no question, check or criterion of this policy")
        raise Refused(told % {"name": line[:60]})
    try:
        read = answered.value_of(one, line, value)
    except ValueError:
        told = _("“%(value)s” is no answer to this question")
        raise Refused(told % {"value": value[:60]}) from None
    if kind != "question" and read is not None and not source.strip():
        raise Refused(_("say what was consulted: a register, a list, an address"))
    PartnershipAnswer.objects.update_or_create(
        partnership=one, round=one.round, kind=kind, line=line,
        defaults={
            "value": read, "source": source.strip(), "note": note.strip(), "digest": digest,
            "consulted_on": day_of(consulted_on) if source else None, "by": by,
            "at": timezone.now(),
        },
    )  # fmt: skip
    event = noted(one, "answer", by, on=day_of(None), said={"line": line, "value": read})
    return done(one, line, event, line=line)


@act("partnership.rely_on", verb="examine")
def rely_on(
    by: Person, key: str, verifier: str, what: str, reference: str, lines: tuple[str, ...], *,
    verified_on: datetime.date, until: datetime.date | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Rely on what another body of the United Nations has verified, and keep where that can be
    seen. `lines`: the questions and checks that it answers here; how many of them. `until`: how
    long it is good."""
    one = partnership_of(key, seen, {"verifier": verifier})
    whose, words = said(verifier, _("who verified it")), said(what, _("what was verified"))
    shown = said(reference, _("where it can be seen"))
    day = day_of(verified_on)
    if until is not None and until < day:
        raise Refused(_("it cannot end before it begins"))
    known = tuple(dict.fromkeys(lines))
    for name in known:
        if answered.kind_of(one, name) not in ("question", "check"):
            told = _("%(name)s is no question or check of this policy")
            raise Refused(told % {"name": name[:60]})
    if not known:
        raise Refused(_("name the questions and checks that it answers"))
    PartnershipReliance.objects.create(
        partnership=one, round=one.round, verifier=whose, what=words, reference=shown,
        lines=list(known), verified_on=day, until=until, by=by, at=timezone.now(),
    )  # fmt: skip
    figures = {"lines": list(known), "verified_on": day.isoformat()}
    event = noted(one, "rely-on", by, on=day_of(None), why=words, said=figures)
    return done(one, len(known), event, **figures)


@act("partnership.flag", verb="examine")
def flag(
    by: Person, key: str, kind: str, category: str, words: str, *,
    on: datetime.date | None = None, seen: int,
) -> Done[int]:  # fmt: skip
    """Flag something that was seen: an observation, a risk, escalated, or red. Its number. While a
    red flag is up nobody may approve or sign. `category`: what it is about; `words`: what was seen,
    and where."""
    one = partnership_of(key, seen, {"words": words})
    _among(kind, FLAGS)
    _among(category, policies.dimensions(one))
    words, day = said(words, _("what was seen")), day_of(on)
    PartnershipFlag.objects.create(
        partnership=one, kind=kind, category=category, words=words, by=by, at=timezone.now(), on=day
    )
    number = one.flags.count()
    figures = {"flag": number, "kind": kind, "category": category}
    event = noted(one, "flag", by, on=day, why=words, said=figures)
    return done(one, number, event, **figures)


@act("partnership.lift_flag", verb="examine")
def lift_flag(by: Person, key: str, number: int, why: str, *, seen: int) -> Done[int]:
    """Lift a flag, with a reason. A red one is lifted by a person who may clear partnerships and is
    neither who raised it nor who asked for the partnership."""
    one, why = partnership_of(key, seen, {"why": why}), said(why, _("why it is lifted"))
    listed = list(one.flags.select_for_update(of=("self",)).order_by("id"))
    if not 1 <= number <= len(listed) or listed[number - 1].lifted_on is not None:
        raise Refused(_("there is no flag %(number)s that is up") % {"number": number})
    up = listed[number - 1]
    if up.kind == "red":
        if not may(by.role, "decide"):
            raise Refused(_("a red flag is lifted by somebody whose role may decide"))
        if by in (up.by, one.requester):
            told = _(
                "a red flag is lifted by another than who raised it or asked for the partnership"
            )
            raise Refused(told)
    up.lifted_by, up.lifted_on, up.lifted_why = by, day_of(None), why
    up.save()
    figures = {"flag": number, "kind": up.kind}
    event = noted(one, "lift-flag", by, on=day_of(None), why=why, said=figures)
    return done(one, number, event, **figures)


@act("partnership.mitigate", verb="examine")
def mitigate(
    by: Person, key: str, words: str, owner: str, *, until: datetime.date | None = None,
    flag: int = 0, seen: int,
) -> Done[int]:  # fmt: skip
    """Agree on a measure against a risk: what is done, by whom, until when. How many measures there
    are. `flag`: the number of the flag that it answers."""
    one = partnership_of(key, seen, {"words": words})
    words, owner = said(words, _("the measure")), said(owner, _("who does it"))
    listed = list(one.flags.order_by("id"))
    if flag and not 1 <= flag <= len(listed):
        raise Refused(_("there is no flag %(number)s") % {"number": flag})
    PartnershipMeasure.objects.create(
        partnership=one, flag=listed[flag - 1] if flag else None, words=words, owner=owner,
        until=until, by=by, at=timezone.now(),
    )  # fmt: skip
    number = one.measures.count()
    event = noted(one, "measure", by, on=day_of(None), why=words, said={"flag": flag})
    return done(one, number, event, measures=number)


@act("partnership.assess", verb="examine")
def assess(
    by: Person, key: str, risk: str, why: str, *, until: datetime.date | None = None,
    on: datetime.date | None = None, seen: int,
) -> Done[str]:  # fmt: skip
    """Conclude the due diligence: rate the risk and say why. The level at which it was done.
    `until`: the last day on which it is good, where the policy does not say."""
    one, day = partnership_of(key, seen, {"risk": risk}), day_of(on)
    why = said(why, _("why it is rated so"))
    _among(risk, policies.risks(one))
    # The risk as it is rated now may raise the level: what that asks has to be answered too.
    one.risk = risk
    open_ = vetted.unanswered(one, day)
    if open_:
        told = _("answer first what this level of due diligence asks: %(lines)s")
        raise Refused(told % {"lines": "; ".join(open_)})
    level, ends = vetted.level(one, day), vetted.good_until(one, day)
    last = ends if ends is not None else until
    if last is not None and last < day:
        raise Refused(_("it cannot end before it begins"))
    one.level, one.vetted_on, one.vetted_until = level, day, last
    figures = {"risk": risk, "level": level, "round": one.round}
    event = step(one, "diligence", by, on=day, why=why, said=figures)
    return done(one, level, event, **figures)


@act("partnership.vet_again", verb="examine")
def vet_again(by: Person, key: str, why: str, *, seen: int) -> Done[int]:
    """Begin the due diligence anew: it has run out, or something of the partner has changed. Which
    one it is. What was answered before is kept and no longer counts; the old due diligence holds
    until its last day or the new one."""
    one, why = partnership_of(key, seen, {}), said(why, _("why it is done anew"))
    if one.vetted_on is None:
        raise Refused(_("no due diligence was done yet: answer its questions"))
    one.round += 1
    event = noted(one, "vet-again", by, on=day_of(None), why=why, said={"round": one.round})
    return done(one, one.round, event, round=one.round)


@act("partnership.note_change", verb="examine")
def note_change(
    by: Person, key: str, trigger: str, why: str, *, on: datetime.date | None = None, seen: int
) -> Done[str]:  # fmt: skip
    """Note that something of the partner has changed which ends its due diligence early: its name,
    its board, who owns it. The change. `why`: what shows it."""
    one, day = partnership_of(key, seen, {"why": why}), day_of(on)
    why = said(why, _("what shows it"))
    _among(trigger, policies.triggers(one))
    event = noted(one, "note-change", by, on=day, why=why, said={"trigger": trigger})
    return done(one, trigger, event, trigger=trigger)


def _among(value: str, known: Iterable[str]) -> None:
    """Go on where a value is one of those that are known."""
    listed = tuple(known)
    if value not in listed:
        told = _("%(word)s is not known here: one of %(known)s")
        raise Refused(told % {"word": value[:60], "known": ", ".join(listed)})
