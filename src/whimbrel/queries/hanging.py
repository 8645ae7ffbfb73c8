"""What hangs on a partnership: its papers, what is relied on, flags and measures, who plays which
part, who signs, its versions, what is due, and what happened."""

import datetime
from itertools import groupby

from whimbrel.partnership.policy import Pack
from whimbrel.queries import barring, cases, policies
from whimbrel.queries.barring import Bar
from whimbrel.queries.partnered import (
    Brought,
    Due,
    Excepted,
    Flagged,
    Happened,
    Measure,
    Part,
    Reliance,
    Signs,
    Version,
)
from whimbrel.queries.partnerships import iso
from whimbrel.register.models import Partnership, Person
from whimbrel.register.names import SHORT


def papers(one: Partnership, today: datetime.date) -> tuple[Brought, ...]:
    """The documents that are there."""
    return tuple(
        Brought(
            number=each.pk, kind=each.kind, name=each.name, expires=iso(each.expires_on),
            expired=each.expires_on is not None and each.expires_on < today, instead=each.instead,
            on=iso(each.at.date()),
        )
        for each in one.papers.all()
        if each.withdrawn_at is None
    )  # fmt: skip


def reliances(one: Partnership, today: datetime.date) -> tuple[Reliance, ...]:
    """What other bodies have verified."""
    return tuple(
        Reliance(
            verifier=each.verifier, what=each.what, reference=each.reference,
            lines=tuple(map(str, each.lines)), verified_on=iso(each.verified_on),
            until=iso(each.until), by=each.by.name,
            holds=each.round == one.round and (each.until is None or today <= each.until),
        )
        for each in one.reliances.all()
    )  # fmt: skip


def flags(one: Partnership, pack: Pack | None) -> tuple[Flagged, ...]:
    """Its flags, with the measures against each."""
    words = {each.id: cases.told(each.text) for each in pack.dimensions} if pack else {}
    return tuple(
        Flagged(
            number=number, kind=each.kind, category=words.get(each.category, each.category),
            words=each.words, by=each.by.name, on=iso(each.on), lifted=iso(each.lifted_on),
            lifted_by=each.lifted_by.name if each.lifted_by else "", lifted_why=each.lifted_why,
            measures=tuple(m.words for m in one.measures.all() if m.flag_id == each.pk),
        )
        for number, each in enumerate(one.flags.all(), start=1)
    )  # fmt: skip


def measures(one: Partnership) -> tuple[Measure, ...]:
    """The measures against its risks."""
    numbers = {
        pk: n for n, pk in enumerate(one.flags.order_by("id").values_list("pk", flat=True), 1)
    }
    return tuple(
        Measure(
            words=each.words, owner=each.owner, until=iso(each.until),
            flag=numbers.get(each.flag_id or 0, 0),
        )
        for each in one.measures.all()
    )  # fmt: skip


def parts(one: Partnership) -> tuple[Part, ...]:
    """Who plays which part."""
    names = dict(Person.objects.values_list("email", "name"))
    told = (
        ("requester", one.requester.email), ("assessor", barring.assessor(one)),
        ("approver", barring.approver(one)),
    )  # fmt: skip
    return tuple(Part(part=part, person=names.get(who, who)) for part, who in told)


def apart(one: Partnership, pack: Pack | None) -> tuple[Bar, ...]:
    """Where one person plays two parts."""
    if pack is None:
        return ()
    found = barring.conflicts(one, pack, barring.approver(one))
    return tuple(barring.bar(each.reason) for each in found)


def exceptions(one: Partnership) -> tuple[Excepted, ...]:
    """The exceptions to the separation of duties that were declared."""
    return tuple(
        Excepted(
            person=each.person.name, parts=tuple(map(str, each.parts)), reason=each.reason,
            approved_by=each.approved_by.name, on=iso(each.on),
        )
        for each in one.exceptions.all()
    )  # fmt: skip


def signatories(one: Partnership) -> tuple[Signs, ...]:
    """Who signs, for whom."""
    return tuple(
        Signs(
            number=number, version=each.version, side=each.side, name=each.name, title=each.title,
            shown=each.shown, authorized=each.authorized, why=each.why,
            checked_by=each.checked_by.name if each.checked_by else "",
            checked_on=iso(each.checked_on),
        )
        for number, each in enumerate(sorted(one.signatories.all(), key=lambda s: s.pk), start=1)
    )  # fmt: skip


def versions(one: Partnership, today: datetime.date) -> tuple[Version, ...]:
    """Its versions: which is in force, which waits."""
    listed = list(one.versions.all())
    approvals = {
        each.version: each.on
        for each in one.events.all()
        if each.step in ("approve", "amend", "renew")
    }
    signed = [each for each in listed if each.signed_on is not None]
    begun = [each for each in signed if each.since is None or each.since <= today]
    now = begun[-1].number if begun else 0
    return tuple(
        Version(
            number=each.number, kind=each.kind, words=each.words,
            value=plain(each.value if each.number > 1 or each.signed_on else one.value),
            currency=each.currency or one.currency,
            since=iso(each.since or (one.since if each.number == 1 else None)),
            until=iso(each.until or (one.until if each.number == 1 else None)),
            signed=iso(each.signed_on), aside=iso(each.set_aside_on),
            approved=iso(approvals.get(each.number)),
            state="set aside" if each.set_aside_on else "waits" if each.signed_on is None
            else "in force" if each.number == now else "replaced" if each.number < now
            else "to come",
        )
        for each in listed
    )  # fmt: skip


def dues(one: Partnership, today: datetime.date) -> tuple[Due, ...]:
    """What is due under it."""
    listed = one.dues.select_related("done_by", "hangs_on", "engagement").order_by("number")
    return tuple(
        Due(
            number=each.number, kind=each.kind, words=each.words, due=iso(each.due_on),
            amount=plain(each.amount), currency=each.currency,
            hangs_on=each.hangs_on.number if each.hangs_on else 0, done=iso(each.done_on),
            done_by=each.done_by.name if each.done_by else "", found=each.found,
            late=each.done_on is None and each.due_on is not None and each.due_on < today,
            engagement=each.engagement.key[:SHORT] if each.engagement else "",
        )
        for each in listed
    )  # fmt: skip


OFTEN = frozenset({"answer", "bring", "take-away", "plan"})
"""What is done many times in a row."""


def history(one: Partnership, pack: Pack | None) -> tuple[Happened, ...]:
    """All that happened, in its order; what one person did many times in a row is told once."""
    rows = groupby(
        one.events.all(),
        key=lambda each: (
            (each.step, each.by_id, each.on) if each.step in OFTEN else (each.step, each.number)
        ),
    )
    told = []
    for _key, same in rows:
        several = list(same)
        each = several[0]
        told.append(
            Happened(
                number=each.number, step=each.step, words=policies.told_of(one, each.step),
                version=each.version, on=iso(each.on), by=each.by.name, whose=each.whose,
                role=barring.role_named(pack, each.role) if pack and each.role else "",
                reason=each.reason, times=len(several),
            )
        )  # fmt: skip
    return tuple(told)


def plain(value: object) -> str:
    """An amount as it is written; empty where it is not known."""
    return "" if value is None else str(value)
