"""Gather the matter of a paper from the record: provisions with what became of them, what was done,
agreements, positions, campaigns and drafts, as the rooms below take them."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.db.models import Q, QuerySet
from django.utils import translation

from whimbrel.facts import load
from whimbrel.mandates.kept import Limit, Nature
from whimbrel.queries import kept as record
from whimbrel.queries.countries import country_name
from whimbrel.queries.headings import often, theme
from whimbrel.queries.papers import inside
from whimbrel.queries.scope import Reader, seen
from whimbrel.queries.standing import Stands, standings
from whimbrel.register import models as register
from whimbrel.register.models import (
    Agreement,
    Body,
    Campaign,
    Document,
    Draft,
    Engagement,
    Meeting,
    Paragraph,
    Position,
    Provision,
    Reading,
)
from whimbrel.register.names import SHORT
from whimbrel.reporting import matter as paper
from whimbrel.reporting.text import Text

LANGUAGES = ("en", "fr", "es")
LARGE = ("version__file", "version__tree", "version__rows")


def text(words: str, language: str = "en") -> Text:
    """Words in the language of the record; no Text for none."""
    return Text(said=((language or "en", words),)) if words else Text()


def in_all(words: str) -> Text:
    """Words of the record that the house may know, such as a source of money: in every language in
    which it has them."""
    found = {"en": words}
    for language in ("fr", "es"):
        with translation.override(language):
            said = translation.gettext(words) if words else ""
        if said != words:
            found[language] = said
    return Text.of(**found)


def gathering(one: Meeting) -> paper.Gathering:
    """A meeting as it is printed."""
    places = {}
    for language in LANGUAGES:
        country = country_name(one.country, language) if one.country else ""
        places[language] = ", ".join(filter(None, (one.venue, country or "")))
    return paper.Gathering(
        short=one.short, place=Text.of(**places), starts=one.starts, ends=one.ends
    )


def before(one: Meeting) -> Meeting | None:
    """The meeting of the same series before it."""
    series = one.short.rstrip("0123456789")
    if one.starts is None or series == one.short:
        return None
    listed = Meeting.objects.filter(short__startswith=series, starts__lt=one.starts)
    return listed.order_by("-starts").first()


def named(one: Body) -> paper.Named:
    """A body with its names in the languages they are known in."""
    names = {"en": one.name}
    for each in one.names.all():
        known = names.get(each.language, "")
        if each.language in LANGUAGES and each.language != "en" and len(each.name) > len(known):
            names[each.language] = each.name
    return paper.Named(key=one.key, name=Text.of(**names), acronym=Text.of(en=one.acronym))


def promises(
    listed: QuerySet[Provision], who: Reader, at: datetime.date
) -> tuple[paper.Promise, ...]:
    """Provisions with what became of them, in the order of their numbers."""
    whole = list(listed.select_related("instrument__meeting", "version", "assigned"))
    whole.sort(key=lambda one: numbers(one.name))
    stand = {
        one.asked.name: one for one in standings([one.pk for one in whole], who, at, late=True)
    }
    held = record.kept([one.pk for one in whole], who)
    limits = record.limits([one.pk for one in whole])
    pointers = pointed(
        address for one in stand.values() for address in one.answer.evidence if "#" not in address
    )
    return tuple(
        promise(one, stand[one.name], held[one.pk].renews, limits[one.pk], pointers, who)
        for one in whole
        if one.name in stand
    )


def numbers(name: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts 14.9 before 14.10."""
    parts = name.replace(".", " ").replace("(", " ").split()
    return tuple((int(part), "") if part.isdecimal() else (10**6, part) for part in parts)


def promise(
    one: Provision, stand: Stands, renews: Sequence[str], limits: Sequence[Limit],
    known: dict[str, paper.Pointer], who: Reader,
) -> paper.Promise:  # fmt: skip
    """One provision as the paper takes it."""
    language = (one.version.language if one.version else "") or "en"
    holder = one.instrument
    item = one.name.removeprefix(holder.number).strip()
    elsewhere = [known[each] for each in stand.answer.evidence if each in known]
    return paper.Promise(
        name=one.name,
        instrument=paper.Instrument(
            number=holder.number, nature=record.NATURES.get(holder.kind, Nature.OTHER),
            title=text(holder.title, language),
            adopted=gathering(holder.meeting) if holder.meeting else None,
        ),
        words=text(one.text, language), item=item, chapeau=text(one.chapeau, language),
        directed=text(one.line, language),
        ours=any("Secretariat" in each for each in one.addressees),
        conditions=tuple(limits),
        due=tuple(code for code in one.due.split("; ") if code), answer=stand.answer,
        disposition=stand.proposed, reason_language=language, scope=stand.scope,
        elsewhere=tuple(dict.fromkeys(elsewhere)), lineage=tuple(renews),
        paraphrase=one.paraphrase,
        deleted=one.until is not None and one.until < stand.standing.at,
        assigned=one.assigned.name if one.assigned and inside(who) else "",
    )  # fmt: skip


