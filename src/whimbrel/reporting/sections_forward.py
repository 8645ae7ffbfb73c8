"""What goes on, what is thought of it, and what the meeting is recommended to do."""

import datetime
from itertools import groupby

from whimbrel.document import Run
from whimbrel.engagements.coverage import Became
from whimbrel.engagements.disposition import Proposed
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.dates import when, written
from whimbrel.reporting.leaning import leans
from whimbrel.reporting.matter import Accord, Campaign, Edition, Named, Promise, View
from whimbrel.reporting.numbers import cited
from whimbrel.reporting.pen import Pen, provision_records, sentence
from whimbrel.reporting.phrases import Words, quoted
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.sections_front import GOING, going
from whimbrel.reporting.telling import name, partners

GOES_ON = (Became.ONGOING, Became.PARTLY)
CHANGES = (Proposed.RENEW, Proposed.AMEND, Proposed.MERGE, Proposed.REPLACE)


def accords(pen: Pen) -> list[Piece]:
    """Agreements and programmes with how they stand on the day of the paper."""
    known = pen.matter.accords
    if not known:
        return []
    rows = [accord(pen, one) for one in known]
    piece = pen.paragraph(
        "accords/list",
        pen.say("accords"),
        children=pen.items(row for row, _ in rows),
        records=(r for one in known for r in (f"agreement/{one.key}", one.address)),
        gaps=[gap for _, gap in rows],
    )
    return [pen.heading("accords", pen.say("heading.accords")), piece, *pen.narrative("accords")]


def accord(pen: Pen, one: Accord) -> tuple[tuple[Run, ...], str]:
    """(one agreement, a note where it ran out and nothing follows)."""
    today = (pen.matter.date or datetime.date.max).isoformat()
    title, ended = pen.words(one.name), dated(pen, "ended", one.until)
    if one.until and pen.matter.date and one.until < today[: len(one.until)]:
        if one.successor:
            after = pen.words(one.successor)
            return pen.say("accord.followed", name=title, until=ended, successor=after), ""
        gap = pen.plain("gap.successor", name=title, until=ended)
        return pen.say("accord.over", name=title, until=ended), gap
    if one.until:
        return pen.say("accord.until", name=title, until=dated(pen, "until", one.until)), ""
    if one.since:
        return pen.say("accord.since", name=title, since=dated(pen, "since", one.since)), ""
    return pen.say("accord.open", name=title), ""


def dated(pen: Pen, how: str, on: str) -> str:
    """`since 2024`, `depuis le 29 septembre 2024`: languages put an article before a day."""
    exact = "day" if len(on) == len("2024-09-29") else "plain"
    return pen.plain(f"{how}.{exact}", date=written(pen.language, on))


def campaigns(pen: Pen) -> list[Piece]:
    """Campaigns with their editions."""
    return [piece for one in pen.matter.campaigns for piece in campaign(pen, one)]


def campaign(pen: Pen, one: Campaign) -> list[Piece]:
    """One campaign: what took place, what is planned."""
    today = pen.matter.date.isoformat() if pen.matter.date else ""
    title = pen.words(one.name)
    out = [pen.heading(f"campaign/{one.key}", title), *pen.narrative(f"campaign/{one.key}")]
    for phrase, later in (("editions", False), ("editions.planned", True)):
        rows = [e for e in one.editions if (bool(today) and e.when > today[: len(e.when)]) is later]
        if rows:
            out.append(
                pen.paragraph(
                    f"campaign/{one.key}/{phrase}",
                    pen.say(phrase, name=title),
                    children=pen.items(edition(pen, each) for each in rows),
                    records=(r for e in rows for r in (f"campaign/{one.key}/{e.key}", e.address)),
                    language=next((code for e in rows if (code := pen.foreign(e.slogan))), ""),
                )
            )
    return out if len(out) > 1 else []


def edition(pen: Pen, one: Edition) -> Words:
    """`10 May 2025, “Shared Spaces”, with EAAFP`."""
    slogan = quoted(pen.language, pen.words(one.slogan)) if one.slogan else ""
    title = ", ".join(filter(None, (when(pen.language, one.when), slogan)))
    if not one.partners:
        return title
    return pen.plain(
        "deed.with", title=title, partners=pen.listed(name(pen, b) for b in one.partners)
    )


def continued(pen: Pen) -> list[Piece]:
    """What the Secretariat goes on doing, on the condition that the mandate has."""
    out = []
    going_on = [one for one in pen.matter.promises if goes_on(one)]
    by_condition = sorted(going_on, key=lambda one: one.conditional)
    for kind, group in groupby(by_condition, key=lambda one: one.conditional):
        own = list(group)
        out.append(
            pen.paragraph(
                f"continued/{kind or 'plain'}",
                pen.say(
                    f"continued.{kind}" if kind else "continued",
                    the=cited(pen.language, own, every=pen.matter.promises),
                ),
                records=provision_records(own),
            )
        )
    out += [*with_partners(pen), *pen.narrative("continued")]
    return [pen.heading("continued", pen.say("heading.continued")), *out] if out else []


