"""Questions on synergy that are asked of the record: where mandates meet, where cooperation is
missing, who is shared, what clashes. Each answer has its rule, its day and what it was asked of."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

from whimbrel.queries import joined
from whimbrel.queries.countries import countries as known
from whimbrel.queries.datasets import assertions
from whimbrel.queries.once import once
from whimbrel.queries.scope import Reader, audience, reader
from whimbrel.synergy import joint as given
from whimbrel.synergy import money
from whimbrel.synergy.absent import absent as without
from whimbrel.synergy.creatures import creatures as named
from whimbrel.synergy.matter import Matter, Ref
from whimbrel.synergy.overlap import Overlap, overlaps
from whimbrel.synergy.parties import matrix as paired
from whimbrel.synergy.partners import shared, tied
from whimbrel.synergy.places import Held, dated, of_country
from whimbrel.synergy.places import countries as held
from whimbrel.synergy.places import memberships as of_members
from whimbrel.synergy.programme import candidates
from whimbrel.synergy.reporting import one_answer
from whimbrel.synergy.sessions import meets
from whimbrel.synergy.status import standings
from whimbrel.synergy.vague import vague

A = TypeVar("A", bound=given.Answered)


def answered(
    kind: type[A], question: str, whom: str | None, today: datetime.date | None,
    rows: Callable[[Reader, Matter], tuple[Any, ...]], about: str = "",
) -> A:  # fmt: skip
    """An answer, worked out once after each act for all who see the same."""
    who, at = reader(whom), today or datetime.datetime.now(tz=datetime.UTC).date()

    def made() -> A:
        matter = joined.matter(who, at)
        return kind(  # type: ignore[call-arg]
            question=question,
            about=about,
            own=matter.own,
            at=at,
            counted=given.counted(matter),
            rows=rows(who, matter),
        )

    return once(("joint", question, about, audience(who), at), made)


def mandates(by: str | None, *, today: datetime.date | None = None) -> given.Mandates:
    """Where provisions in force of two conventions meet: which may duplicate each other and which
    add to each other, with the words that show it."""
    return answered(given.Mandates, "mandates", by, today, met)


def met(who: Reader, matter: Matter) -> tuple[Overlap, ...]:
    """The pairs with one of ours; other answers are made of them too."""
    key = ("joint pairs", audience(who), matter.at)
    return once(key, lambda: overlaps(matter.asked, own=matter.own))


def absent(by: str | None, *, today: datetime.date | None = None) -> given.Absences:
    """Mandates for cooperation to which no engagement is linked."""
    return answered(given.Absences, "absent", by, today, lambda _who, one: without(one))


def partners(by: str | None, *, today: datetime.date | None = None) -> given.Partners:
    """Partners that two conventions or more share."""
    return answered(given.Partners, "partners", by, today, lambda _who, one: shared(one))


def network(by: str | None, *, today: datetime.date | None = None) -> given.Network:
    """Which partners meet in which processes, and how often."""
    return answered(given.Network, "network", by, today, lambda _who, one: tied(one))


def countries(by: str | None, *, today: datetime.date | None = None) -> given.Countries:
    """Countries in which events were held, or which they concerned."""
    return answered(given.Countries, "countries", by, today, lambda _who, one: held(one))


def memberships(by: str | None, *, today: datetime.date | None = None) -> given.Memberships:
    """Treaties by the Parties that they share, from the data sets that the house keeps."""
    return answered(given.Memberships, "memberships", by, today, members)


def members(who: Reader, matter: Matter) -> tuple[given.Membership, ...]:
    """Every pair of the treaties of which data are kept."""
    kept = assertions(who.email or None)
    treaties = sorted({one.treaty for one in kept})
    told = paired(kept, treaties, matter.at)
    refs = tuple(Ref(kind="dataset", name=each.name, words=dated(each)) for each in told.sources)
    return tuple(
        given.Membership(one=each.one, other=each.other, shared=each.shared, sources=refs)
        for each in told.rows
    )


def on_country(who: Reader, matter: Matter, code: str) -> tuple[Held, ...]:
    """How it stands to the treaties of which data are kept, then what the record says of it."""
    kept = [one for one in assertions(who.email or None) if one.party == code]
    stands = standings(kept, matter.at)
    listed = sorted(stands.values(), key=lambda one: one.treaty)
    return (*of_members(listed), *of_country(matter, code))


def country(
    by: str | None, code: str, *, today: datetime.date | None = None
) -> given.OfCountry | None:
    """All that is on record of a country by its code: provisions that name it, meetings, events.
    None for a code that is none."""
    if code not in known():
        return None
    return answered(
        given.OfCountry,
        "country",
        by,
        today,
        lambda who, one: on_country(who, one, code),
        about=code,
    )


def creatures(by: str | None, *, today: datetime.date | None = None) -> given.Creatures:
    """Species with their provisions, initiatives, documents, partners and engagements."""
    return answered(given.Creatures, "creatures", by, today, lambda _who, one: named(one))


def reports(by: str | None, *, today: datetime.date | None = None) -> given.Mandates:
    """Reporting obligations and indicators that one answer could serve."""
    return answered(given.Mandates, "reports", by, today, lambda _who, one: one_answer(one.asked))


def unnumbered(by: str | None, *, today: datetime.date | None = None) -> given.Targets:
    """References to the targets of a plan without a number."""
    return answered(
        given.Targets, "unnumbered", by, today,
        lambda who, one: vague(one.asked, joined.passages(who)),
    )  # fmt: skip


def funding(by: str | None, *, today: datetime.date | None = None) -> given.Ties:
    """Funding programmes tied to provisions that depend on resources."""
    return answered(given.Ties, "funding", by, today, lambda _who, one: money.funding(one))


def assessments(by: str | None, *, today: datetime.date | None = None) -> given.Ties:
    """Assessments tied to the decisions that they answer, in whole or in part."""
    return answered(given.Ties, "assessments", by, today, lambda _who, one: money.assessments(one))


def programme(by: str | None, *, today: datetime.date | None = None) -> given.Programme:
    """Candidates for a joint work programme between two secretariats, with reasons."""
    return answered(
        given.Programme, "programme", by, today,
        lambda who, one: candidates(one, met(who, one), shared(one), named(one)),
    )  # fmt: skip


def calendar(by: str | None, *, today: datetime.date | None = None) -> given.Calendar:
    """Meetings and events that clash, or could be held back to back."""
    return answered(given.Calendar, "calendar", by, today, lambda _who, one: meets(one.sessions))


QUESTIONS: dict[str, Callable[..., Any]] = {
    "mandates": mandates, "absent": absent, "partners": partners, "network": network,
    "countries": countries, "memberships": memberships, "creatures": creatures,
    "reports": reports, "unnumbered": unnumbered,
    "funding": funding, "assessments": assessments, "programme": programme, "calendar": calendar,
}  # fmt: skip
"""Question -> who answers it; that on one country is asked with its code."""
