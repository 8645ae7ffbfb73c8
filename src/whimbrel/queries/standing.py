"""How mandates stand: what became of each, what is due, what no money reached, what is proposed."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whimbrel.engagements.coverage import Answer, Became, Source, answer
from whimbrel.engagements.disposition import Disposition, Proposed, Why, recommend
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Kept
from whimbrel.mandates.reasons import Code, Reason
from whimbrel.mandates.standing import Standing, standing
from whimbrel.mandates.unfunded import Unfunded, chains, ledger
from whimbrel.queries import kept as record
from whimbrel.queries.listed import AT_ONCE, Listed, page_of, whole
from whimbrel.queries.mandates import found, unslugged
from whimbrel.queries.narrowing import Filter
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import Asked, listed_for, rows
from whimbrel.queries.scope import Reader, audience, reader, seen
from whimbrel.register.models import Provision, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A provision on a day: what became of it, how it stands, and what is proposed."""

    asked: Asked
    answer: Answer
    standing: Standing
    proposed: Disposition
    scope: Scope | None
    """What another body's work covers, and what is left."""
    renewed: int
    """How often it was renewed so far, as people confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The same in one line of plain values, reasons in English."""

    name: str
    meeting: str
    text: str
    day: str
    in_force: str
    """`yes`, `no` or `not known`; the others too."""
    due: str
    overdue: str
    unfunded: str
    silent: str
    deadline: str
    reasons: tuple[tuple[str, str], ...]
    """Why: (question, reason)."""
    status: str
    stated: bool
    source: str
    status_because: str
    reason: str
    evidence: tuple[str, ...]
    outputs: tuple[tuple[str, str, str], ...]
    """(what, its state, the address that shows it)."""
    proposed: str
    """What is recommended or decided; `not known` where the record tells too little."""
    proposed_because: str
    decided: bool
    covered: tuple[str, ...]
    left: tuple[str, ...]
    renewed: int
    path: str


def line(one: Stands) -> Line:
    """How a provision stands, in one line."""
    how, told, advice = one.standing, one.answer, one.proposed
    return Line(
        name=one.asked.name, meeting=one.asked.meeting, text=one.asked.text,
        day=how.at.isoformat(), in_force=truth(how.in_force), due=truth(how.due),
        overdue=truth(how.overdue), unfunded=truth(how.unfunded), silent=truth(how.silent),
        deadline=how.deadline.isoformat() if how.deadline else "",
        reasons=tuple((question, str(why)) for question, why in how.because),
        status=str(told.status), stated=told.stated, source=str(told.source),
        status_because=str(told.because), reason=told.reason, evidence=told.evidence,
        outputs=tuple((each.words or each.kind, str(each.state), each.address)
                      for each in told.outputs),
        proposed=str(advice.proposed or "not known"), proposed_because=advice.reason,
        decided=advice.stated, covered=one.scope.covered if one.scope else (),
        left=one.scope.left if one.scope else advice.left, renewed=one.renewed,
        path=one.asked.path,
    )  # fmt: skip


def truth(so: bool | None) -> str:
    """An answer in a word."""
    return "not known" if so is None else "yes" if so else "no"


def stands(by: str | None, asks: Filter, *, page: int | None = 1) -> Listed[Stands]:
    """Provisions, narrowed, each as it stands today or on the day that is asked."""
    who = reader(by)
    at = datetime.date.fromisoformat(asks.on) if asks.on else today()
    return page_of(listed_for(by, asks), lambda keys: standings(keys, who, at), page)


def numbered(by: str | None, number: str, *, meeting: str = "", on: str = "") -> tuple[Stands, ...]:
    """The provisions of a decision, or one provision, as they stand on a day; all for no number."""
    who, at = reader(by), datetime.date.fromisoformat(on) if on else today()
    listed = seen(Provision.objects.all(), who).order_by("instrument", "pk")
    if number:
        held = listed.filter(instrument__number__in={number, unslugged(number)})
        one = found(who, number)
        listed = held if held.exists() else listed.filter(pk__in=[one.pk] if one else [])
    if meeting:
        listed = listed.filter(instrument__meeting__short=meeting)
    keys = list(listed.values_list("pk", flat=True))
    starts = range(0, len(keys), AT_ONCE)
    return tuple(one for at_ in starts for one in standings(keys[at_ : at_ + AT_ONCE], who, at))


def stand(by: str | None, path: str) -> Stands | None:
    """One provision as it stands today; None where there is none that this person may see."""
    who = reader(by)
    one = found(who, path)
    return standings([one.pk], who, today())[0] if one is not None else None


def today() -> datetime.date:
    """The day of today."""
    return datetime.datetime.now(tz=datetime.UTC).date()