def goes_on(one: Promise) -> bool:
    """True for our work that is not finished: under way and not to be dropped."""
    if one.answer is None or one.deleted or not one.ours:
        return False
    dropped = one.disposition is not None and one.disposition.proposed is Proposed.DELETE
    return one.answer.status in GOES_ON and not dropped


def with_partners(pen: Pen) -> list[Piece]:
    """The partners of what is under way, by the condition of what it answers."""
    kinds = {one.name: one.conditional for one in pen.matter.promises}
    ongoing = [
        one
        for one in pen.matter.deeds
        if one.state == "ongoing" and one.partners and not one.umbrella
    ]
    found: dict[str, list[Named]] = {}
    records: dict[str, list[str]] = {}
    for one in ongoing:
        kind = next(filter(None, (kinds.get(each, "") for each in one.provisions)), "")
        records.setdefault(kind, []).append(one.record)
        found.setdefault(kind, []).extend(one.partners)
    return [
        pen.paragraph(
            f"continued/partners/{kind or 'plain'}",
            pen.say(f"partners.{kind}" if kind else "partners", partners=partners(pen, bodies)),
            records=records[kind],
        )
        for kind, bodies in sorted(found.items())
    ]


def discussion(pen: Pen) -> list[Piece]:
    """What an officer writes, our own views, and those of others with those who hold them."""
    out = [*pen.narrative("discussion"), *(view(pen, one) for one in pen.matter.views)]
    return [pen.heading("discussion", pen.say("heading.discussion")), *out] if out else []


def view(pen: Pen, one: View) -> Piece:
    """One view in the words of its holder: what the house thinks is a sentence of its paper."""
    if one.ours:
        return own_view(pen, one)
    words = quoted(pen.language, pen.words(one.quote).strip())
    holder = pen.words(one.holder)
    symbol, _, eid = one.address.partition("#")
    number = eid.removeprefix("para_").partition("__")[0] if eid.startswith("para_") else ""
    at = pen.plain("address.paragraph", symbol=symbol, n=number) if number else symbol
    # A paper does not cite itself.
    if not symbol or symbol == pen.matter.symbol:
        runs = pen.say("view", holder=holder, quote=f"{words}.")
    else:
        runs = (*pen.say("view.at", holder=holder, quote=words, address=at), Run(text="."))
    return pen.paragraph(
        f"view/{one.key}",
        runs,
        records=(f"position/{one.key}", one.address),
        language=pen.foreign(one.quote),
    )


def own_view(pen: Pen, one: View) -> Piece:
    """A view of the house; a note where its words are no sentence that stands alone."""
    key, records = f"view/{one.key}", (f"position/{one.key}", one.address)
    told = one.quote.told(pen.language)
    if not one.whole or leans(told.words, told.language):
        return pen.note(key, pen.plain("gap.view", quote=told.words.strip()), records=records)
    return pen.paragraph(key, sentence(told.words), records=records, language=told.language)


def recommended(pen: Pen) -> list[Piece]:
    """The actions that follow from what is proposed for each provision."""
    matter, rows, records = pen.matter, [], []
    if matter.drafts:
        many = "one" if len(matter.drafts) == 1 else "many"
        rows.append(pen.say(f"action.adopt.{many}"))
        records += [f"draft/{one.key}" for one in matter.drafts]
    gone = going(pen)
    if gone:
        rows.append(pen.say("action.delete", the=cited(pen.language, gone, every=matter.promises)))
        records += provision_records(gone)
    stay = [
        one
        for one in matter.promises
        if one.instrument.nature is not Nature.RESOLUTION
        and one.disposition is not None
        and one.disposition.proposed is Proposed.RETAIN
    ]
    if stay:
        rows.append(pen.say("action.retain", the=cited(pen.language, stay, every=matter.promises)))
        records += provision_records(stay)
    gaps = undecided(pen)
    if not rows and not (matter.promises or matter.deeds or matter.narratives):
        return []
    rows = rows or [pen.say("action.note")]
    piece = pen.paragraph(
        "recommended/actions",
        pen.say("recommended"),
        children=pen.items(rows, lettered=True),
        records=records,
        gaps=gaps,
    )
    return [pen.heading("recommended", pen.say("heading.recommended")), piece]


def undecided(pen: Pen) -> list[str]:
    """Notes: what has no proposal, what is to be renewed and has no draft, what only we propose."""
    taken = {name for one in pen.matter.drafts for name in one.renews}
    ours, out = [], []
    for one in pen.matter.promises:
        if one.instrument.nature is Nature.RESOLUTION or one.deleted:
            continue
        what = one.disposition.proposed if one.disposition else None
        if what is None:
            out.append(pen.plain("gap.disposition", name=one.name))
            continue
        shown = pen.plain(f"proposed.{what}")
        if what in CHANGES and one.name not in taken:
            out.append(pen.plain("gap.draft", name=one.name, proposed=shown))
        if what in GOING and one.disposition and not one.disposition.stated:
            ours.append(f"{one.name} ({shown})")
    return [*out, pen.plain("gap.recommended", list=", ".join(ours))] if ours else out
