"""The paper on participation in a meeting, made of the record."""

from collections import Counter
from decimal import Decimal

from whimbrel.admission.participation import JOIN, Priced, costs
from whimbrel.queries import barriers, mechanisms, suggestions
from whimbrel.queries import participation as took
from whimbrel.queries.scope import Reader
from whimbrel.register.models import Meeting
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers import participation as written
from whimbrel.reporting.papers.participation import Relied, Told, Took, Would


def of_participation(matter: Matter, who: Reader, short: str) -> Paper | None:
    """The paper on a meeting; None where there is no such meeting."""
    if not Meeting.objects.filter(short=short).exists():
        return None
    return written(matter, told(who.email, short))


def told(email: str, short: str) -> Told:
    """What the record has on participation in a meeting. Mechanisms and suggestions are of all of
    the convention's meetings."""
    every = mechanisms.mechanisms(email).rows
    would = tuple(
        Would(
            words=one.words, constituencies=one.constituencies, mechanism=one.mechanism_name,
            beside=tuple(each.name for each in one.parallels),
            amount=None if one.amount is None else Decimal(one.amount), currency=one.currency,
        )
        for one in suggestions.suggestions(email).rows
    )  # fmt: skip
    priced = (
        Priced(constituency=JOIN.join(one.constituencies), amount=one.amount, currency=one.currency)
        for one in would
    )
    return Told(
        meeting=short, took=bodies(email, short),
        barriers=barriers.found(email, barriers.Filter(meeting=short)),
        relied=tuple(
            Relied(name=one.name, body=one.body, relied_for=one.relied_for)
            for one in every
            if one.relied
        ),
        undecided=sum(one.relied is None for one in every), would=would, costs=costs(priced),
    )  # fmt: skip


def bodies(email: str, short: str) -> tuple[Took, ...]:
    """Each body with what it did at a meeting."""
    rows = took.participation(email, took.Filter(meeting=short)).rows
    names = dict.fromkeys(one.body for one in rows)
    return tuple(
        Took(
            name=name, did=Counter(one.kind for one in rows if one.body == name),
            records=tuple(f"participation/{one.number}" for one in rows if one.body == name),
        )
        for name in names
    )  # fmt: skip
