"""Engagements and partners: what was done, with whom, and what shows it."""

from dataclasses import dataclass

from whimbrel.queries.people import can
from whimbrel.register.models import Body, Engagement


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An engagement in a list."""

    key: str
    kind: str
    title: str
    partners: tuple[str, ...]
    since: str
    until: str
    place: str
    countries: tuple[str, ...]
    state: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A body in a list."""

    key: str
    name: str
    acronym: str
    kind: str
    engagements: int


def engagements(
    by: str | None, *, partner: str = "", country: str = "", bare: bool = False
) -> tuple[Deed, ...]:
    """Engagements that a person may see, the newest first. `partner`: the key of a body; `country`:
    an ISO code; `bare`: only those that nothing shows. What only announces others is left out."""
    if not can(by, "read"):
        return ()
    listed = Engagement.objects.filter(umbrella=False).prefetch_related(
        "parts__body", "places", "evidence"
    )
    if partner:
        listed = listed.filter(parts__body__key=partner)
    if bare:
        listed = listed.filter(evidence=None)
    rows = (
        Deed(
            key=one.key,
            kind=one.kind,
            title=one.title,
            partners=tuple(dict.fromkeys(str(part.body) for part in one.parts.all())),
            since=one.since,
            until=one.until,
            place=one.place,
            countries=tuple(dict.fromkeys(each.country for each in one.places.all())),
            state=one.state,
            evidence=tuple(each.address for each in one.evidence.all()),
        )
        for one in listed.distinct()
    )
    return tuple(one for one in rows if not country or country in one.countries)


def partners(by: str | None) -> tuple[Partner, ...]:
    """Bodies with whom something was done, those with most first."""
    if not can(by, "read"):
        return ()
    listed = Body.objects.filter(parts__engagement__umbrella=False, ours=False).distinct()
    rows = [
        Partner(
            key=one.key,
            name=one.name,
            acronym=one.acronym,
            kind=one.kind,
            engagements=one.parts.filter(engagement__umbrella=False)
            .values("engagement").distinct().count(),
        )
        for one in listed
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda one: (-one.engagements, one.name)))
