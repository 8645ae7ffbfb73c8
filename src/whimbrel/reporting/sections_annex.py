"""The annex: draft decisions in the series of the meeting, and what they would cost."""

import re
from collections.abc import Iterator
from itertools import groupby

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.directed import directed
from whimbrel.reporting.matter import Draft, Gathering
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece, Where
from whimbrel.reporting.text import Text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def annex(pen: Pen) -> list[Piece]:
    """The draft decisions, those with one heading together."""
    drafts = pen.matter.drafts
    if not drafts:
        return []
    pen = Pen(matter=pen.matter, where=Where.ANNEX)
    many = "one" if len(drafts) == 1 else "many"
    title = Node(kind=Kind.ANNEX, label=pen.plain("annex"), runs=pen.say(f"annex.title.{many}"))
    out = [Piece(key="annex", node=title, where=Where.ANNEX)]
    numbers = numbered(drafts, pen.matter.meeting)
    given = list(numbers.values())
    for heading, group in groupby(drafts, key=lambda one: one.heading):
        own = list(group)
        if heading:
            out.append(pen.heading(f"annex/{own[0].key}/heading", pen.words(heading).upper()))
        out += [decision(pen, one, numbers[one.key], given) for one in own]
    return [*out, *costs(pen, numbers), *pen.narrative("annex")]


def placeholders(prefix: str) -> Iterator[str]:
    """`15.AA`, `15.BB`, ... `15.ZZ`, then `15.AB` and all others."""
    yield from (f"{prefix}.{letter}{letter}" for letter in LETTERS)
    yield from (f"{prefix}.{a}{b}" for a in LETTERS for b in LETTERS if a != b)
    yield from (f"{prefix}.{a}{b}{c}" for a in LETTERS for b in LETTERS for c in LETTERS)


PLACEHOLDER = re.compile(r"(\d+)\.[A-Z]{2,3}")


def numbered(drafts: tuple[Draft, ...], meeting: Gathering) -> dict[str, str]:
    """The number of each draft by its key: its own, else a placeholder that no other draft has. A
    placeholder of another meeting, or that a draft before it has, is no number of its own."""
    match = re.search(r"\d+", meeting.short)
    own: dict[str, str] = {}
    for one in drafts:
        held = PLACEHOLDER.fullmatch(one.number)
        fits = held is None or (
            (match is None or held[1] == match[0]) and one.number not in own.values()
        )
        if one.number and fits:
            own[one.key] = one.number
    free = (each for each in placeholders(match[0] if match else "0") if each not in own.values())
    return {one.key: own.get(one.key) or next(free) for one in drafts}


def decision(pen: Pen, one: Draft, number: str, given: list[str]) -> Piece:
    """One draft under the line of its addressees."""
    inner = Node(
        kind=Kind.DECISION,
        label=number,
        runs=(Run(text=pen.words(one.words)),),
        children=tuple(
            Node(kind=Kind.ITEM, label=each.label, runs=(Run(text=pen.words(each.words)),))
            for each in one.items
        ),
    )
    line = directed(pen, one.directed)
    node = Node(kind=Kind.DIRECTED, runs=(Run(text=line),), children=(inner,)) if line else inner
    texts: tuple[Text, ...] = (one.words, *(each.words for each in one.items))
    foreign = next((code for each in texts if (code := pen.foreign(each))), "")
    gaps = [
        pen.plain("gap.translation", language=pen.tongue(foreign)) if foreign else "",
        "" if one.costs or one.costless else pen.plain("gap.cost"),
        pen.plain("gap.twice", number=number) if given.count(number) > 1 else "",
        pen.plain("gap.renumbered", old=one.number, number=number)
        if one.number not in ("", number)
        else "",
    ]
    return Piece(
        key=f"draft/{one.key}",
        node=node,
        where=Where.ANNEX,
        records=(f"draft/{one.key}", *one.renews),
        gap="\n".join(filter(None, gaps)),
        language=foreign,
    )


COLUMNS = ("decision", "activity", "year", "amount", "source", "days")


def costs(pen: Pen, numbers: dict[str, str]) -> list[Piece]:
    """What the drafts would cost, by activity; nothing where no cost is on record."""
    known = [one for one in pen.matter.drafts if one.costs]
    if not known:
        return []
    rows = [
        (
            numbers[one.key], pen.words(each.activity), each.year, each.amount,
            pen.words(each.source), each.staff_days,
        )
        for one in known
        for each in one.costs
    ]  # fmt: skip
    head = tuple(pen.plain(f"cost.{name}") for name in COLUMNS)
    table = Node(kind=Kind.TABLE, rows=(head, *rows))
    records = tuple(f"draft/{one.key}" for one in known)
    return [
        pen.heading("annex/costs", pen.say("heading.costs")),
        Piece(key="annex/costs/table", node=table, where=Where.ANNEX, records=records),
    ]
