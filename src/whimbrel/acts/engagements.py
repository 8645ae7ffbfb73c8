"""Record engagements by hand, correct them, and attach what shows them."""

import hashlib
from collections.abc import Mapping

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.entering import shown
from whimbrel.acts.given import bodies, countries, period, precision
from whimbrel.acts.held import changed, held, only
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, Engagement, Paragraph, Part, Person, Place, Provision
from whimbrel.register.names import about

FIELDS = (
    "title", "kind", "state", "since", "until", "place", "mode", "role", "level", "outcome",
    "support", "training", "logistics", "recurring", "consent", "umbrella", "species", "themes",
    "regions",
)  # fmt: skip


@act("engagements.record", verb="record")
def record(
    by: Person, title: str, *, kind: str, partners: tuple[str, ...],
    organisers: tuple[str, ...] = (), state: str = "done", since: str = "", until: str = "",
    place: str = "", venue_country: str = "", countries_concerned: tuple[str, ...] = (),
    provisions: tuple[str, ...] = (), mode: str = "", role: str = "", level: str = "",
    species: tuple[str, ...] = (), themes: tuple[str, ...] = (), regions: tuple[str, ...] = (),
    outcome: str = "", support: str = "", training: bool = False, logistics: str = "",
    recurring: str = "", parent: str = "", umbrella: bool = False, consent: str = "",
    evidence: tuple[str, ...] = (),
) -> Done[str]:  # fmt: skip
    """Record something that was done with partners. Its key.

    `parent`: the event that it was part of, by its key; `umbrella`: it only announces others;
    `evidence`: addresses of documents that show it.
    """
    one = entered(
        by, title, key=key_of(title, since, partners), kind=kind, partners=bodies(partners),
        organisers=bodies(organisers), since=since, until=until,
        venue_country=venue_country, countries_concerned=countries_concerned,
        provisions=tuple(named_provision(name) for name in provisions), evidence=evidence,
        values={
            "state": state, "place": place, "mode": mode, "role": role, "level": level,
            "species": list(species), "themes": list(themes), "regions": list(regions),
            "outcome": outcome, "support": support, "training": training, "logistics": logistics,
            "recurring": recurring, "umbrella": umbrella, "consent": consent,
            "parent": held(Engagement, parent) if parent else None,
        },
    )  # fmt: skip
    return Done(value=one.key, about=about(one), open={"kind": kind}, kept=(one,))


def entered(
    by: Person, title: str, *, key: str, kind: str, partners: tuple[Body, ...],
    organisers: tuple[Body, ...] = (), since: str = "", until: str = "", venue_country: str = "",
    countries_concerned: tuple[str, ...] = (), provisions: tuple[Provision, ...] = (),
    evidence: tuple[str, ...] = (), values: Mapping[str, object],
) -> Engagement:  # fmt: skip
    """A new engagement with its parts, places and evidence. `values`: its other fields. Refused
    where the record has it already."""
    if not title.strip() or not (partners or organisers):
        raise Refused(_("an engagement has a title and a partner"))
    period(since, until)
    venue, concerned = countries((venue_country,)), countries(countries_concerned)
    if Engagement.objects.filter(key=key).exists():
        raise Refused(_("the record has this engagement already: same title, date and partners"))
    one = Engagement.objects.create(
        key=key, title=title.strip(), kind=kind, since=since, until=until or since,
        precision=precision(since), recorded_by=by, recorded_at=timezone.now(), **values,
    )  # fmt: skip
    for part, several in (("partner", partners), ("organiser", organisers)):
        for body in several:
            Part.objects.create(engagement=one, body=body, role=part)
    for role_, codes in ((Place.Role.VENUE, venue), (Place.Role.CONCERNED, concerned)):
        for code in codes:
            Place.objects.create(engagement=one, country=code, role=role_)
    for address in evidence:
        shown(one, address, "", "paragraph", by)
    one.provisions.add(*provisions)
    return one


def key_of(title: str, since: str, partners: tuple[str, ...]) -> str:
    """The key of an engagement that a person records."""
    return hashlib.sha256("\n".join((title, since, *partners)).encode()).hexdigest()


@act("engagements.attach_evidence", verb="record")
def attach_evidence(by: Person, key: str, address: str, *, words: str = "") -> Done[str]:
    """Attach to an engagement the address in a document that shows it."""
    one = held(Engagement, key)
    if not address.strip():
        raise Refused(_("name the document that shows it, or the address of its paragraph"))
    symbol, mark, eid = address.strip().partition("#")
    paragraphs = Paragraph.objects.filter(version__document__symbol=symbol)
    if mark and eid and paragraphs.exists() and not paragraphs.filter(eid=eid).exists():
        told = _("%(symbol)s is on record, and has no paragraph %(eid)s")
        raise Refused(told % {"symbol": symbol, "eid": eid})
    shown(one, address.strip(), words, "paragraph", by)
    return Done(value=address, about=about(one), open={"address": address}, kept=(one,))


@act("engagements.correct", verb="record")
def correct(by: Person, key: str, values: Mapping[str, object], *, seen: int) -> Done[int]:
    """Correct fields of an engagement. Overtaken where somebody else changed it since."""
    only(values, FIELDS)
    one, whole = held(Engagement, key), dict(values)
    since, until = (str(whole.get(field, getattr(one, field))) for field in ("since", "until"))
    period(since, until)
    if "since" in whole:
        whole["precision"] = precision(since)
    for field in ("species", "themes", "regions"):
        given = whole.get(field)
        if isinstance(given, tuple):
            whole[field] = list(given)
    if "title" in whole and not str(whole["title"]).strip():
        raise Refused(_("an engagement has a title and a partner"))
    told = changed(one, whole, seen)
    figures = {"fields": sorted(values)}
    return Done(value=one.change, about=about(one), open=figures, change=told, kept=(one,))


@act("engagements.link", verb="record")
def link(by: Person, key: str, provision: str) -> Done[str]:
    """Say that an engagement answers a provision."""
    one, asked = held(Engagement, key), named_provision(provision)
    if one.provisions.filter(pk=asked.pk).exists():
        raise Refused(_("it is linked to %(name)s already") % {"name": asked.name})
    one.provisions.add(asked)
    figures = {"provision": asked.name}
    return Done(value=asked.name, about=about(one), open=figures, kept=(one, asked))


@act("engagements.unlink", verb="record")
def unlink(by: Person, key: str, provision: str) -> Done[str]:
    """Say that an engagement does not answer a provision after all."""
    one, asked = held(Engagement, key), named_provision(provision)
    if not one.provisions.filter(pk=asked.pk).exists():
        raise Refused(_("it is not linked to %(name)s") % {"name": asked.name})
    one.provisions.remove(asked)
    figures = {"provision": asked.name, "linked": False}
    return Done(value=asked.name, about=about(one), open=figures, kept=(one, asked))


def named_provision(name: str) -> Provision:
    """A provision by its name. Refused where there is none, or more than one."""
    return held(Provision, name)
