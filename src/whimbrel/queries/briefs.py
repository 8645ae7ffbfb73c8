"""Other papers of the record: the implementation table, what is recommended for deletion, the
profile of a partner and the brief before meeting it, the brief on a country, the answer on one
provision. They are for the office: what a paper tells of an engagement is more than its public
part."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from whimbrel.queries import gathering, joint_papers
from whimbrel.queries import matter as gathered
from whimbrel.queries.contributed import given_to
from whimbrel.queries.countries import countries
from whimbrel.queries.drafting import Line, printed
from whimbrel.queries.mandates import provision
from whimbrel.queries.papers import inside
from whimbrel.queries.participation_paper import of_participation
from whimbrel.queries.prints import FORMS, KINDS, File, file_of, safe, spreadsheet
from whimbrel.queries.reports import house
from whimbrel.queries.schemes_papers import OPEN, SCHEMES
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.register.models import Body, Engagement, Meeting, Position, Provision
from whimbrel.reporting import papers
from whimbrel.reporting.matter import Gathering, Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.phrases import plain
from whimbrel.reporting.text import Text
from whimbrel.writing.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A paper as a page shows it."""

    kind: str
    about: str
    language: str
    title: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, ...], ...]
    """For a spreadsheet: its heading first. Empty for a paper that is no table."""
    gaps: tuple[str, ...]
    """Notes to who writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A paper as its page shows it."""

    brief: Brief
    figures: tuple[Figure, ...]


LANGUAGES = ("en", "fr", "es")
BIGGEST = 40
"""So many engagements are told one by one under a heading of a brief."""


def brief(by: str | None, kind: str, about: str = "", *, language: str = "en") -> Brief | None:
    """A paper of a kind (table, deletion, partner, meeting, country, synergy, answer, applicants,
    observers, participation, contributions) about a record, in a language. None where there is no
    such kind or record, and outside the office. `about`: the key of a body, the code of a country,
    the path of a provision, the short name of a meeting; of `synergy`, acronyms of conventions with
    commas between them. Also schemes, process, options and decision, about names with commas
    between them: see `queries.schemes_papers`."""
    shown = opened(by, kind, about, language=language)
    return shown.brief if shown else None


def opened(by: str | None, kind: str, about: str = "", *, language: str = "en") -> Opened | None:
    """The same with its figures, composed once for both."""
    one = paper(reader(by), kind, about, language)
    if one is None:
        return None
    document = one.laid().document
    made = Brief(
        kind=kind, about=about, language=language,
        title=one.matter.title.anyhow(language), lines=printed(document), rows=one.rows,
        gaps=tuple(note for each in one.pieces for note in each.gap.split("\n") if note),
    )  # fmt: skip
    return Opened(brief=made, figures=tuple(one.figures.values()))


def brief_file(
    by: str | None, kind: str, about: str, form: str, *, language: str = "en"
) -> File | None:
    """The same as a file; None where there is none. A spreadsheet of those that are tables."""
    one = paper(reader(by), kind, about, language)
    if one is None or form not in (*FORMS, "xlsx"):
        return None
    title = one.matter.title.anyhow(language)
    if form == "xlsx":
        if not one.rows:
            return None
        data = spreadsheet(title, one.rows)
        return File(name=safe(f"{title}.xlsx"), kind=KINDS["xlsx"], data=data)
    laid = one.laid()
    return file_of(laid.document, form, title, figures=one.drawn(laid))


def paper(who: Reader, kind: str, about: str, language: str) -> Paper | None:
    """A paper of a kind; None where there is none to be seen."""
    if language not in LANGUAGES or (kind not in OPEN and not inside(who)):
        return None
    if kind in SCHEMES:
        return SCHEMES[kind](bare(who, language), about)
    if kind not in MAKERS:
        return None
    return MAKERS[kind](who, about, language)


def bare(who: Reader, language: str) -> Matter:
    """A matter of no meeting, with nothing in it yet."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return Matter(
        language=language, meeting=Gathering(short=""), title=Text(), date=today, house=house(who),
        original=language, told=BIGGEST,
    )  # fmt: skip


def filled(matter: Matter, asked: QuerySet[Provision], done: Q, who: Reader) -> Matter:
    """A matter with provisions and engagements."""
    keys = Engagement.objects.filter(done).values("pk")
    listed = seen(Engagement.objects.all(), who).filter(pk__in=keys)
    at = matter.date or datetime.datetime.now(tz=datetime.UTC).date()
    return replace(matter, promises=gathered.promises(asked, who, at), deeds=gathered.deeds(listed))


def in_effect(who: Reader) -> QuerySet[Provision]:
    """The provisions that are in effect today."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return seen(Provision.objects.all(), who).exclude(until__lt=today)


def table(who: Reader, about: str, language: str) -> Paper:
    """Every provision in effect; those of one meeting where it is named."""
    asked = in_effect(who)
    if about:
        asked = asked.filter(instrument__meeting__short=about)
    done = Q(provisions__in=asked.values("pk"))
    return papers.table(filled(bare(who, language), asked, done, who))