def pointed(symbols: Iterable[str]) -> dict[str, paper.Pointer]:
    """Documents on record by their symbols; one that is not is pointed to without its title."""
    wanted = {one for one in symbols if "/" in one and not one.startswith("engagement/")}
    titles = dict(Document.objects.filter(symbol__in=wanted).values_list("symbol", "title"))
    return {
        one: paper.Pointer(symbol=one, title=text(titles.get(one, "").capitalize()))
        for one in wanted
    }


def deeds(listed: QuerySet[Engagement], symbol: str = "") -> tuple[paper.Deed, ...]:
    """Engagements as the paper takes them, the oldest first. `symbol`: of the paper itself, which
    does not point to itself."""
    shown = listed.prefetch_related(
        "parts__body__names", "places", "provisions", "evidence"
    ).order_by("since", "pk")  # fmt: skip
    whole = list(shown)
    keys = [one.key for one in whole]
    tongues = dict(
        Reading.objects.filter(kind="engagements", key__in=keys).values_list(
            "key", "version__language"
        )
    )
    known = pointed(
        each.address
        for one in whole
        for each in one.evidence.all()
        if "#" not in each.address and each.address != symbol
    )
    before, common = befores(whole), often(whole)
    return tuple(
        deed(one, tongues.get(one.key, "") or "en", known, before.get(one.pk, ""), common)
        for one in whole
    )


def befores(whole: Iterable[Engagement]) -> dict[int, str]:
    """Key -> the words of its paragraph before the sentence of an engagement; none where it is not
    there word by word."""
    shown = {
        one.pk: (one.sentence, each.address.partition("#"))
        for one in whole
        for each in one.evidence.all()
        if one.sentence and each.words == one.sentence and "#" in each.address
    }
    words = words_of((symbol, eid) for _, (symbol, _, eid) in shown.values())
    return {
        key: before
        for key, (sentence, (symbol, _, eid)) in shown.items()
        for before, found, _ in [words.get((symbol, eid), "").partition(sentence)]
        if found
    }


NO_PARTNERS = frozenset({"campaign", "conference", "event", "project"})
"""Kinds of body that are an occasion, and nobody with whom one works."""


def deed(
    one: Engagement,
    language: str,
    known: dict[str, paper.Pointer],
    before: str,
    common: frozenset[str],
) -> paper.Deed:
    """One engagement. `before`: the words of its paragraph before its sentence; `common`:
    the themes that are headings."""
    parts = [each for each in one.parts.all() if each.body.kind not in NO_PARTNERS]
    # First what shows its sentence.
    shown = sorted(one.evidence.all(), key=lambda each: (each.words != one.sentence, each.pk))
    addresses = tuple(each.address for each in shown)
    return paper.Deed(
        key=one.key[:SHORT], kind=one.kind, title=text(one.title, language),
        sentence=text(one.sentence, language), state=one.state, mode=one.mode,
        partners=tuple(named(each.body) for each in parts if each.role == "partner"),
        organisers=tuple(named(each.body) for each in parts if each.role == "organiser"),
        since=one.since, until=one.until, place=text(one.place, language),
        countries=tuple(dict.fromkeys(each.country for each in one.places.all())),
        provisions=tuple(each.name for each in one.provisions.all()), evidence=addresses,
        at=len(before), before=before,
        pointers=tuple(known[each] for each in addresses if each in known),
        theme=theme(one, common), umbrella=one.umbrella,
    )  # fmt: skip


def accords(who: Reader, since: str, until: str) -> tuple[paper.Accord, ...]:
    """Agreements whose period meets that of the paper, or of which no period is known."""
    listed = seen(Agreement.objects.all(), who).prefetch_related("parties__names", "renewed_by")
    met = [
        one for one in listed
        if not ((since and one.until and one.until < since[: len(one.until)])
                or (until and one.since and one.since > until[: len(one.since)]))
    ]  # fmt: skip
    return tuple(
        paper.Accord(
            key=one.key[:SHORT], name=text(one.name), since=one.since, until=one.until,
            parties=tuple(map(named, one.parties.all())),
            successor=text(successor(one)), address=one.address,
        )
        for one in met
    )  # fmt: skip


def successor(one: Agreement) -> str:
    """What follows an agreement; empty where nothing does. Asked of all agreements at once."""
    return next((str(each) for each in one.renewed_by.all()), "")


