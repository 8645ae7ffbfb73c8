"""One partnership: every step with the rule that asks for it, who may do it, by when and what bars
it; what was asked and found; what was signed, what is due, and what happened."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.partnership.policy import Pack
from whimbrel.procedures.criterion import holds
from whimbrel.procedures.deadlines import last_day
from whimbrel.procedures.known import Known
from whimbrel.procedures.papers import Paper, shown
from whimbrel.procedures.procedure import Actor, DocumentNeeded
from whimbrel.queries import asks, barring, bound, cases, hanging, policies, vetted
from whimbrel.queries.agreements import SOON
from whimbrel.queries.hanging import plain
from whimbrel.queries.papers import inside
from whimbrel.queries.partnered import (
    Needs,
    Rules,
    Step,
    Terms,
    Vetting,
    Whole,
    Word,
)
from whimbrel.queries.partnerships import Partnered, counted, iso, partnered
from whimbrel.queries.prints import File, safe
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Partnership, Person, Provision
from whimbrel.register.names import SHORT


def partnership(
    by: str | None, key: str, *, today: datetime.date | None = None
) -> Whole | None:  # fmt: skip
    """One partnership, as whoever asks may see it; None where there is none."""
    who, today = reader(by), today or datetime.date.today()
    listed = Partnership.objects.select_related(
        "body", "provision", "officer", "requester", "agreement"
    )
    one = seen(listed.filter(key=key), who).first()
    if one is None:
        return None
    done = seen(one.engagements.all(), who)
    engagements = tuple((each.key[:SHORT], each.title) for each in done)
    pack = bound.pack_of(one)
    if not inside(who):
        return outside(one, pack, who, today, engagements)
    person = Person.objects.filter(email=who.email).first()
    vetted.gathered(one)
    return Whole(
        row=row(one, today, who), inside=True, need=one.need,
        mandate=mandate(one.provision), workplan=one.workplan, requester=one.requester.name,
        **terms_of(one, pack), usd=plain(one.usd), profit=one.profit, selection=one.selection,
        justification=one.justification, ends=ends(one, today),
        suspended=policies.suspended(one), over=policies.over(one), rules=rules(one, pack),
        terms=terms(pack), steps=steps(one, pack, person, today) if pack else (),
        vetting=vetting(one, pack, today) if pack and one.modality else None,
        needs=needs(one, pack, today) if pack and one.modality else (),
        papers=hanging.papers(one, today), reliances=hanging.reliances(one, today),
        flags=hanging.flags(one, pack), measures=hanging.measures(one), parts=hanging.parts(one),
        apart=hanging.apart(one, pack), exceptions=hanging.exceptions(one),
        signatories=hanging.signatories(one), versions=hanging.versions(one, today),
        dues=hanging.dues(one, today), engagements=engagements, history=hanging.history(one, pack),
    )  # fmt: skip


def row(one: Partnership, today: datetime.date, who: Reader) -> Partnered:
    """The partnership as a row, with what is late and flagged."""
    return partnered(counted(Partnership.objects.filter(pk=one.pk), today)[0], today, who)


def outside(
    one: Partnership, pack: Pack | None, who: Reader, today: datetime.date,
    engagements: tuple[tuple[str, str], ...],
) -> Whole:  # fmt: skip
    """What everybody may see of a partnership that is public."""
    return Whole(
        row=partnered(one, today, who), inside=False, need="", mandate="", workplan="",
        requester="", **{**terms_of(one, pack), "category": "", "agreement": ""}, usd="", profit="",
        selection="", justification="", ends="", suspended=False, over=False, rules=None,
        terms=None, steps=(), vetting=None, needs=(), papers=(), reliances=(), flags=(),
        measures=(), parts=(), apart=(), exceptions=(), signatories=(), versions=(), dues=(),
        engagements=engagements, history=(),
    )  # fmt: skip


def mandate(one: Provision | None) -> str:
    """The provision from which the need comes, as records are named; empty: none is named."""
    return f"provision {one.name}" if one is not None else ""


def terms_of(one: Partnership, pack: Pack | None) -> dict[str, str]:
    """Its terms in the words of the policy."""

    def word(lines: Iterable[object], name: str) -> str:
        found = next((each for each in lines if getattr(each, "id", "") == name), None)
        return cases.told(found.name) if found is not None else name  # type: ignore[attr-defined]

    return {
        "category": word(pack.categories if pack else (), one.category),
        "modality": word(pack.modalities if pack else (), one.modality),
        "instrument": word(pack.instruments if pack else (), one.instrument),
        "agreement": one.agreement.key[:SHORT] if one.agreement else "",
    }


def ends(one: Partnership, today: datetime.date) -> str:
    """Whether what was signed ends soon, or has ended and nobody has closed it."""
    if one.agreement is None or one.until is None or policies.over(one):
        return ""
    left = (one.until - today).days
    if left < 0:
        return "has ended"
    return "ends soon" if left <= SOON else ""


def rules(one: Partnership, pack: Pack | None) -> Rules | None:
    """The policy under which it is; None: the facts do not know it any more."""
    if pack is None:
        return None
    return Rules(
        pack=pack.id, title=cases.told(pack.title), summary=cases.told(pack.summary),
        source=pack.source, known=pack.status, draft=pack.draft, slots=len(pack.slots),
        because=one.because,
    )  # fmt: skip


def terms(pack: Pack | None) -> Terms | None:
    """The words of a policy."""
    if pack is None:
        return None
    documents = pack.procedure.documents
    return Terms(
        categories=named(pack.categories), modalities=named(pack.modalities),
        instruments=named(pack.instruments), risks=worded(pack.risks),
        dimensions=worded(pack.dimensions), roles=worded(pack.roles),
        triggers=worded(pack.triggers),
        papers=tuple(dict.fromkeys(kind for one in documents for kind in kinds(one))),
    )  # fmt: skip


def kinds(one: DocumentNeeded) -> tuple[str, ...]:
    """The kinds of documents that are taken for one."""
    return (*one.any_of, *one.instead)


def named(lines: Iterable[object]) -> tuple[Word, ...]:
    """Lines of a policy by their names."""
    return tuple(Word(id=one.id, text=cases.told(one.name)) for one in lines)  # type: ignore[attr-defined]


def worded(lines: Iterable[object]) -> tuple[Word, ...]:
    """Lines of a policy by their words."""
    return tuple(Word(id=one.id, text=cases.told(one.text)) for one in lines)  # type: ignore[attr-defined]


PARTNER = {Actor.APPLICANT: "partner"}
"""Who procedures call an applicant is a partner here."""


def steps(
    one: Partnership, pack: Pack, person: Person | None, today: datetime.date
) -> tuple[Step, ...]:
    """Every step of the policy that concerns it, in its order."""
    values = policies.values(one, today)
    case = policies.rebuilt(one, today, told=values)
    if case is None:
        return ()
    happened = {each.step: each for each in one.events.all()}
    holders = barring.holders(today)
    told = []
    for step in pack.procedure.steps:
        if (
            step.concerns is not None
            and one.modality
            and holds(step.concerns, case.values) is False
        ):
            continue
        line = next((x for x in pack.procedure.deadlines if x.id == step.deadline), None)
        last = last_day(line, case, today).day if line is not None else None
        done = happened.get(step.id)
        everybody = barring.bars(one, step.id, today, told=values)
        mine = (
            barring.bars(one, step.id, today, by=person, told=values) if person is not None else ()
        )
        told.append(
            Step(
                id=step.id, text=cases.told(step.text), source=step.source, known=step.status,
                by=PARTNER.get(step.by, str(step.by)), done=iso(done.on) if done else "",
                done_by=(done.whose or done.by.name) if done else "",
                role=barring.role_named(pack, done.role) if done and done.role else "",
                again=step.again, last=iso(last), bars=everybody,
                yours=tuple(each for each in mine if each not in everybody),
                who=barring.who(one, step.id, today, values, holders),
            )
        )  # fmt: skip
    return tuple(told)


def vetting(one: Partnership, pack: Pack, today: datetime.date) -> Vetting:
    """How the due diligence stands."""
    told = vetted.plain(one, pack, today)
    wanted, listed = vetted.needs(pack, told), asks.asked(one, pack, today)
    levels = {each.id: cases.told(each.name) for each in pack.levels}
    risks = {each.id: cases.told(each.text) for each in pack.risks}
    stands = vetted.expiry(one, pack, today)
    return Vetting(
        level=levels.get(wanted.level or wanted.least or "", ""),
        settled=wanted.level is not None, done_level=levels.get(one.level, ""), round=one.round,
        why=tuple(barring.bar(each) for each in wanted.reasons), asks=listed,
        open=sum(not each.value for each in listed),
        against=sum(each.good is False for each in listed),
        risk=risks.get(one.risk, ""), done=iso(one.vetted_on), until=iso(stands.until),
        expired=stands.expired if one.vetted_on else None,
        warns=bool(one.vetted_on) and stands.warns,
        term=tuple(barring.bar(each) for each in stands.reasons),
    )  # fmt: skip


def needs(one: Partnership, pack: Pack, today: datetime.date) -> tuple[Needs, ...]:
    """The documents that its level asks for."""
    told = vetted.plain(one, pack, today)
    listed = vetted.needs(pack, told).documents
    there = told["documents"]
    held = tuple(Paper(kind=kind) for kind in there)  # type: ignore[attr-defined]
    return tuple(
        Needs(
            id=each.id, text=cases.told(each.text), source=each.source, known=each.status,
            any_of=each.any_of, there=shown(each, told, held, today).met,
        )
        for each in listed
    )  # fmt: skip


def paper(by: str | None, key: str, number: int) -> File | None:
    """A document of a partnership as a file, for those who see the whole record."""
    who = reader(by)
    if not inside(who):
        return None
    one = Partnership.objects.filter(key=key).first()
    found = one.papers.filter(pk=number, withdrawn_at=None).first() if one else None
    if found is None:
        return None
    return File(name=safe(found.name), kind=found.media, data=bytes(found.file))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A policy under which a partnership may be begun."""

    pack: str
    title: str
    summary: str
    known: Known
    binds: bool
    """It is the one that binds today."""


def offered(
    by: str | None, host: str = "cms", *, today: datetime.date | None = None
) -> tuple[Offer, ...]:
    """The policies under which a partnership may be begun, those that bind today first."""
    if not inside(reader(by)):
        return ()
    found = bound.binding(host, today or datetime.date.today())
    binds = {one.id for one in (*found.packs, *found.measures)}
    told = (
        Offer(
            pack=one.id, title=cases.told(one.title), summary=cases.told(one.summary),
            known=one.status, binds=one.id in binds,
        )
        for one in bound.every()
    )  # fmt: skip
    return tuple(sorted(told, key=lambda one: not one.binds))
