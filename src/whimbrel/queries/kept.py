"""Provisions as the rooms below take them: with their time, their money, what was said of them and
what they renew."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, Q, QuerySet

from whimbrel.engagements.coverage import Became, Deed, Output, Said, Source
from whimbrel.mandates.kept import Funding, Judged, Kept, Limit, Nature, Session
from whimbrel.queries.glance import asked_of
from whimbrel.queries.narrowing import spoken
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside, shows, unseen
from whimbrel.queries.scope import Reader, few
from whimbrel.register import models as register
from whimbrel.register.models import (
    Engagement,
    Evidence,
    Meeting,
    Provision,
    Status,
    Succession,
)
from whimbrel.register.names import SHORT

RENEWED = frozenset({"renewed-verbatim", "renewed-amended", "merged", "split", "replaced"})
"""How a provision goes on in another; one that is unrelated does not."""
NATURES = {"decision": Nature.DECISION, "resolution": Nature.RESOLUTION}


def sessions() -> tuple[Session, ...]:
    """Every meeting with its days; worked out once after each act."""
    return once("sessions", met)


def met() -> tuple[Session, ...]:
    """The same, from the record."""
    rows = Meeting.objects.order_by("starts").values_list("pk", "short", "starts", "ends")
    adopted_something = frozenset(
        register.Instrument.objects.exclude(meeting=None).values_list("meeting", flat=True)
    )
    return tuple(
        Session(short=short, starts=starts, ends=ends, results=key in adopted_something)
        for key, short, starts, ends in rows
    )


def adopted(number: str, kind: str, meeting: str | None) -> str | None:
    """The meeting that adopted it: as it is on record; else, of a decision, that of its series.
    None where neither tells."""
    if meeting:
        return meeting
    series = re.match(r"(\d+)\.", number)
    return f"COP{series[1]}" if series and kind == "decision" else None


FIELDS = (
    "pk", "name", "text", "since", "until", "due", "instrument__number", "instrument__kind",
    "instrument__meeting__short", "instrument__since", "instrument__until",
)  # fmt: skip


def kept(
    keys: Sequence[int], who: Reader, heard: Iterable[tuple[int, Said]] | None = None
) -> dict[int, Kept]:
    """Key -> provision, in the order of the keys, with what its reader may know of it. `heard`: the
    statements on them, where they were gathered already."""
    money, said = limits(keys), judged(statements(keys, who) if heard is None else heard)
    before, after = links(keys, who)
    found: dict[int, Kept] = {}
    rows = Provision.objects.filter(pk__in=keys).order_by().values_list(*FIELDS)
    for key, name, text, since, until, due, number, kind, meeting, first, last in rows:
        found[key] = Kept(
            name=name, nature=NATURES.get(kind, Nature.OTHER), instrument=number, text=text,
            adopted=adopted(number, kind, meeting), since=since or first, until=until or last,
            due=tuple(code for code in due.split("; ") if code), conditions=tuple(money[key]),
            renews=tuple(before[key]), renewed_by=tuple(after[key]), statuses=tuple(said[key]),
        )  # fmt: skip
    return {key: found[key] for key in keys if key in found}


def conditions(keys: Sequence[int]) -> tuple[tuple[int, str, str, str], ...]:
    """(key, words, kind, how far the money has come) of the conditions of provisions, as they
    stand."""

    def rows() -> tuple[tuple[int, str, str, str], ...]:
        listed = register.Condition.objects.filter(provision__in=keys).order_by("pk")
        return tuple(listed.values_list("provision", "words", "kind", "funding"))

    return asked_of("conditions", keys, rows)


def limits(keys: Sequence[int]) -> defaultdict[int, list[Limit]]:
    """The conditions of each, and how far their money has come."""
    found: defaultdict[int, list[Limit]] = defaultdict(list)
    for key, words, kind, funding in conditions(keys):
        found[key].append(Limit(words=words, kind=kind, funding=Funding(funding)))
    return found


def judged(heard: Iterable[tuple[int, Said]]) -> defaultdict[int, list[Judged]]:
    """What was said of each."""
    found: defaultdict[int, list[Judged]] = defaultdict(list)
    for key, one in heard:
        address = one.addresses[0] if one.addresses else ""
        found[key].append(Judged(status=str(one.status), at=one.at, address=address))
    return found


LARGE = ("file", "tree", "rows")
"""What is large of a version: its file and the tree of it. Nothing here needs those."""


def of(fields: tuple[str, ...]) -> list[str]:
    """Fields of the version that something points to."""
    return [f"version__{name}" for name in fields]


def statuses(which: Q, who: Reader) -> QuerySet[Status]:
    """What people and documents said, in the order in which it was entered."""
    listed = spoken(who).filter(which).select_related("version__document", "by")
    return listed.defer(*of(LARGE)).order_by("pk")


def statuses_of(keys: Sequence[int], who: Reader) -> tuple[Status, ...]:
    """What they said of provisions."""
    return asked_of(("statements", who), keys, lambda: tuple(statuses(Q(provision__in=keys), who)))


def statements(keys: Sequence[int], who: Reader) -> list[tuple[int, Said]]:
    """(key, statement) of all that people and documents said of provisions, the oldest first."""
    made = [(one.provision_id or 0, said(one)) for one in statuses_of(keys, who)]
    return sorted(made, key=lambda pair: pair[1].at or datetime.date.min)


def said(one: Status) -> Said:
    """One statement, as the rooms below take it."""
    if one.version is None:
        return Said(
            status=Became(one.status), source=Source.PERSON, reason=one.reason,
            at=one.at.date() if one.at else None, who=one.by.name if one.by else "",
            addresses=tuple(one.evidence),
        )  # fmt: skip
    symbol = one.version.document.symbol
    return Said(
        status=became(one.status), source=Source.DOCUMENT if one.stated else Source.READING,
        at=one.version.document.dated, who=symbol, reason=one.reason,
        addresses=(*(f"{symbol}#{place(each)}" for each in one.paragraphs), *one.evidence),
    )  # fmt: skip


def became(status: str) -> Became:
    """A status as a document has it; one that is none of ours says nothing."""
    known = {str(one) for one in Became}
    return Became(status) if status in known else Became.SILENT


def place(paragraph: object) -> str:
    """`40` is the paragraph `para_40`; other places are addresses already."""
    return f"para_{paragraph}" if str(paragraph).isdecimal() else str(paragraph)


def links(
    keys: Sequence[int], who: Reader
) -> tuple[defaultdict[int, list[str]], defaultdict[int, list[str]]]:
    """(what each renews, what it was renewed by), as people confirmed; outside, of provisions that
    the reader may see."""
    before: defaultdict[int, list[str]] = defaultdict(list)
    after: defaultdict[int, list[str]] = defaultdict(list)
    confirmed = Succession.objects.filter(
        state=Succession.State.CONFIRMED, label__in=RENEWED, new__isnull=False
    ).order_by("pk")
    earlier = list(confirmed.filter(new__in=keys).values_list("new", "old", "old__name"))
    later = list(confirmed.filter(old__in=keys).values_list("old", "new", "new__name"))
    ends = {end or 0 for _, end, _ in (*earlier, *later)}
    allowed = ends if inside(who) else set(few(Provision, ends, who))
    for found, pairs in ((before, earlier), (after, later)):
        for key, end, name in pairs:
            if end in allowed:
                found[key or 0].append(name or "")
    return before, after


def outputs(keys: Sequence[int], who: Reader) -> defaultdict[int, list[Output]]:
    """What each asks to be produced; where it is shown, as far as a reader may see that."""
    return asked_of(("outputs", who), keys, lambda: produced(keys, who))


def produced(keys: Sequence[int], who: Reader) -> defaultdict[int, list[Output]]:
    """The same, from the record."""
    found: defaultdict[int, list[Output]] = defaultdict(list)
    listed = register.Output.objects.filter(provision__in=keys).order_by("pk")
    rows = list(listed.values_list("provision", "kind", "words", "done", "shown"))
    hidden = unseen((row[4] for row in rows), who)
    for key, kind, words, done, shown in rows:
        address = "" if shown in hidden else shown
        found[key].append(Output(kind=kind, words=words, done=done, shown=address))
    return found


def deeds(keys: Sequence[int], who: Reader) -> defaultdict[int, list[Deed]]:
    """The engagements that answer each, of those that a reader may see."""
    found: defaultdict[int, list[Deed]] = defaultdict(list)
    pairs = linked(keys, who)
    made = {
        one.pk: Deed(
            key=one.key[:SHORT], state=one.state, since=one.since, umbrella=one.umbrella,
            addresses=tuple(each.address for each in one.evidence.all()),
        )
        for one in engagements(pairs, who)
    }  # fmt: skip
    for key, each in pairs:
        found[key].append(made[each])
    return found


def linked(keys: Sequence[int], who: Reader) -> tuple[tuple[int, int], ...]:
    """(key, key of an engagement that answers it), of those that a reader may see."""
    return asked_of(("linked", who), keys, lambda: paired(keys, who))


def paired(keys: Sequence[int], who: Reader) -> tuple[tuple[int, int], ...]:
    """The same, from the record."""
    through = Engagement.provisions.through.objects.filter(provision__in=keys).order_by("pk")
    pairs = tuple(through.values_list("provision", "engagement"))
    allowed = set(few(Engagement, {each for _, each in pairs}, who))
    return tuple(pair for pair in pairs if pair[1] in allowed)


def engagements(pairs: Sequence[tuple[int, int]], who: Reader) -> tuple[Engagement, ...]:
    """Engagements that were found to answer provisions, with the evidence that a reader may see."""
    if not pairs:
        return ()
    return asked_of(("engagements", who), pairs, lambda: tuple(with_evidence(pairs, who)))


def with_evidence(pairs: Sequence[tuple[int, int]], who: Reader) -> QuerySet[Engagement]:
    """The same as a question."""
    evidence = Prefetch("evidence", shows(Evidence.objects.order_by("id"), who))
    keys = {each for _, each in pairs}
    return Engagement.objects.filter(pk__in=keys).prefetch_related(evidence)