def deletion(who: Reader, about: str, language: str) -> Paper:
    """What is recommended for deletion."""
    asked = in_effect(who)
    if about:
        asked = asked.filter(instrument__meeting__short=about)
    return papers.deletion(filled(bare(who, language), asked, Q(pk__in=()), who))


def with_partner(who: Reader, key: str, language: str) -> Matter | None:
    """Everything with one body."""
    body = seen(Body.objects.filter(key=key), who).first()
    if body is None:
        return None
    done = Q(parts__body=body)
    asked = seen(Provision.objects.all(), who).filter(
        pk__in=Engagement.objects.filter(done).values("provisions")
    )
    views = gathered.views(seen(Position.objects.all(), who).filter(body=body))
    return replace(
        filled(bare(who, language), asked, done, who), accords=gathered.accords(who, "", ""),
        views=tuple(replace(one, body=key) for one in views),
    )  # fmt: skip


def partner(who: Reader, key: str, language: str) -> Paper | None:
    """The profile of a partner."""
    matter = with_partner(who, key, language)
    return named(papers.profile(matter, key), "paper.partner", key) if matter else None


def meeting(who: Reader, key: str, language: str) -> Paper | None:
    """The brief before a meeting with a partner."""
    matter = with_partner(who, key, language)
    return named(papers.brief(matter, key), "paper.brief", key) if matter else None


def named(one: Paper, phrase: str, key: str) -> Paper:
    """The paper under the name of the body, also where nothing was done with it yet."""
    body = Body.objects.get(key=key)
    language = one.matter.language
    name = gathered.named(body).name.anyhow(language)
    title = plain(language, phrase, name=name)
    return replace(one, matter=replace(one.matter, title=Text(said=((language, title),))))


def country(who: Reader, code: str, language: str) -> Paper | None:
    """The brief on a country."""
    if code not in countries():
        return None
    done = Q(places__country=code)
    asked = seen(Provision.objects.all(), who).filter(
        pk__in=Engagement.objects.filter(done).values("provisions")
    )
    told = papers.country(filled(bare(who, language), asked, done, who), code)
    return joint_papers.of_country(who, code, told)


def synergy(who: Reader, about: str, language: str) -> Paper | None:
    """The brief on two conventions or more."""
    return joint_papers.synergy(who, about, bare(who, language))


def answer(who: Reader, path: str, language: str) -> Paper | None:
    """What was done about one provision."""
    one = provision(who.email or None, path)
    if one is None:
        return None
    asked = seen(Provision.objects.filter(name=one.asked.name), who)
    done = Q(provisions__in=asked.values("pk"))
    return papers.asked(filled(bare(who, language), asked, done, who), one.asked.name)


def applicants(who: Reader, short: str, language: str) -> Paper | None:
    """The list of applicants for a meeting, as it goes to the Parties."""
    holder = Meeting.objects.filter(short=short).first()
    if holder is None:
        return None
    rows = [
        papers.Asking(
            key=one.key, name=one.name, country=one.country,
            kind=str(one.values.get("org_type") or ""), scope=str(one.values.get("scope") or ""),
            approval=gathering.approval(one),
        )
        for one in gathering.of_meeting(who, holder)
    ]  # fmt: skip
    return papers.applicants(bare(who, language), holder.short, rows)


def observers(who: Reader, short: str, language: str) -> Paper | None:
    """The list of observers admitted to a meeting."""
    holder = Meeting.objects.filter(short=short).first()
    if holder is None:
        return None
    rows = [
        papers.Admitted(
            key=one.case.key, name=gathered.named(one.body).name.anyhow(language),
            country=one.body.country, status=one.status, since=one.since.isoformat(),
            until=one.until.isoformat() if one.until else "", decided_by=one.decided_by,
        )
        for one in gathering.admitted(who, holder)
    ]  # fmt: skip
    return papers.observers(bare(who, language), holder.short, rows)


def participation(who: Reader, short: str, language: str) -> Paper | None:
    """What bodies that are no Parties did at a meeting, barriers, and what would help."""
    return of_participation(bare(who, language), who, short)


def contributions(who: Reader, short: str, language: str) -> Paper | None:
    """What bodies that are no Parties reported to a meeting of the COP."""
    holder = Meeting.objects.filter(short=short).first()
    if holder is None:
        return None
    matter = replace(bare(who, language), meeting=gathered.gathering(holder))
    return papers.contributions(matter, given_to(who, holder), holder.short)


MAKERS: dict[str, Callable[[Reader, str, str], Paper | None]] = {
    "table": table, "deletion": deletion, "partner": partner, "meeting": meeting,
    "country": country, "synergy": synergy, "answer": answer, "applicants": applicants,
    "observers": observers, "participation": participation, "contributions": contributions,
}  # fmt: skip
"""Kind of paper -> how it is made."""
WHOLE = ("table", "deletion")
"""Kinds that are about no record in particular."""
