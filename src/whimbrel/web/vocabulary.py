"""Values of the record in words, in the language of the page."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from babel import Locale, dates, numbers
from django.template import Library
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whimbrel.acts.act import ACTS
from whimbrel.admission.participation import words
from whimbrel.queries.countries import country_name
from whimbrel.queries.said import record
from whimbrel.web import values_admission, values_partnership
from whimbrel.web.spoken import spoken
from whimbrel.web.values import DEEDS, LABELS

register = Library()


WORDS = values_partnership.LABELS | values_admission.LABELS | LABELS
"""Value -> its words, where they are others than the value itself."""


def word(value: object) -> str:
    """A value of the record in words: `written-contribution` is a written contribution."""
    plain = str(value).replace("-", " ").replace("_", " ") if value else ""
    return _(WORDS.get(plain, plain)) if plain else ""


def happened(step: str) -> str:
    """What happened in a partnership: a step in the words of its policy, or something else."""
    return _(values_partnership.HAPPENED.get(step.replace("-", " "), step)) if step else ""


def given(answer: str) -> str:
    """An answer of due diligence in words."""
    return (
        _(values_partnership.FOUND[answer]) if answer in values_partnership.FOUND else word(answer)
    )


def language() -> str:
    """The language of the page."""
    return (get_language() or "en")[:2]


@cache
def locale(code: str) -> Locale:
    """How a language writes dates and countries."""
    return Locale.parse("en_GB" if code == "en" else code)


def told(words: str) -> str:
    """Words that are kept as data, such as what a role may do."""
    return _(words) if words else ""


def all_told(several: Iterable[str]) -> list[str]:
    """The same of several: addressees have names of ours, others keep theirs."""
    return [told(one) for one in several]


def listed(several: Iterable[str]) -> str:
    """Words with commas between them, for a cell that may hold hundreds: a template escapes them
    once, where `join` escapes each and takes half the time of the page."""
    return ", ".join(several)


KEPT = re.compile(r"(?P<value>.+?)(?: \((?P<state>[a-z ]+)\))?", re.DOTALL)
"""A value as an edition keeps it, perhaps with a state: `review (not done)`."""


TRUTH = {"True": lambda: _("yes"), "False": lambda: _("no")}
"""Editions keep what is so and what is not."""


def values(kept: str) -> str:
    """What an edition of a record holds; values of ours in the language of the page."""
    if kept in TRUTH:
        return TRUTH[kept]()
    parts = []
    for part in kept.split("; "):
        found = KEPT.fullmatch(part)
        value = told(found["value"]) if found else part
        parts.append(f"{value} ({told(found['state'])})" if found and found["state"] else value)
    return "; ".join(parts)


def deed(name: str) -> str:
    """What an act does, in its first sentence; what the house did itself, too."""
    says = ACTS[name].says if name in ACTS else DEEDS.get(name, name)
    return _(says).partition(". ")[0].rstrip(".")


FILE = re.compile(r"\S*[./\d]\S")
"""How the name of a file or a document begins; a word of ours has no dot and no figure in it."""


def sentence(words: str) -> str:
    """A refusal as a sentence: it begins with a capital, unless it begins with a name."""
    return words if FILE.match(words) else capfirst(words)


def named(about: str) -> str:
    """A record by its kind and name, the kind in words."""
    return record(about)


def tongue(code: str) -> str:
    """The name of a language by its code."""
    return str(locale(language()).languages.get(code, code))


def country(code: str) -> str:
    """The name of a country by its ISO code."""
    return country_name(code, language()) or code


def day(date: str) -> str:
    """A date as exact as it is: `2025`, `November 2025`, `3 November 2025`."""
    parts = date[:10].split("-") if date else []
    if not parts or not all(part.isdecimal() for part in parts):
        return date
    if len(parts) == 1:
        return parts[0]
    first = datetime.date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)
    if len(parts) == 2:
        return str(dates.format_skeleton("yMMMM", first, locale=locale(language())))
    told = dates.format_date(first, "long", locale=locale(language()))
    # The first of a month is an ordinal in French, which Babel does not know.
    return f"1er{told.removeprefix('1')}" if language() == "fr" and first.day == 1 else told


YEAR = re.compile(r"( de)? \d{4}$")
"""The year at the end of a date, in any of our languages."""


def moment(at: str) -> str:
    """A moment, to the minute: `3 November 2025, 14:05`. What is kept is in UTC."""
    return f"{day(at[:10])}, {at[11:16]}" if len(at) > 15 else day(at)


def period(since: str, until: str) -> str:
    """A range of dates, what both have in common said once: `3–5 November 2025`."""
    if not since and not until:
        return _("not known")
    if not until or since == until:
        return day(since or until)
    if not since:
        return _("until %(date)s") % {"date": day(until)}
    if len(since) == len(until) == 10 and since[:7] == until[:7]:
        return f"{int(since[8:])}–{day(until)}"
    if len(since) == len(until) >= 7 and since[:4] == until[:4]:
        return f"{YEAR.sub('', day(since))} – {day(until)}"
    return f"{day(since)} – {day(until)}" if len(since) > 4 else f"{since}–{day(until)}"


def amount(figure: str) -> str:
    """An amount of money as the language writes it: `25,000`, with cents where there are any."""
    plain = Decimal(figure)
    whole = plain == plain.to_integral_value()
    shape = "#,##0" if whole else "#,##0.00"
    return str(numbers.format_decimal(plain, shape, locale=locale(language())))


def of_list(value: str, kind: str) -> str:
    """A value of a list of the facts on participation in words: `kinds`, `barriers`, `functions` or
    `constituencies`."""
    one = words(kind).get(value)
    return one.named(language()) if one else word(value)


def all_of_list(several: Iterable[str], kind: str) -> str:
    """Several of them, with commas between."""
    return ", ".join(of_list(one, kind) for one in several)


def place_of(address: str) -> str:
    """Where a document or a paragraph of it is read: `UNEP/CMS/COP15/Doc.18.1#para_5`."""
    symbol, _mark, eid = address.partition("#")
    return reverse("document", args=[symbol]) + (f"#{eid}" if eid else "")


PLACES = {
    "agreement": "agreement", "barrier": "barrier", "body": "body", "campaign": "campaign",
    "case": "application", "contribution": "contribution", "document": "document",
    "draft": "draft",
    "engagement": "engagement", "group": "group", "initiative": "initiative",
    "instrument": "provision", "mechanism": "mechanism", "meeting": "meeting",
    "participation": "took-part", "partnership": "partnership", "provision": "provision",
    "report": "report", "suggestion": "suggestion",
}  # fmt: skip
"""Kind of record -> name of the address at which it is read."""


def where(about: str) -> str:
    """The address of a record by kind and name: `provision 14.10 c)`, `paragraph DOC#para_5`."""
    kind, _space, name = about.partition(" ")
    if kind not in (*PLACES, "paragraph") or not name:
        return ""
    try:
        if kind == "paragraph":
            return place_of(name)
        return reverse(PLACES[kind], args=[name])
    except NoReverseMatch:
        return ""  # A name that no record of its kind can have: `engagement a/b`.


@register.simple_tag
def shown_at(address: str) -> SafeString:
    """An address that shows something: a link where it is a paragraph of a document on record, or a
    paper that is made here, else its words, for what is only cited leads nowhere here."""
    symbol, mark, eid = address.partition("#")
    if address.startswith("papers/"):
        return format_html('<a href="/{}">{}</a>', address, address)
    if not mark or "://" in symbol:
        return format_html("{}", address)
    # A narrow column breaks the line before the place, not within it.
    return format_html('<a href="{}">{}<wbr>#{}</a>', place_of(address), symbol, eid)


@register.simple_tag
def dates_of(since: str, until: str) -> str:
    """A period, in a template."""
    return period(since, until)


DATED = re.compile(r"\d{4}-\d\d-\d\d")


def words_of(kept: str) -> str:
    """What an applicant gave, with words, States and days as the page has them."""
    return "; ".join(one_of(part) for part in kept.split("; ")) if kept else ""


def one_of(part: str) -> str:
    """One value of an applicant."""
    if DATED.fullmatch(part):
        return day(part)
    return country(part) if len(part) == 2 and part.isupper() else word(part)


for _filter in (
    word,
    happened,
    given,
    words_of,
    of_list,
    all_of_list,
    told,
    all_told,
    listed,
    amount,
    values,
    deed,
    sentence,
    named,
    tongue,
    country,
    day,
    moment,
    place_of,
    where,
    spoken,
):
    register.filter(_filter.__name__, _filter)
