"""Check a document, report or draft against the record: what the record knows of its business, and
which findings were set aside."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from whimbrel.document import Document as Tree
from whimbrel.document import Placed, walk
from whimbrel.document.walk import clean, numbered
from whimbrel.queries.documents import version_of
from whimbrel.queries.once import once
from whimbrel.queries.papers import inside
from whimbrel.queries.reports import found, written
from whimbrel.queries.scope import Reader, reader, seen
from whimbrel.reading.written_json import document_of
from whimbrel.register import models as register
from whimbrel.register.models import Agreement, BodyName, Dismissal, Document, Provision
from whimbrel.reporting.check import check
from whimbrel.reporting.checks import Arrangement, Dismissed, Finding, InEffect, Level, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A finding that was set aside."""

    key: str
    rule: str
    words: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A finding as a page shows it."""

    key: str
    """By which it is set aside."""
    rule: str
    level: str
    """`error`, `warning` or `note`."""
    address: str
    """Of the paragraph; `masthead` for the first page."""
    place: str
    """The number under which the paper prints it: `12 a)`; empty where it prints none."""
    words: str
    why: str
    """The reason, in the language that was asked for."""
    message: str
    """The key of the reason, and what stands in its gaps."""
    values: tuple[tuple[str, str], ...]
    also: tuple[str, ...]
    """Other places that it concerns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """What the check finds in one record."""

    about: str
    title: str
    flags: tuple[Flag, ...]
    """Those that matter most first, each level in the order of the paper."""
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check finds."""

    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]


def key_of(one: Finding) -> str:
    """The name of a finding: the same while its words are."""
    return one.key


def checked(by: str | None, tree: Tree, about: str = "", *, known: bool = True) -> Checked:
    """What a careful editor would say of a document. `about`: the record that it is of, whose
    findings may have been set aside. `known`: compare it with the register too."""
    who = reader(by)
    aside = Dismissal.objects.filter(about=about).select_related("by") if about else ()
    gone = frozenset(dismissed(one.finding) for one in aside)
    record = known_to(who) if known else Record()
    whole = Record(
        provisions=record.provisions, symbols=record.symbols, bodies=record.bodies,
        agreements=record.agreements, dismissed=gone,
    )  # fmt: skip
    return Checked(
        findings=check(tree, known=whole),
        set_aside=tuple(
            SetAside(
                key=one.finding, rule=one.rule, words=one.words, reason=one.reason,
                by=one.by.name, at=one.at.date().isoformat(),
            )
            for one in aside
        ) if inside(who) else (),
    )  # fmt: skip


def of_report(by: str | None, key: str, *, language: str = "en") -> Flagged | None:
    """What the check finds in a report as it stands now; None where there is none to be seen, and
    outside the office."""
    who = reader(by)
    one = found(who, key)
    if one is None or not inside(who):
        return None
    return flagged(by, written(one, who).laid.document, f"report {key}", one.title, language)


def of_document(by: str | None, symbol: str, *, language: str = "en") -> Flagged | None:
    """What the check finds in the newest version of a document; None outside the office. Hidden
    where there is no such document to be seen."""
    version = version_of(by, symbol)
    if not inside(reader(by)):
        return None
    title = version.document.title or symbol
    return flagged(by, document_of(version.tree), f"document {symbol}", title, language)


def flagged(by: str | None, tree: Tree, about: str, title: str, language: str) -> Flagged:
    """Findings as a page shows them. `about`: the record that the words are of."""
    told = checked(by, tree, about)
    places = {placed.address: printed_at(placed) for placed in walk(tree)}
    flags = (
        Flag(
            key=key_of(one), rule=one.rule, level=str(one.level), address=one.address,
            place=places.get(one.address, ""), words=one.words, why=one.why.told(language),
            message=one.why.message, values=one.why.values, also=one.also,
        )
        for one in told.findings
    )  # fmt: skip
    ranks = {str(level): level.rank for level in Level}
    ordered = tuple(sorted(flags, key=lambda one: ranks[one.level]))
    return Flagged(about=about, title=title, flags=ordered, set_aside=told.set_aside)


def set_aside(by: str | None) -> dict[str, frozenset[Dismissed]]:
    """Symbol of a document -> what was set aside in it; nothing outside the office."""
    found: defaultdict[str, set[Dismissed]] = defaultdict(set)
    if inside(reader(by)):
        for one in Dismissal.objects.filter(about__startswith="document "):
            found[one.about.removeprefix("document ")].add(dismissed(one.finding))
    return {symbol: frozenset(several) for symbol, several in found.items()}


def printed_at(one: Placed) -> str:
    """The number under which a node is printed; a bullet has that of the paragraph around it."""
    if one.label_path:
        return " ".join(one.label_path)
    around = (clean(node.label) for node in reversed(one.within) if numbered(node.label))
    return next(around, "")


def dismissed(key: str) -> Dismissed:
    """The finding of a key."""
    rule, _, rest = key.partition(":")
    address, _, digest = rest.rpartition(":")
    return Dismissed(rule=rule, address=address, digest=digest)


def known_to(who: Reader) -> Record:
    """What the record knows of business, as far as a reader may see it."""
    return once(("business", None if inside(who) else who), lambda: business(who))


def business(who: Reader) -> Record:
    """Provisions in effect, documents, names of bodies, agreements and their ends."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    listed = seen(Provision.objects.all(), who).order_by("pk")
    # A paraphrase is no wording that a document could quote otherwise.
    listed = listed.exclude(until__lt=today).exclude(paraphrase=True)
    wanted: defaultdict[int, list[str]] = defaultdict(list)
    for key, kind in register.Output.objects.values_list("provision", "kind"):
        wanted[key].append(kind)
    money: defaultdict[int, list[str]] = defaultdict(list)
    for key, kind in register.Condition.objects.values_list("provision", "kind"):
        money[key].append(kind)
    rows = listed.values_list("pk", "name", "text", "due")
    names = BodyName.objects.values_list("name", flat=True)
    return Record(
        provisions=tuple(
            InEffect(
                name=name, text=text, due=tuple(filter(None, due.split("; "))),
                outputs=tuple(wanted[key]), conditions=tuple(money[key]),
            )
            for key, name, text, due in rows
        ),
        symbols=frozenset(seen(Document.objects.all(), who).values_list("symbol", flat=True)),
        bodies=tuple(sorted(set(names))) if inside(who) else (),
        agreements=tuple(
            map(arrangement, seen(Agreement.objects.all(), who).prefetch_related("renewed_by"))
        ),
    )  # fmt: skip


def arrangement(one: Agreement) -> Arrangement:
    """An agreement with its last day and what follows it."""
    later = next(iter(one.renewed_by.all()), "")
    return Arrangement(name=one.name, until=last_day(one.until), successor=str(later))


def last_day(until: str) -> datetime.date | None:
    """The last day of a year, month or day; None where no end is known."""
    if not until:
        return None
    parts = [int(part) for part in until.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    year, month = (parts[0], 12) if len(parts) == 1 else (parts[0], parts[1])
    first = datetime.date(year + month // 12, month % 12 + 1, 1)
    return first - datetime.timedelta(days=1)