def standings(
    keys: Sequence[int], who: Reader, at: datetime.date, *, late: bool = False
) -> tuple[Stands, ...]:
    """Provisions as they stand on a day, by their keys and in that order. `late`: what was said
    after that day is taken to be said of it, as in a report that is written later."""
    said = record.statements(keys, who)
    held, meetings = record.kept(keys, who, said), record.sessions()
    if late:
        said = [
            (key, one if one.at is None else replace(one, at=min(one.at, at))) for key, one in said
        ]
    made, done = record.outputs(keys, who), record.deeds(keys, who)
    shown = {one.name: one for one in rows(keys, who)}
    heard, chain = record.statuses_of(keys, who), renewals(held, who)
    people, papers = decided(heard), proposed_in_papers(heard, None if late else at)
    made_rows = []
    for key, one in held.items():
        own = [each for about, each in said if about == key]
        told, how = answer(one, own, done[key], made[key], at), standing(one, at, meetings)
        if not inside(who):
            told = published(told, spoken_of=bool(own))
            how = open_to_all(how, spoken_of=bool(own))
        scope = people[key][1] if key in people else None
        advice = recommend(told, how, nature=one.nature, renewed=chain.get(key, 0), scope=scope)
        if not inside(who):
            # What the house thinks of is told inside; what a published paper proposes, to all.
            advice = Disposition(provision=one.name, proposed=None, why=Why.UNKNOWN)
        if key in papers and advice.why is not Why.GONE:
            advice = replace(advice, proposed=papers[key], why=Why.PAPER, left=())
        if key in people and people[key][0]:
            advice = Disposition(
                provision=one.name, proposed=Proposed(people[key][0]), why=Why.SAID, stated=True
            )
        made_rows.append(
            Stands(
                asked=shown[one.name], answer=told, standing=how, proposed=advice, scope=scope,
                renewed=chain.get(key, 0),
            )
        )  # fmt: skip
    return tuple(made_rows)


def published(told: Answer, *, spoken_of: bool) -> Answer:
    """What those outside may know of an answer: what a published paper says, and nothing that was
    concluded from a record which they do not see whole."""
    if spoken_of and told.source in (Source.DOCUMENT, Source.READING):
        return replace(told, outputs=())
    return Answer(
        provision=told.provision, status=Became.SILENT, stated=False, source=Source.NOBODY,
        because=Reason(code=Code.NOT_PUBLISHED),
    )  # fmt: skip


def open_to_all(how: Standing, *, spoken_of: bool) -> Standing:
    """What those outside may know of how it stands: not how far its money has come, and that
    nothing is published where nothing is, which is not that nobody said anything."""
    kept_back = {"unfunded"} if spoken_of else {"unfunded", "silent"}
    return replace(
        how, unfunded=None, silent=how.silent if spoken_of else None,
        because=tuple(
            (question, Reason(code=Code.NOT_PUBLISHED) if question in kept_back else why)
            for question, why in how.because
        ),
    )  # fmt: skip


def decided(heard: Iterable[Status]) -> dict[int, tuple[str, Scope | None]]:
    """Key -> (what a colleague would do with it, what of it another body covers)."""
    found: dict[int, tuple[str, Scope | None]] = {}
    for one in heard:
        if one.version is not None:
            continue
        covered, left = tuple(one.covered), tuple(one.left)
        scope = Scope(covered=covered, left=left, sure=True) if covered or left else None
        found[one.provision_id or 0] = (one.disposition, scope)
    return found


def proposed_in_papers(heard: Iterable[Status], at: datetime.date | None) -> dict[int, Proposed]:
    """Key -> what the last paper that says so would do with it; `at`: of papers until that day. A
    paper without a date goes before all that have one."""
    told = [
        (one.version.document.dated or datetime.date.min, one.pk, one)
        for one in heard
        if one.version is not None and one.disposition
    ]
    return {
        one.provision_id or 0: Proposed(one.disposition)
        for dated, _, one in sorted(told, key=lambda each: each[:2])
        if at is None or dated <= at
    }


def renewals(held: Mapping[int, Kept], who: Reader) -> dict[int, int]:
    """Key -> how often it was renewed."""
    behind = {chain[-1].name: len(chain) - 1 for chain in chains(family(held, who))}
    return {key: behind.get(one.name, 0) for key, one in held.items()}


def family(held: Mapping[int, Kept], who: Reader) -> tuple[Kept, ...]:
    """Provisions with all that they renew."""
    found, last = dict(held), list(held.values())
    while names := {name for one in last for name in one.renews}:
        more = Provision.objects.filter(name__in=names).exclude(pk__in=found)
        new = together(list(more.values_list("pk", flat=True)), who)
        found |= new
        last = list(new.values())
    return tuple(found.values())


def together(keys: Sequence[int], who: Reader) -> dict[int, Kept]:
    """Provisions by their keys, however many, so many at once."""
    found: dict[int, Kept] = {}
    for start in range(0, len(keys), AT_ONCE):
        found |= record.kept(keys[start : start + AT_ONCE], who)
    return found


def unfunded(by: str | None, *, page: int | None = 1) -> Listed[Unfunded]:
    """The mandates that depend on money which never came, those renewed most often first. It is
    told inside."""
    who = reader(by)
    if not inside(who):
        return whole((), page)
    return whole(
        once(("unfunded", audience(who)), lambda: ledger(family(together(wanting(who), who), who))),
        page,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """A mandate without money, in one line of plain values."""

    name: str
    chain: tuple[str, ...]
    renewed: int
    since: str
    conditions: tuple[tuple[str, str], ...]
    """(words, how far the money has come)."""
    sure: bool


def wanting_line(one: Unfunded) -> Wanting:
    """The same of a chain."""
    return Wanting(
        name=one.name, chain=one.chain, renewed=one.renewed, since=one.since or "",
        conditions=tuple((each.words, str(each.funding)) for each in one.conditions),
        sure=one.sure,
    )  # fmt: skip


def wanting(who: Reader) -> list[int]:
    """The keys of the provisions that depend on something."""
    listed = seen(Provision.objects.filter(conditions__isnull=False), who).distinct()
    return list(listed.order_by("pk").values_list("pk", flat=True))