def views(listed: QuerySet[Position]) -> tuple[paper.View, ...]:
    """Positions with those who hold them."""
    found = list(listed.select_related("version__document", "body").defer(*LARGE))
    told = words_of((one.version.document.symbol, record.place(one.paragraph)) for one in found)
    return tuple(
        paper.View(
            key=one.key[:SHORT], holder=text(one.holder, one.version.language),
            quote=text(one.quote, one.version.language), address="#".join(place),
            ours=one.body is not None and one.body.ours,
            whole=is_whole(one.quote, told.get(place, "")),
        )
        for one in found
        for place in [(one.version.document.symbol, record.place(one.paragraph))]
    )  # fmt: skip


def is_whole(quote: str, paragraph: str) -> bool:
    """True for words that begin and end where sentences of their paragraph do."""
    before, found, after = paragraph.partition(quote.rstrip(". "))
    ends = not after.strip() or after.lstrip("”»\"' )")[:1] in {".", "!", "?"}
    return bool(found) and ends and before.rstrip()[-1:] in {"", ".", "!", "?", ":"}


def words_of(places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """(symbol, place of a paragraph) -> its words in the newest version."""
    wanted = set(places)
    listed = Paragraph.objects.filter(
        version__document__symbol__in={symbol for symbol, _ in wanted},
        eid__in={eid for _, eid in wanted},
    )
    return {
        (symbol, eid): text
        for symbol, eid, text in listed.order_by("version__number").values_list(
            "version__document__symbol", "eid", "text"
        )
    }


def campaigns(who: Reader, since: str, until: str) -> tuple[paper.Campaign, ...]:
    """Campaigns with their editions of the years of the paper."""
    first, last = int(since[:4] or 0), int(until[:4] or 9999)
    listed = seen(Campaign.objects.all(), who).prefetch_related("themes", "partners__names")
    found = []
    for one in listed:
        editions = tuple(
            paper.Edition(
                key=str(each.year), when=str(each.year), slogan=text(each.theme),
                partners=tuple(map(named, one.partners.all())), address=one.address,
            )
            for each in sorted(one.themes.all(), key=lambda each: each.year)
            if first <= each.year <= last
        )  # fmt: skip
        if editions:
            found.append(paper.Campaign(key=one.key, name=text(one.name), editions=editions))
    return tuple(found)


def drafts(listed: QuerySet[Draft]) -> tuple[paper.Draft, ...]:
    """Drafts with their costs and what they go on from."""
    refused = register.Succession.State.REFUSED
    return tuple(
        paper.Draft(
            key=one.key, words=text(one.text), directed=text(one.line), heading=text(one.heading),
            items=tuple(
                paper.DraftItem(label=label, words=text(words)) for label, words in one.items
            ),
            number=one.placeholder,
            renews=tuple(
                each.old.name for each in one.predecessors.all() if each.state != refused
            ),
            costs=tuple(map(cost, one.costs.all())),
        )
        for one in listed.prefetch_related("costs", "predecessors__old")
    )  # fmt: skip


def cost(one: register.Cost) -> paper.Cost:
    """What an activity costs."""
    amount = "" if one.amount is None else f"{one.amount:,.2f} {one.currency}".strip()
    return paper.Cost(
        activity=text(one.activity), year=str(one.year or ""), amount=amount,
        source=in_all(one.source), staff_days="" if one.days is None else str(one.days),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A strategic plan by the letters before its targets."""

    key: str
    en: str
    fr: str
    es: str
    source: str


@cache
def plans() -> dict[str, Text]:
    """Letters -> the name of the plan."""
    known = load("plans/*.yaml", Plan)
    return {one.key: Text.of(en=one.en, fr=one.fr, es=one.es) for one in known}


def targets(listed: Iterable[Provision]) -> tuple[paper.Targets, ...]:
    """What the provisions contribute to, by plan."""
    found: dict[str, dict[str, None]] = {}
    for one in listed:
        for target in one.targets:
            plan, _, number = str(target).rpartition(" ")
            found.setdefault(plan, {})[number] = None
    return tuple(
        paper.Targets(plan=plans().get(plan, text(plan)), especially=tuple(sorted(numbers_)))
        for plan, numbers_ in found.items()
        if plan
    )


def within(since: str, until: str) -> Q:
    """Engagements of a period; one without a date belongs to none, and is left to the provisions
    it answers."""
    asked = ~Q(since="")
    if since:
        asked &= Q(until__gte=since) | Q(since__gte=since[:7]) | Q(since=since[:4])
    if until:
        asked &= Q(since__lte=until)
    return asked
